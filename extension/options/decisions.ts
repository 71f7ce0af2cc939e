import { clearDecisions, DAYS_KEPT, type KeptDecision, readDecisions } from "../background/decisions";
import { fill, h } from "../shared/dom";
import { policyInForce } from "../shared/own-pack";
import type { Settings } from "../shared/settings";
import { word } from "../shared/words";
import { readable } from "../ui/dates";
import { button, type Context, frame, outcome, type Section } from "./section";

/** What the author decided to publish all the same, to see, to take along and to clear. */
export function decisionsSection({ module }: Context): Section {
  const result = outcome();
  const place = h("div", {});
  let titles = new Map<string, string>();

  async function draw(): Promise<void> {
    const decisions = await readDecisions().catch((): KeptDecision[] => []);
    fill(
      place,
      decisions.length === 0 ? h("p", {}, word("options_log_none")) : table([...decisions].reverse(), titles),
      decisions.length > 0 &&
        h(
          "div",
          { class: "buttons" },
          button(word("options_log_export"), () => offer(asCsv(decisions)), "secondary"),
          button(word("options_log_clear"), () => void clear(), "warning"),
        ),
    );
  }

  async function clear(): Promise<void> {
    await clearDecisions();
    await draw();
    result.say(word("options_log_cleared"));
  }

  chrome.storage.onChanged.addListener((changes) => {
    if ("decisions" in changes) void draw();
  });

  return {
    element: frame(
      "decisions",
      word("options_log"),
      h("p", {}, word("options_log_hint", DAYS_KEPT)),
      place,
      result.element,
    ),
    show(settings) {
      titles = familyTitles(module, settings);
      void draw();
    },
  };
}

function familyTitles(module: Context["module"], settings: Settings): Map<string, string> {
  const policy = policyInForce(module, settings);
  const all = [...(policy?.speaks_to ?? []), ...(policy?.silent_on ?? [])];
  return new Map(all.map(({ family, title }) => [family, title]));
}

function table(decisions: readonly KeptDecision[], titles: ReadonlyMap<string, string>): HTMLElement {
  return h(
    "table",
    {},
    h("caption", { class: "hidden" }, word("options_log")),
    h(
      "thead",
      {},
      h("tr", {}, ...["date", "about", "reason"].map((name) => h("th", { scope: "col" }, word(`options_log_${name}`)))),
    ),
    h(
      "tbody",
      {},
      ...decisions.map(({ date, family, reason }) =>
        h(
          "tr",
          {},
          h("td", {}, readable(date)),
          h("td", {}, titles.get(family) ?? family),
          h("td", {}, reasonWords(reason)),
        ),
      ),
    ),
  );
}

function reasonWords(reason: string): string {
  const key = `card_reason_${reason.replaceAll("-", "_")}`;
  const words = word(key);
  return words === key ? reason : words;
}

/** Slugs and dates need no quoting: neither holds a comma, a quote or a sign that starts a formula. */
export function asCsv(decisions: readonly KeptDecision[]): string {
  return ["date,family,reason", ...decisions.map(({ date, family, reason }) => `${date},${family},${reason}`), ""].join(
    "\r\n",
  );
}

function offer(csv: string): void {
  const address = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
  h("a", { href: address, download: "lozenge-decisions.csv" }).click();
  URL.revokeObjectURL(address);
}
