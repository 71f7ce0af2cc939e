import type { PageState } from "../shared/messages";
import { contextStands, send } from "../shared/send";
import { forAccount, loadSettings, onSettings, type Settings } from "../shared/settings";
import { supplyWords, word } from "../shared/words";
import type { MountedCard } from "./card/mount";
import { createCards } from "./controller/cards";
import { mountNotice } from "./controller/notice";
import type { Page } from "./controller/page";
import { createCanvas } from "./controller/painter";
import { createPresence, type Standing } from "./controller/presence";
import { createSession, type Session } from "./controller/session";
import { createEdge, type Edge } from "./edge";
import { createGuard, type Gate } from "./hold/guard";
import { chooseHost } from "./host/choose-host";
import type { CheckerHost } from "./host/host";
import { watchFiles } from "./pictures/files";
import { createInterest } from "./pictures/interest";
import { watchProfile } from "./profile";
import type { ComposeBox, Found, Site } from "./sites/site";
import { watchBoxes } from "./watch";

/** One frame: its boxes, its checker, its settings. Everything ends with `abort`. */
export function startController(site: Site, abort: AbortController): void {
  const { signal } = abort;
  const edge: Edge = createEdge(goStale);
  const sessions = new Map<Element, Session & { abort: AbortController }>();
  const notices = new Map<Element, MountedCard & { abort: AbortController }>();
  let active: { session: Session } | { unknown: Element } | undefined;
  let settings: Settings | undefined;
  let host: CheckerHost | undefined;
  let sayer: object | undefined;
  let loading: { host: Promise<CheckerHost>; abort: AbortController } | undefined;

  const cards = createCards(signal);
  const guard = createGuard(site, gateFor, edge, signal);
  const presence = createPresence(standing, { reach: () => reach(), show: reach }, edge, signal);
  const page: Page = {
    site,
    edge,
    pressFor: guard.pressFor,
    painter: createCanvas(signal).painter,
    settings: () => settings,
    hostNow: () => host,
    host: () => load(),
    mindsPictures: createInterest(() => host, signal),
    complete(draft) {
      const account = { ...site.account(), ...pick(draft) };
      const own = settings === undefined ? { capacity: "personal" as const } : forAccount(settings, account);
      const organisation = settings?.organisation.value;
      return { ...draft, ...account, ...(organisation !== undefined && { organisation }), ...own };
    },
    saysNoChecker(box) {
      sayer ??= box;
      return sayer === box;
    },
    decided: (family, reason) => tell({ type: "decision", family, reason }),
    openOptions: tell,
    changed: () => presence.changed(),
  };

  keepWords("card_name", "card_line_stale", "card_note_stale", "card_hide");
  watchBoxes(site, { onBox: edge(onBox), onEdited: edge(onEdited), onLeft: edge(onLeft) }, signal);
  watchFiles(edge(onFiles), signal);
  watchProfile(
    site,
    edge(({ handle, bio }) => tell({ type: "own-bio", account: handle, bio })),
    signal,
  );
  onSettings(edge(changeSettings), signal);
  addEventListener(
    "click",
    edge((event: MouseEvent) => onClick(event)),
    { capture: true, passive: true, signal },
  );

  function tell(message: Parameters<typeof send>[0]): void {
    edge.run(
      send(message).then((sent) => {
        if (sent === "stale") edge.caught(new Error("Extension context invalidated"));
      }),
    );
  }

  function load(): Promise<CheckerHost> {
    if (loading === undefined) {
      const mine = new AbortController();
      loading = { host: loadWith(mine.signal), abort: mine };
      signal.addEventListener("abort", () => mine.abort(), { once: true, signal: mine.signal });
    }
    return loading.host;
  }

  async function loadWith(mine: AbortSignal): Promise<CheckerHost> {
    const now = settings ?? (await loadSettings());
    settings ??= now;
    if (isLeftAlone()) leaveAlone();
    const chosen = await chooseHost(now, mine);
    if (mine.aborted) return load();
    host = chosen;
    for (const session of sessions.values()) session.recheck();
    presence.changed();
    return chosen;
  }

  function changeSettings(next: Settings): void {
    settings = next;
    if (isLeftAlone()) leaveAlone();
    const old = loading;
    loading = undefined;
    host = undefined;
    old?.abort.abort();
    if (old !== undefined) edge.run(load());
  }

  /** The author or the organisation wants nothing read on this site. */
  function isLeftAlone(): boolean {
    return settings?.sites_off.value.includes(site.id) === true;
  }

  function leaveAlone(): void {
    for (const kept of [...sessions.values(), ...notices.values()]) kept.abort.abort();
    for (const { card } of sessions.values()) cards.remove(card);
    for (const notice of notices.values()) cards.remove(notice);
    sessions.clear();
    notices.clear();
    active = undefined;
    presence.changed();
  }

  function sessionOf(box: ComposeBox): Session {
    const known = sessions.get(box.scope);
    if (known !== undefined) return known;
    const mine = new AbortController();
    const session = createSession(box, page, AbortSignal.any([signal, mine.signal]));
    sessions.set(box.scope, { ...session, abort: mine });
    cards.add(session.card);
    edge.run(load());
    return session;
  }

  function gateFor(box: ComposeBox): Gate {
    if (!contextStands()) {
      edge.caught(new Error("Extension context invalidated"));
      return { press: () => undefined };
    }
    if (isLeftAlone()) return { press: () => undefined };
    const session = sessionOf(box);
    activate({ session });
    return session;
  }

  function activate(next: typeof active): void {
    const scope = next === undefined ? undefined : "session" in next ? next.session.box.scope : next.unknown;
    active = next;
    for (const [element, session] of sessions) session.shown(element === scope);
    for (const [element, notice] of notices) notice.visible(element === scope);
    presence.changed();
  }

  function onBox(found: Found): void {
    if (!contextStands()) throw new Error("Extension context invalidated");
    if (isLeftAlone()) return;
    sweep();
    if (found.state === "ready") {
      const session = sessionOf(found.box);
      activate({ session });
      session.edited();
      return;
    }
    if (!notices.has(found.element)) {
      const mine = new AbortController();
      const notice = mountNotice(found.element, "unknown-box", AbortSignal.any([signal, mine.signal]));
      notices.set(found.element, { ...notice, abort: mine });
      cards.add(notice);
    }
    activate({ unknown: found.element });
  }

  function onEdited(box: ComposeBox): void {
    if (!contextStands()) throw new Error("Extension context invalidated");
    if (isLeftAlone()) return;
    const session = sessionOf(box);
    if (active === undefined || !("session" in active) || active.session.box.scope !== box.scope) activate({ session });
    session.edited();
  }

  /** Files chosen, dropped or pasted belong to the box around the place, or to the one in use. */
  function onFiles(files: File[], event: Event): void {
    if (!contextStands()) throw new Error("Extension context invalidated");
    const found = site.boxAt(event.composedPath());
    const session = found?.state === "ready" ? sessionOf(found.box) : active && "session" in active && active.session;
    if (!session) return;
    activate({ session });
    session.give(files);
  }

  /** The box is not in use any more; it may still be there and come back. */
  function onLeft(): void {
    sweep();
    activate(undefined);
  }

  /** Ends what was kept for boxes that are gone. */
  function sweep(): void {
    for (const [scope, session] of sessions) {
      if (scope.isConnected) continue;
      session.abort.abort();
      cards.remove(session.card);
      sessions.delete(scope);
    }
    for (const [element, notice] of notices) {
      if (element.isConnected) continue;
      notice.abort.abort();
      cards.remove(notice);
      notices.delete(element);
    }
  }

  function onClick(event: MouseEvent): void {
    if (active !== undefined && "session" in active) active.session.clicked(event);
  }

  function reach(place?: number): void {
    if (active !== undefined && "session" in active) active.session.reach(place);
  }

  function standing(): Standing {
    const at = active;
    const kind: PageState["host"] = host?.kind ?? "none";
    const here = { site: site.id, active: at !== undefined, host: kind };
    if (at === undefined) return { ...here, watch: "idle" };
    return "session" in at ? { ...here, ...at.session.standing() } : { ...here, watch: "unknown-box" };
  }

  /** The extension was updated under the page: everything is let go, and one card says so. */
  function goStale(): void {
    const at = active;
    abort.abort();
    if (at === undefined) return;
    const beside = "session" in at ? at.session.box.scope : at.unknown;
    if (!beside.isConnected) return;
    const notice = new AbortController();
    const mounted = mountNotice(beside, "stale", notice.signal);
    createCards(notice.signal).add(mounted);
    mounted.visible(true);
    mounted.card.open();
  }
}

/** Reads words ahead that are needed when the extension is gone and cannot be asked. */
function keepWords(...keys: string[]): void {
  supplyWords(Object.fromEntries(keys.map((key) => [key, { message: word(key) }])));
}

/** The account that the box itself shows goes before the one that the page shows. */
function pick({ handle, display_name }: { handle?: string; display_name?: string }): {
  handle?: string;
  display_name?: string;
} {
  return { ...(handle !== undefined && { handle }), ...(display_name !== undefined && { display_name }) };
}
