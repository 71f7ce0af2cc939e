/** The card as the author sees it, read and pressed by real clicks. */
import type { Page } from "puppeteer-core";
import type { InRoot, Lozenge } from "./launch";

export interface SeenFinding {
  /** What its keys are named by. */
  index: number;
  severity: string;
  message: string;
  quotes: string[];
  clauses: string[];
  /** What we say of the clauses in one plain line each, after the language that it is marked with. */
  lines: string[];
  fixes: string[];
  /** What its pictures are called. */
  pictures: string[];
}

export interface SeenCard {
  state: string;
  /** Whether it stands on the page and is not hidden for want of room. */
  placed: boolean;
  /** Everything that it says to a reader. */
  text: string;
  findings: SeenFinding[];
  /** The keys of what can be pressed. */
  keys: string[];
  /** The key of what has the focus. */
  focused?: string;
  /** What was announced politely and at once. */
  polite: string;
  assertive: string;
}

/** Every card on the page, with those in its frames. */
export async function cards(lozenge: Lozenge, page: Page): Promise<SeenCard[]> {
  return (await inCards(lozenge, page, look, null)).filter((card): card is SeenCard => card !== null);
}

/** The card that says something, or the only one; `undefined` where there is none. */
export async function card(lozenge: Lozenge, page: Page): Promise<SeenCard | undefined> {
  const all = await cards(lozenge, page);
  return all.find(({ state }) => state !== "ready") ?? all[0];
}

/** Presses what has this key with the mouse, in the first card that has it. False where none has. */
export async function pressInCard(lozenge: Lozenge, page: Page, key: string): Promise<boolean> {
  const [at] = (await inCards(lozenge, page, locate, key)).filter((place): place is Place => place !== null);
  if (at === undefined) return false;
  await page.mouse.click(at.x, at.y);
  return true;
}

interface Place {
  x: number;
  y: number;
}

async function inCards<A, R>(lozenge: Lozenge, page: Page, act: InRoot<A, R>, argument: A): Promise<R[]> {
  const frames = lozenge.name === "chromium" ? [page.mainFrame()] : page.frames();
  const answers = await Promise.all(frames.map((frame) => lozenge.inClosedRoots(frame, act, argument)));
  return answers.flat();
}

/** Runs in the page. */
const look: InRoot<null, SeenCard | null> = (root) => {
  const card = root.querySelector<HTMLElement>("section.card");
  if (card === null) return null;
  const texts = (from: Element, selector: string) =>
    [...from.querySelectorAll<HTMLElement>(selector)].map((element) => (element.textContent ?? "").trim());
  const active = root.activeElement;
  return {
    state: card.dataset.state ?? "",
    placed: card.dataset.placed === "true",
    text: card.innerText,
    findings: [...card.querySelectorAll(".finding")].map((finding) => ({
      index: Number(finding.getAttribute("data-index")),
      severity: ["stop", "warn", "advise"].find((severity) => finding.classList.contains(severity)) ?? "",
      message: texts(finding, ".message")[0] ?? "",
      quotes: texts(finding, "q"),
      clauses: texts(finding, ".clause blockquote"),
      lines: [...finding.querySelectorAll(".clause > p[lang]")].map(
        (line) => `${line.getAttribute("lang")}: ${line.textContent}`,
      ),
      fixes: texts(finding, '[data-key*="-fix-"]'),
      pictures: [...finding.querySelectorAll('[role="img"]')].map(
        (picture) => picture.getAttribute("aria-label") ?? "",
      ),
    })),
    keys: [...card.querySelectorAll<HTMLElement>("[data-key]")].map((element) => element.dataset.key ?? ""),
    ...(active instanceof HTMLElement ? { focused: active.dataset.key ?? "" } : {}),
    polite: texts(root as unknown as Element, '[role="status"]').join(" "),
    assertive: texts(root as unknown as Element, '[role="alert"]').join(" "),
  };
};

/** Runs in the page: where to click, counted from the top frame's corner. */
const locate: InRoot<string, Place | null> = (root, key) => {
  const element = root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (element === null) return null;
  element.scrollIntoView({ block: "nearest" });
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return null;
  let [x, y] = [left + width / 2, top + height / 2];
  for (let view: Window = window; view.frameElement !== null; view = view.parent) {
    const frame = view.frameElement.getBoundingClientRect();
    [x, y] = [x + frame.left, y + frame.top];
  }
  return { x, y };
};
