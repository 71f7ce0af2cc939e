import type { BadgeState, PageState, Watch } from "../../shared/messages";
import { parseReachCard, parseShowFinding } from "../../shared/parse";
import type { Report } from "../../shared/records";
import { send } from "../../shared/send";
import type { Edge } from "../edge";

/** What this frame tells the badge and the popup, and what they ask of it. */
export interface Presence {
  /** Tells whoever listens that something changed. */
  changed(): void;
}

export interface Standing {
  watch: Watch;
  site: string;
  active: boolean;
  host: PageState["host"];
  report?: Report;
}

export function createPresence(
  standing: () => Standing,
  asked: { reach(): void; show(index: number): void },
  edge: Edge,
  signal: AbortSignal,
): Presence {
  const frame = crypto.randomUUID();
  const popups = new Set<chrome.runtime.Port>();
  let told = "";

  /** While the page is away, or kept by the browser to come back to, nothing of it belongs on the badge. */
  let away = false;

  function badge(): void {
    const { watch, report }: Pick<Standing, "watch" | "report"> = away ? { watch: "idle" } : standing();
    const count = (severity: string): number =>
      report?.findings.filter((finding) => finding.severity === severity).length ?? 0;
    const state: BadgeState = {
      type: "badge",
      watch,
      stop: count("stop"),
      warn: count("warn"),
      advise: count("advise"),
    };
    const words = JSON.stringify(state);
    if (words === told) return;
    told = words;
    edge.run(
      send(state).then((sent) => {
        if (sent === "stale") edge.caught(new Error("Extension context invalidated"));
      }),
    );
  }

  const connected = edge((port: chrome.runtime.Port) => {
    if (port.name !== "popup") return;
    popups.add(port);
    port.onDisconnect.addListener(() => popups.delete(port));
    port.onMessage.addListener(
      edge((message: unknown) => {
        const show = parseShowFinding(message);
        if (show?.frame === frame) asked.show(show.index);
      }),
    );
    tell(port);
  });

  function tell(port: chrome.runtime.Port): void {
    const state: PageState = { type: "page", frame, ...standing() };
    try {
      port.postMessage(state);
    } catch {
      popups.delete(port);
    }
  }

  const heard = edge((message: unknown) => {
    if (parseReachCard(message) !== undefined) asked.reach();
  });

  for (const type of ["pagehide", "pageshow"] as const) {
    addEventListener(
      type,
      edge(() => {
        away = type === "pagehide";
        badge();
      }),
      { signal },
    );
  }
  chrome.runtime.onConnect.addListener(connected);
  chrome.runtime.onMessage.addListener(heard);
  signal.addEventListener(
    "abort",
    edge(() => {
      chrome.runtime.onConnect.removeListener(connected);
      chrome.runtime.onMessage.removeListener(heard);
      for (const port of popups) port.disconnect();
    }),
    { once: true },
  );

  return {
    changed() {
      badge();
      for (const port of popups) tell(port);
    },
  };
}
