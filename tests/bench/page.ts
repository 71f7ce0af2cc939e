/** The page that benchmarks run in: the wasm module, its glue as one script, and whatever else a benchmark serves. */
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { build } from "esbuild";
import type { Draft } from "../../extension/shared/records";

export const ROOT = join(import.meta.dirname, "../..");

/** The drafts of the development corpus. */
export async function corpusDrafts(): Promise<(Draft & { text: string })[]> {
  const lines = (await readFile(join(ROOT, "tests/corpus/drafts.jsonl"), "utf8")).trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Draft & { text: string });
}

/** Serves the page until it is closed. `more` answers other requests and says whether it did. */
export async function serve(
  more: (request: IncomingMessage, response: ServerResponse) => boolean = () => false,
): Promise<{ address: string; close: () => void }> {
  const glue = await build({
    stdin: { contents: `export * from "./lozenge_wasm.js"`, resolveDir: join(ROOT, "extension/.wasm") },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "lozenge",
    define: { "import.meta.url": '""' },
  });
  const wasm = await readFile(join(ROOT, "dist/chromium/wasm/lozenge_wasm_bg.wasm"));
  const server = createServer((request, response) => {
    // Isolated pages have the fine clock.
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    if (request.url === "/module.wasm") response.setHeader("Content-Type", "application/wasm").end(wasm);
    else if (request.url === "/glue.js")
      response.setHeader("Content-Type", "text/javascript").end(glue.outputFiles[0]?.text);
    else if (!more(request, response)) {
      // What runs in the page is compiled by tsx, which names its functions with this.
      const markup = '<!doctype html><script>globalThis.__name = (f) => f</script><script src="/glue.js"></script>';
      response.setHeader("Content-Type", "text/html").end(markup);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
