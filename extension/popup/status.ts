import { h } from "../shared/dom";
import { counted, word } from "../shared/words";
import type { Seen } from "./frames";

/** Whether this page is being checked, in one plain line, with what to do where it is not. */
export function statusLine(seen: Seen, sitesOff: readonly string[]): HTMLElement {
  const { tone, text, more } = lineFor(seen, sitesOff);
  return h("div", { class: `status status-${tone}` }, h("h2", {}, text), more !== undefined && h("p", {}, more));
}

interface Line {
  tone: "good" | "quiet" | "alert";
  text: string;
  more?: string;
}

function lineFor(seen: Seen, sitesOff: readonly string[]): Line {
  if (!seen.running && !seen.allowed) {
    return { tone: "alert", text: word("popup_not_allowed"), more: word("popup_not_allowed_more") };
  }
  if (!seen.running) return { tone: "alert", text: word("popup_not_running"), more: word("popup_not_running_more") };
  const { watch, report, host, site } = seen.page;
  if (sitesOff.includes(site))
    return { tone: "alert", text: word("popup_left_alone"), more: word("popup_left_alone_more") };
  switch (watch) {
    case "idle":
      return { tone: "quiet", text: word("popup_idle"), more: word("popup_idle_more") };
    case "checking":
      return { tone: "quiet", text: word("popup_checking") };
    case "unknown-box":
      return { tone: "alert", text: word("popup_unknown_box"), more: word("popup_unknown_box_more") };
    case "no-checker":
      return { tone: "alert", text: word("popup_no_checker"), more: word("popup_no_checker_more") };
    case "stale":
      return { tone: "alert", text: word("popup_stale") };
    case "checked": {
      // Without an answer in hand nothing was found out, whatever the frame believes.
      if (report === undefined || host === "none") return { tone: "quiet", text: word("popup_checking") };
      const count = report.findings.length;
      return count === 0
        ? { tone: "good", text: word("popup_clear"), more: word("popup_clear_more") }
        : { tone: "alert", text: counted("popup_found", count) };
    }
  }
}
