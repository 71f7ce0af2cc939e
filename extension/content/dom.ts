/** Small helpers for pages whose parts lie in open shadow roots. */

/** The parent, stepping from a shadow root to its host. */
export function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}

/** The element itself or the nearest one around it that matches, also outside the shadow root it is in. */
export function closestAcross(from: Element, selector: string): Element | undefined {
  for (let at: Element | undefined = from; at; ) {
    const found: Element | null = at.closest(selector);
    if (found) return found;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : undefined;
  }
  return undefined;
}

/** Whether `inner` is `outer` or lies in it, shadow roots included. */
export function containsAcross(outer: Node, inner: Node): boolean {
  for (let at: Node | undefined = inner; at; ) {
    if (outer.contains(at)) return true;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : undefined;
  }
  return false;
}

/** All matches in document order, open shadow roots included. Walks every element: for rare questions. */
export function queryAcross(root: Document | ShadowRoot | Element, selector: string): HTMLElement[] {
  const found: HTMLElement[] = [];
  const roots = shadowRootsIn(root);
  if (roots.length === 0) return [...root.querySelectorAll<HTMLElement>(selector)];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof HTMLElement)) continue;
    if (node.matches(selector)) found.push(node);
    if (node.shadowRoot) found.push(...queryAcross(node.shadowRoot, selector));
  }
  return found;
}

function shadowRootsIn(root: Document | ShadowRoot | Element): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  for (const element of root.querySelectorAll("*")) if (element.shadowRoot) found.push(element.shadowRoot);
  return found;
}

/** Whether the element has a place on the page: sites keep spare boxes mounted without one. */
export function visible(element: Element): boolean {
  return element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true });
}

/** The visible matches of the first alternate that has any, in this tree alone; alternates stand in order of trust. */
export function firstOf(root: Document | ShadowRoot | Element, alternates: readonly string[]): HTMLElement[] {
  for (const selector of alternates) {
    const found = [...root.querySelectorAll<HTMLElement>(selector)].filter(visible);
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether any alternate matches the element. */
export function matchesAny(element: Element, alternates: readonly string[]): boolean {
  return alternates.some((selector) => element.matches(selector));
}

/** The elements of an event's path, innermost first. */
export function elementsOf(path: readonly EventTarget[]): Element[] {
  return path.filter((target): target is Element => target instanceof Element);
}

/** The path that an event at this element would have. */
export function pathFrom(element: Element): Element[] {
  const path: Element[] = [];
  for (let at: Node | null = element; at; at = parentOf(at)) if (at instanceof Element) path.push(at);
  return path;
}

/** The element that has the focus, also inside open shadow roots. */
export function focusedElement(): Element | undefined {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at ?? undefined;
}

/** The first words among the alternates' matches. */
export function firstWords(root: Document | Element, alternates: readonly string[]): string | undefined {
  for (const selector of alternates) {
    for (const element of root.querySelectorAll(selector)) {
      const words = visible(element) && (wordsOf(element) || element.getAttribute("aria-label")?.trim());
      if (words) return words;
    }
  }
  return undefined;
}

/** Published text as a reader sees it: pictures of emoji count as their `alt`. */
export function wordsOf(element: Element): string {
  let words = "";
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) words += node.data;
    else if (node instanceof HTMLImageElement) words += node.alt;
    else if (node instanceof HTMLBRElement) words += "\n";
  }
  return words.trim();
}
