/**
 * What the adapters share: from the selectors of a site's surfaces to its compose boxes.
 *
 * A surface is told by where one may type (`text`) and what publishes (`submit`). The box is the smallest element that
 * holds one of each, inside the closest dialog where there is one: sites keep other composers mounted behind it.
 */
import type { SiteId, Surface } from "../../shared/records";
import {
  closestAcross,
  containsAcross,
  elementsOf,
  firstOf,
  matchesAny,
  parentOf,
  pathFrom,
  queryAcross,
  visible,
} from "../dom";
import { editorOf } from "./editor-kind";
import type { Circumstances, ComposeBox, Found } from "./site";

type Keys = "none" | "chord" | "enter" | "enter-perhaps";

/** Alternates in order of trust. */
export type Alternates = readonly string[];

/** Where a box stands, for the adapter's own questions about it. */
export interface Place {
  readonly scope: Element;
  /** The dialog around it, or the page. */
  readonly boundary: Element;
  /** The text that stood in it when it was first seen. */
  readonly opening: string;
  /** Whether the last thing pressed before it was in the menu of a post. */
  readonly openedFromMenu: boolean;
  holders(): HTMLElement[];
}

export interface SurfaceKind {
  text: Alternates;
  submit: Alternates;
  /** A form for a picture alone: no text makes it known, but its input for files. */
  pictureOnly?: boolean;
  /** Known scopes, for boxes whose submit button comes and goes. */
  root?: Alternates;
  /** Which key publishes: none, Ctrl or Cmd with Enter, or Enter by itself too, for certain or for some members. */
  keys: (place: Place) => Keys;
  /** More that must be true of a holder than its selector says. */
  accepts?: (holder: Element) => boolean;
  surface: (place: Place) => Surface;
  /** Where not simply all that match `text`. */
  holders?: (place: Place) => HTMLElement[];
  /** Where selectors alone cannot name the button. */
  submitButtons?: (scope: Element, holder: HTMLElement) => HTMLElement[];
  suggestions?: Alternates;
  settle?: (place: Place) => number;
  isChrome?: (element: Element, place: Place) => boolean;
  circumstances: (place: Place) => Circumstances;
}

export interface Adapter {
  boxAt(path: readonly EventTarget[]): Found | undefined;
  boxes(): Found[];
}

const DIALOG = '[role="dialog"], [role="alertdialog"], dialog[open]';
const FILE_INPUT = 'input[type="file"]';
const TEXTBOX = '[contenteditable="true"][role="textbox"], [contenteditable="true"][data-lexical-editor]';

/** The dialog that an element is in, or the page. */
export function boundaryOf(element: Element): Element {
  return closestAcross(element, DIALOG) ?? document.documentElement;
}

