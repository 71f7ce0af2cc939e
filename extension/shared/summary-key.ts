/**
 * Under which message the Welsh of a clause's plain line is kept. It hangs on the English words, not on the clause: a
 * pack of somebody's own that says the same has its Welsh too, and one that says something else does not get the wrong
 * one. The build script runs this file by itself: it may import nothing.
 */
export function summaryKey(english: string): string {
  // FNV-1a. The build stops where two lines share a number.
  let hash = 0x811c9dc5;
  for (let at = 0; at < english.length; at += 1) hash = Math.imul(hash ^ english.charCodeAt(at), 0x01000193);
  return `clause_${(hash >>> 0).toString(16)}`;
}
