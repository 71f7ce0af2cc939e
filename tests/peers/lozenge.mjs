/**
 * Runs Lozenge's module, as it is shipped, over drafts: `node lozenge.mjs < drafts.jsonl > findings.jsonl`.
 * The answers have the form of `presidio.py`'s; the sort of a span is its family, and its severity comes after.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Checker, initSync } from "../../extension/.wasm/lozenge_wasm.js";

const module = new URL("../../extension/.wasm/lozenge_wasm_bg.wasm", import.meta.url);
initSync({ module: readFileSync(module) });

const checkers = new Map();
function checkerFor(organisation) {
  if (!checkers.has(organisation)) checkers.set(organisation, new Checker(organisation));
  return checkers.get(organisation);
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, draft, parts } = JSON.parse(line);
  const checker = checkerFor(draft.organisation);
  const start = performance.now();
  const report = checker.check(draft);
  const ms = performance.now() - start;
  const spans = report.findings.flatMap((finding) =>
    finding.spans.map((span) => {
      const from = parts[span.part ?? 0] ?? 0;
      return [from + span.start, from + span.end, finding.family, finding.severity];
    }),
  );
  const families = report.findings.map((finding) => [finding.family, finding.severity]);
  process.stdout.write(`${JSON.stringify({ id, ms, spans, families })}\n`);
}
