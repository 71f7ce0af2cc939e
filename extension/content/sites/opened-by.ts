/**
 * Tells an edit from a new post without a translated word: an edit is opened from the menu of a post, and the text is
 * there before anybody types.
 */
import { closestAcross } from "../dom";

export interface OpenedBy {
  /** To be told of every event's path. */
  note(elements: readonly Element[]): void;
  /** Whether the last thing pressed outside a dialog was in a menu. */
  menu(): boolean;
}

const TRIGGER = 'button, a, [role="button"], [role="menuitem"]';
const DIALOG = '[role="dialog"], dialog[open]';

export function openedBy(menuItem: string): OpenedBy {
  let inMenu = false;
  return {
    note(elements) {
      const trigger = elements.find((element) => element.matches(TRIGGER));
      if (!trigger || closestAcross(trigger, DIALOG)) return;
      inMenu = elements.some((element) => element.matches(menuItem));
    },
    menu: () => inMenu,
  };
}
