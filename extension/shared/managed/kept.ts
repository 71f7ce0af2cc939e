import type { Managed, ManagedProblem } from "./read";

/**
 * The last known word of the organisation, as the background keeps it in `storage.local`: read and checked, so that
 * whoever starts next neither waits for the browser's policies nor checks them again.
 */

/** The keys in `storage.local`; what may be long is apart. */
export const KEPT = { small: "managed", pack: "managed_pack" } as const;

export interface Kept {
  managed: Managed;
  problems: ManagedProblem[];
  /** Tells whether the browser's word is still the same. */
  print: string;
}

export interface KeptItems {
  managed: Omit<Managed, "own_pack">;
  problems: ManagedProblem[];
  print: string;
}

/** What stands under the keys; nothing where nothing does. Only the background writes it. */
export function readKept(items: Record<string, unknown>): Kept {
  const small = items[KEPT.small];
  if (!isKept(small)) return { managed: {}, problems: [], print: "" };
  const pack = items[KEPT.pack];
  const managed: Managed = { ...small.managed };
  if (typeof pack === "string") managed.own_pack = pack;
  return { managed, problems: small.problems, print: small.print };
}

function isKept(value: unknown): value is KeptItems {
  if (typeof value !== "object" || value === null) return false;
  const { managed, problems, print } = value as Partial<Record<keyof KeptItems, unknown>>;
  return typeof managed === "object" && managed !== null && Array.isArray(problems) && typeof print === "string";
}