export function makeAdapter(
  site: SiteId,
  kinds: readonly SurfaceKind[],
  readText: (holder: HTMLElement) => string,
  /** Places that look like composers, for text boxes that no kind knows. */
  composerLike: Alternates,
  openedFromMenu: () => boolean,
): Adapter {
  const known = new WeakMap<Element, { kind: SurfaceKind; box: ComposeBox }>();

  function boxAt(path: readonly EventTarget[]): Found | undefined {
    const elements = elementsOf(path);
    const typedIn = elements.find((element) => kindOf(element) !== undefined);
    const kind = typedIn && kindOf(typedIn);
    for (const element of elements) {
      const before = known.get(element);
      if (!before || (kind && before.kind !== kind)) continue;
      if (before.kind.pictureOnly || before.box.holders().length > 0) return ready(before.box);
    }
    if (typedIn instanceof HTMLElement) return boxOf(typedIn);
    const published = holderOfSubmit(elements);
    if (published) return boxOf(published);
    const [target] = elements;
    return target?.matches(FILE_INPUT) ? boxAround(target) : unknownAt(elements);
  }

  /** The box that an input for files belongs to: the nearest one in its dialog, or one that has it inside. */
  function boxAround(input: Element): Found | undefined {
    const boundary = boundaryOf(input);
    const inDialog = boundary !== document.documentElement;
    for (let at = parentOf(input); at; at = at === boundary ? null : parentOf(at)) {
      const area = at instanceof Element ? at : undefined;
      const [holder] = kinds.flatMap((kind) => (area ? holdersIn(kind, area, boundary) : []));
      const found = holder && boxOf(holder);
      if (found?.state === "ready" && (inDialog || containsAcross(found.box.scope, input))) return found;
      if (found) return undefined;
    }
    const form = kinds.find((kind) => kind.pictureOnly && kind.accepts?.(input) !== false);
    const scope = form && (rootAround(form, input) ?? (inDialog ? boundary : undefined));
    return scope && input instanceof HTMLElement ? boxIn(form, scope, input) : undefined;
  }

  function kindOf(element: Element): SurfaceKind | undefined {
    return kinds.find((kind) => matchesAny(element, kind.text) && kind.accepts?.(element) !== false);
  }

  function submitsOf(kind: SurfaceKind, scope: Element, holder: HTMLElement): HTMLElement[] {
    const found = kind.submitButtons?.(scope, holder) ?? firstOf(scope, kind.submit);
    const boundary = boundaryOf(holder);
    return found.filter((button) => boundaryOf(button) === boundary);
  }

  function boxOf(holder: HTMLElement): Found | undefined {
    const kind = kindOf(holder);
    if (!kind || !visible(holder)) return undefined;
    return boxIn(kind, scopeOf(kind, holder), holder);
  }

  function boxIn(kind: SurfaceKind, scope: Element, holder: HTMLElement): Found {
    const before = known.get(scope);
    if (before?.kind === kind) return ready(before.box);
    const box = makeBox(kind, scope, holder);
    known.set(scope, { kind, box });
    return ready(box);
  }

  function scopeOf(kind: SurfaceKind, holder: HTMLElement): Element {
    const boundary = boundaryOf(holder);
    const root = rootAround(kind, holder);
    if (root) return root;
    for (let at = parentOf(holder); at && at !== boundary; at = parentOf(at)) {
      if (at instanceof Element && submitsOf(kind, at, holder).length > 0) return at;
    }
    if (boundary !== document.documentElement) return boundary;
    return holder.closest("form") ?? holder.parentElement ?? holder;
  }

  function rootAround(kind: SurfaceKind, element: Element): Element | undefined {
    for (const selector of kind.root ?? []) {
      const root = closestAcross(element, selector);
      if (root) return root;
    }
    return undefined;
  }

  /** The text that a pressed button publishes: the closest one around it. */
  function holderOfSubmit(elements: readonly Element[]): HTMLElement | undefined {
    for (const kind of kinds) {
      const button = elements.find((element) => matchesAny(element, kind.submit));
      const holder = button && (kind.submitButtons ? holderInArea(kind, button) : holderAround(kind, button));
      if (holder) return holder;
    }
    return undefined;
  }

  function holdersIn(kind: SurfaceKind, area: Element, boundary: Element): HTMLElement[] {
    return firstOf(area, kind.text).filter((one) => boundaryOf(one) === boundary && kindOf(one) === kind);
  }

  /** Where the selector names the button. */
  function holderAround(kind: SurfaceKind, button: Element): HTMLElement | undefined {
    const boundary = boundaryOf(button);
    for (let at = parentOf(button); at; at = parentOf(at)) {
      const [holder] = at instanceof Element ? holdersIn(kind, at, boundary) : [];
      if (holder || at === boundary) return holder;
    }
    return undefined;
  }

  /** Where it would match any button: only in the box's own area, and only the one that publishes. */
  function holderInArea(kind: SurfaceKind, button: Element): HTMLElement | undefined {
    const boundary = boundaryOf(button);
    const area = rootAround(kind, button) ?? boundary;
    if (area === document.documentElement) return undefined;
    const [holder] = holdersIn(kind, area, boundary);
    return holder && submitsOf(kind, area, holder).some((one) => one === button) ? holder : undefined;
  }

  function makeBox(kind: SurfaceKind, scope: Element, first: HTMLElement): ComposeBox {
    const place: Place = {
      scope,
      boundary: boundaryOf(first),
      opening: readText(first),
      openedFromMenu: openedFromMenu(),
      holders: () => kind.holders?.(place) ?? holdersIn(kind, scope, place.boundary),
    };
    const { isChrome } = kind;
    return {
      scope,
      site,
      get surface() {
        return kind.surface(place);
      },
      get editor() {
        return editorOf(place.holders()[0] ?? first);
      },
      holders: place.holders,
      submitButtons() {
        const holder = place.holders()[0] ?? (kind.pictureOnly ? first : undefined);
        return holder ? submitsOf(kind, scope, holder) : [];
      },
      submitsOn: (event) => submits(event, kind.keys(place)),
      suggestionsOpen: () =>
        place.holders().some((holder) => Boolean(holder.getAttribute("aria-activedescendant"))) ||
        firstOf(document.documentElement, kind.suggestions ?? []).length > 0,
      get settle() {
        return kind.settle?.(place) ?? 0;
      },
      ...(isChrome ? { isChrome: (element: Element) => isChrome(element, place) } : {}),
      circumstances: () => kind.circumstances(place),
    };
  }

  function unknownAt(elements: readonly Element[]): Found | undefined {
    const element = elements.find((one) => one.matches(TEXTBOX));
    if (!element || !visible(element)) return undefined;
    if (!composerLike.some((selector) => closestAcross(element, selector))) return undefined;
    return { state: "unknown", element, reason: "A box to write in that Lozenge does not know." };
  }

  return {
    boxAt,
    boxes() {
      const candidates = kinds.flatMap((kind) => kind.text).join(",");
      const found = queryAcross(document, `${candidates}, ${TEXTBOX}`)
        .filter(visible)
        .map((holder) => boxAt(pathFrom(holder)));
      return distinct(found);
    },
  };
}

function ready(box: ComposeBox): Found {
  return { state: "ready", box };
}

function distinct(found: readonly (Found | undefined)[]): Found[] {
  const seen = new Set<unknown>();
  return found.filter((one): one is Found => {
    if (!one) return false;
    const key = one.state === "ready" ? one.box : one.element;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Keys that belong to an input method publish nothing. */
function submits(event: KeyboardEvent, keys: Keys): "yes" | "perhaps" | "no" {
  if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return "no";
  const chord = event.ctrlKey || event.metaKey;
  if (keys === "none" || (!chord && (keys === "chord" || event.shiftKey || event.altKey))) return "no";
  return keys === "enter-perhaps" ? "perhaps" : "yes";
}
