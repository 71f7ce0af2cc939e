/**
 * Serves the replicas on 127.0.0.1 for all their host names.
 *
 *   node tests/sites/server.mjs [--port 8443] [--http]
 */
import { createReadStream, existsSync } from "node:fs";
import { createServer as createHttp } from "node:http";
import { createServer as createHttps } from "node:https";
import { basename, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { generate } from "selfsigned";
import { buildSites, outdir } from "./build.mjs";
import { domains, siteOf } from "./server/hosts.mjs";
import { shell } from "./server/shell.mjs";

const types = { ".js": "text/javascript", ".css": "text/css", ".map": "application/json" };

/** A certificate for this run alone; browsers in tests are told to take it. */
async function certificate() {
  const names = Object.values(domains).flat();
  const altNames = names.flatMap((name) => [
    { type: 2, value: name },
    { type: 2, value: `*.${name}` },
  ]);
  const made = await generate([{ name: "commonName", value: "replicas for tests" }], {
    keyType: "ec",
    extensions: [{ name: "subjectAltName", altNames }],
  });
  return { key: made.private, cert: made.cert };
}

/** The picture of an emoji: the character itself, drawn by the browser's own font. */
function emojiPicture(name) {
  const points = name.split("-").map((hex) => Number.parseInt(hex, 16));
  const known = points.every((point) => point > 0 && point <= 0x10ffff);
  const text = known ? String.fromCodePoint(...points) : "";
  const safe = text.replace(/[<&>]/g, "");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><text x="18" y="29" font-size="28" text-anchor="middle">${safe}</text></svg>`;
}

function answer(request, response) {
  const site = siteOf(request.headers.host ?? "");
  const url = new URL(request.url ?? "/", `https://${request.headers.host ?? "localhost"}`);
  const file = basename(url.pathname);
  const path = join(outdir, file);
  response.setHeader("Cache-Control", "no-store");
  if (!site) {
    response.writeHead(404).end("No replica has this host name.");
  } else if (url.pathname.startsWith("/_replica/emoji/")) {
    response.writeHead(200, { "Content-Type": "image/svg+xml" }).end(emojiPicture(basename(file, ".svg")));
  } else if (url.pathname.startsWith("/_replica/")) {
    if (!existsSync(path)) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": types[extname(file)] ?? "text/plain" });
    createReadStream(path).pipe(response);
  } else {
    const { html, policy } = shell(site, url);
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy });
    response.end(html);
  }
}

export async function startSites({ port = 0, http = false, build = true } = {}) {
  if (build) await buildSites();
  const server = http ? createHttp(answer) : createHttps(await certificate(), answer);
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(undefined));
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve(undefined));
        server.closeAllConnections();
      }),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const at = process.argv.indexOf("--port");
  const port = at > 0 ? Number(process.argv[at + 1]) : 8443;
  const { port: taken } = await startSites({ port, http: process.argv.includes("--http") });
  console.log(`replicas on 127.0.0.1:${taken}`);
}
