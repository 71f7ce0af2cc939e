/** A compose box of a replica, used as a person uses it. */
import { expect } from "@playwright/test";
import type { ElementHandle, Frame, KeyInput, Page } from "puppeteer-core";
import { address, type Replica, type Switches } from "../sites/index";
import type { Posted } from "../sites/shared/posted";

export interface Box {
  readonly page: Page;
  readonly replica: Replica;
  /** Puts the caret into the last thing to type in. */
  focus(): Promise<void>;
  /** Types, with the box's own way to a new line. */
  type(text: string): Promise<void>;
  /** A chord such as `Control+Enter`. */
  press(chord: string): Promise<void>;
  /** One press of the button that publishes, by mouse. */
  submit(): Promise<void>;
  /** The second press, where publishing takes one. */
  confirm(): Promise<void>;
  /** Presses again until the site has the post: the first presses may come before the card could be read. */
  submitUntilPosted(): Promise<void>;
  /** What the author sees in what they type into. */
  shown(): Promise<string>;
  posted(): Promise<Posted[]>;
  /** The words of each post, in whatever shape the site publishes them. */
  postedText(): Promise<string[]>;
  /** How many submits the site saw, heeded or not. */
  submits(): Promise<number>;
}

export async function openBox(page: Page, replica: Replica, switches: Switches = {}): Promise<Box> {
  await page.goto(address(replica, switches));
  const frame = await frameOf(page, replica);
  for (const selector of replica.open) await clickOn(frame, selector, "first");
  await last(frame, replica.holder);
  const box = boxIn(page, frame, replica);
  await box.focus();
  return box;
}

function boxIn(page: Page, frame: Frame, replica: Replica): Box {
  const focus = () => clickOn(frame, replica.holder, "last");
  const posted = () => page.evaluate(() => window.__posted);
  const submit = () => clickOn(frame, replica.submit, "last");
  return {
    page,
    replica,
    focus,
    submit,
    async confirm() {
      if (replica.confirm) await clickOn(frame, replica.confirm, "last");
    },
    async submitUntilPosted() {
      const before = (await posted()).length;
      await expect
        .poll(async () => {
          if ((await posted()).length === before) await submit();
          return (await posted()).length;
        })
        .toBe(before + 1);
    },
    async type(text) {
      const lines = text.split("\n");
      for (const [number, line] of lines.entries()) {
        if (number > 0) await chord(page, replica.newline);
        await page.keyboard.type(line);
      }
    },
    press: (keys) => chord(page, keys),
    async shown() {
      const holder = await last(frame, replica.holder);
      return await holder.evaluate((element) =>
        element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement
          ? element.value
          : (element as HTMLElement).innerText,
      );
    },
    posted,
    async postedText() {
      return (await posted()).map(({ text, fields }) => (replica.field ? fields?.[replica.field] : text) ?? "");
    },
    submits: () => page.evaluate(() => window.__submits),
  };
}

async function chord(page: Page, keys: string): Promise<void> {
  if (keys === "none") return;
  const names = keys.split("+") as KeyInput[];
  for (const name of names) await page.keyboard.down(name);
  for (const name of names.reverse()) await page.keyboard.up(name);
}

async function frameOf(page: Page, replica: Replica): Promise<Frame> {
  if (replica.frame === undefined) return page.mainFrame();
  const element = await page.waitForSelector(replica.frame);
  const frame = await element?.contentFrame();
  if (!frame) throw new Error(`${replica.name} has no frame ${replica.frame}`);
  return frame;
}

/** Selectors look into open shadow roots too. */
async function last(frame: Frame, selector: string): Promise<ElementHandle> {
  await frame.waitForSelector(`pierce/${selector}`);
  const all = await frame.$$(`pierce/${selector}`);
  const found = all.at(-1);
  if (found === undefined) throw new Error(`nothing is ${selector}`);
  return found;
}

async function clickOn(frame: Frame, selector: string, which: "first" | "last"): Promise<void> {
  const element = which === "last" ? await last(frame, selector) : await frame.waitForSelector(`pierce/${selector}`);
  await element?.click();
}
