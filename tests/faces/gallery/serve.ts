import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));

export interface Gallery {
  /** The address of a state; `query` as gallery.ts reads it. */
  at(state: string, query?: string): string;
  close(): Promise<void>;
}

/** Bundles the gallery and serves it on a free port. */
export async function serveGallery(): Promise<Gallery> {
  const bundled = await build({
    entryPoints: [join(here, "gallery.ts")],
    bundle: true,
    write: false,
    format: "esm",
    loader: { ".css": "text" },
  });
  const script = bundled.outputFiles[0]?.text ?? "";
  const files = new Map<string, [string, string]>([
    ["/gallery.html", ["text/html; charset=utf-8", await readFile(join(here, "gallery.html"), "utf8")]],
    ["/gallery.css", ["text/css", await readFile(join(here, "gallery.css"), "utf8")]],
    ["/gallery.js", ["text/javascript; charset=utf-8", script]],
    ["/favicon.ico", ["image/x-icon", ""]],
  ]);
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? "/", "http://localhost").pathname);
    if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": file[0] }).end(file[1]);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    at: (state, query = "") => `http://127.0.0.1:${port}/gallery.html${query}#${state}`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
