import type { Decision } from "../shared/messages";
import { isSlug } from "../shared/parse";
import { loadSettings } from "../shared/settings";

/**
 * What is kept of an author's decision to publish all the same: which family,
 * which reason was picked, which day. Nothing of the draft, and for 30 days.
 */
export interface KeptDecision {
  family: string;
  reason: string;
  date: string;
}

export const DAYS_KEPT = 30;
const KEY = "decisions";
const LOCK = "lozenge-decisions";

export async function keepDecision(
  decision: Decision,
  tab: chrome.tabs.Tab | undefined,
  now = new Date(),
): Promise<void> {
  if (tab === undefined || tab.incognito) return;
  if ((await loadSettings()).managed.keep_nothing === true) return;
  const kept = { family: decision.family, reason: decision.reason, date: day(now) };
  await change((all) => [...all, kept], now);
}

/** The decisions of the last 30 days, oldest first. */
export async function readDecisions(now = new Date()): Promise<KeptDecision[]> {
  const stored = (await chrome.storage.local.get(KEY))[KEY];
  return Array.isArray(stored) ? stored.filter(isKept).filter((one) => isRecent(one, now)) : [];
}

export async function forgetOldDecisions(now = new Date()): Promise<void> {
  await change((all) => all, now);
}

export async function clearDecisions(): Promise<void> {
  await change(() => [], new Date());
}

async function change(next: (all: KeptDecision[]) => KeptDecision[], now: Date): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    try {
      await chrome.storage.local.set({ [KEY]: next(await readDecisions(now)) });
    } catch {
      // A full disk must not keep anybody from posting; the decision is then not kept.
    }
  });
}

function isKept(value: unknown): value is KeptDecision {
  if (typeof value !== "object" || value === null) return false;
  const { family, reason, date } = value as Partial<Record<keyof KeptDecision, unknown>>;
  return isSlug(family) && isSlug(reason) && typeof date === "string" && !Number.isNaN(Date.parse(date));
}

function isRecent({ date }: KeptDecision, now: Date): boolean {
  const age = (Date.parse(day(now)) - Date.parse(date)) / 86_400_000;
  return age < DAYS_KEPT;
}

function day(now: Date): string {
  return now.toISOString().slice(0, 10);
}
