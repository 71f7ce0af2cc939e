import type { CardActions } from "../content/card/card";
import { mountCard } from "../content/card/mount";
import { type CardState, type CardView, type Reason, toCard } from "../content/card/view";
import type { CheckerModule } from "../shared/checker-module";
import { h } from "../shared/dom";
import { documentsOf } from "../shared/own-pack";
import type { Report } from "../shared/records";
import { checkerInputs, forAccount, type Settings } from "../shared/settings";
import { word } from "../shared/words";

/** A sample draft that is really checked, marked and held, with the card as it will be; nothing is posted anywhere. */
export function practice(module: CheckerModule, settings: Settings): HTMLElement {
  const box = h("p", {
    id: "sample",
    class: "sample",
    lang: "en-GB",
    tabindex: "0",
    "aria-labelledby": "sample-label",
  });
  const post = h("button", { type: "button", class: "primary", on: { click: press } }, word("first_practice_post"));
  const line = h("p", { role: "status" });
  const element = h(
    "section",
    { class: "practice", "aria-labelledby": "practice-heading" },
    h("h2", { id: "practice-heading" }, word("first_practice")),
    h("p", {}, word("first_practice_hint")),
    h("p", { id: "sample-label", class: "hint" }, word("options_try_label")),
    box,
    post,
    line,
    h("p", {}, word("first_practice_keys")),
  );
  const documents = documentsOf(module, settings);
  let text = "";
  let report: Report;
  let state: CardState;
  let reasons = new Map<number, Reason>();
  let dismissed = new Set<number>();

  const actions: Omit<CardActions, "resized"> = {
    fix(finding, fix) {
      const edits = report.findings[finding]?.fixes[fix]?.edits ?? [];
      read(
        [...edits].reverse().reduce((was, edit) => was.slice(0, edit.start) + edit.text + was.slice(edit.end), text),
      );
      box.focus();
    },
    dismiss(finding) {
      dismissed.add(finding);
      show();
    },
    choose: () => box.focus(),
    reason(finding, reason) {
      reasons.set(finding, reason);
      show();
    },
    go,
    back() {
      state = "findings";
      show();
      box.focus();
    },
    options: () => void chrome.runtime.openOptionsPage(),
  };
  const { signal } = new AbortController();
  const { card, visible } = mountCard(
    () => ({ scope: element, text: [box], buttons: [post] }),
    actions,
    "open",
    signal,
  );

  function read(next: string): void {
    text = next;
    const { pack, options } = checkerInputs(settings);
    const checker = new module.Checker(pack, options);
    report = checker.check({ text, site: "other", surface: "post", ...forAccount(settings) });
    checker.free();
    [reasons, dismissed, state] = [new Map(), new Set(), "findings"];
    show();
  }

  function show(): void {
    const findings = toCard(
      report,
      (finding) => dismissed.has(report.findings.indexOf(finding)),
      (_, index) => ({ ...(reasons.has(index) && { reason: reasons.get(index) }) }),
      (policy) => documents.find(({ id }) => id === policy),
    );
    const level = findings.some(({ severity }) => severity === "stop") ? "stop" : "warn";
    const view: CardView = {
      state: findings.length > 0 ? state : "clear",
      surface: "post",
      findings,
      example: !settings.chosen,
      level,
      final: report.final_stops === true,
      pressed: "button",
      quotesSelect: false,
    };
    box.replaceChildren(...marked(text, report, dismissed));
    card.show(view);
  }

  /** As on a site: what is serious is held, what is a warning is held once, all else goes. */
  function press(): void {
    const left = report.findings.map(({ severity }, index) => ({ severity, index }));
    const stops = left.some(({ severity, index }) => severity === "stop" && !reasons.has(index));
    const warned = state !== "held" && left.some(({ severity, index }) => severity === "warn" && !dismissed.has(index));
    if (!stops && !warned) {
      go();
      return;
    }
    state = "held";
    line.textContent = "";
    show();
    card.focus();
  }

  function go(): void {
    line.textContent = word("first_practice_gone");
    read(word("first_sample"));
    card.close();
    post.focus();
  }

  addEventListener("keydown", (event) => onKey(event), { capture: true });
  // The browser keeps the shortcut to itself and tells the background, which tells this tab.
  chrome.runtime.onMessage.addListener((message: unknown) => {
    if ((message as { type?: unknown } | null)?.type === "reach-card") card.focus();
  });

  function onKey(event: KeyboardEvent): void {
    if (event.altKey && event.shiftKey && event.code === "KeyL") card.focus();
  }

  read(word("first_sample"));
  // It finds its place once the page shows it.
  requestAnimationFrame(() => visible(true));
  return element;
}

/** The text with what was found marked, each by the hardest that is said of it. */
function marked(text: string, report: Report, dismissed: ReadonlySet<number>): (Node | string)[] {
  const order = ["advise", "warn", "stop"] as const;
  const rank = new Array<number>(text.length).fill(-1);
  report.findings.forEach(({ spans, severity }, index) => {
    if (dismissed.has(index)) return;
    for (const { start, end } of spans) {
      for (let at = start; at < end; at += 1) rank[at] = Math.max(rank[at] ?? -1, order.indexOf(severity));
    }
  });
  const pieces: (Node | string)[] = [];
  for (let from = 0; from < text.length; ) {
    let to = from + 1;
    while (to < text.length && rank[to] === rank[from]) to += 1;
    const severity = order[rank[from] ?? -1];
    const words = text.slice(from, to);
    pieces.push(severity === undefined ? words : h("mark", { class: `mark-${severity}` }, words));
    from = to;
  }
  return pieces;
}
