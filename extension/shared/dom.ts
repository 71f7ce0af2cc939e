/** Builds elements without ever parsing text as markup: what was typed or quoted can only become text. */

export type Child = Node | string | null | undefined | false;
type Handlers = { [E in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[E]) => void };
export interface Props {
  on?: Handlers;
  /** Attributes by name; false and undefined leave one out, true sets it empty. */
  [attribute: string]: string | number | boolean | undefined | Handlers;
}

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "object" || value === undefined || value === false) continue;
    if (name.startsWith("on")) throw new TypeError(`Give the handler for “${name}” under “on”.`);
    element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const [type, handler] of Object.entries(props.on ?? {})) {
    element.addEventListener(type, handler as EventListener);
  }
  element.append(...kept(children));
  return element;
}

/** The same for drawings. */
export function svg(tag: string, attributes: Record<string, string>, ...children: Node[]): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Replaces all that an element holds. */
export function fill(element: Element, ...children: (Child | readonly Child[])[]): void {
  element.replaceChildren(...kept(children));
}

/** The element with this id in the page's own markup; a page without it is a broken build. */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new TypeError(`The page has no ${type.name} “${id}”.`);
  return element;
}

function kept(children: readonly (Child | readonly Child[])[]): (Node | string)[] {
  return (children.flat() as Child[]).filter(
    (child): child is Node | string => child !== null && child !== undefined && child !== false,
  );
}
