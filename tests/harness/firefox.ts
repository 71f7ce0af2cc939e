/** Firefox, driven over WebDriver BiDi. */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import puppeteer, { type Frame } from "puppeteer-core";
import { firefoxPrefs } from "../sites/browsers";
import { built, type InRoot, type LaunchOptions, type Lozenge, program, VIEWPORT } from "./launch";

/** What puppeteer has of BiDi beneath its own interface, as far as it is used here. */
interface Bidi {
  connection: { send(method: string, params: unknown): Promise<{ result: unknown }> };
}
interface RemoteNode {
  sharedId?: string;
  value?: { mode?: string; shadowRoot?: RemoteNode | null; children?: RemoteNode[] };
}
interface Answer {
  type: "success" | "exception";
  result: RemoteNode & { value?: unknown };
  exceptionDetails?: { text: string };
}

export async function launchFirefox({ port, extension, headed, wasm }: LaunchOptions): Promise<Lozenge> {
  const folder = extension ?? built("firefox");
  const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  const id: string = manifest.browser_specific_settings.gecko.id;
  // Firefox gives each installation an address by chance; for a test it has to be known.
  const uuid = randomUUID();
  const address = `moz-extension://${uuid}/`;
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: program("LOZENGE_FIREFOX", ["firefox-esr", "firefox"]),
    headless: !headed,
    defaultViewport: VIEWPORT,
    acceptInsecureCerts: true,
    // The extension's own pages count as the system's.
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      ...firefoxPrefs(port),
      // Extensions are trusted with it for longer than pages are.
      ...(wasm === "off"
        ? { "javascript.options.wasm": false, "javascript.options.wasm_trustedprincipals": false }
        : {}),
      "extensions.webextensions.uuids": JSON.stringify({ [id]: uuid }),
      // The event page lives until a test ends it.
      "extensions.background.idle.timeout": 600_000,
    },
  });
  await browser.installExtension(folder);
  const { connection } = browser as unknown as Bidi;

  async function call(context: string, functionDeclaration: string, args: unknown[], depth = 0): Promise<Answer> {
    const { result } = await connection.send("script.callFunction", {
      functionDeclaration,
      arguments: args,
      target: { context },
      awaitPromise: true,
      serializationOptions: { includeShadowTree: "all", maxDomDepth: depth },
    });
    const answer = result as Answer;
    if (answer.type === "exception") throw new Error(answer.exceptionDetails?.text);
    return answer;
  }

  /** A tab on its way to an address. */
  async function openTab(url: string, tries = 3): Promise<string> {
    const { result } = await connection.send("browsingContext.create", { type: "tab", background: true });
    const { context } = result as { context: string };
    try {
      // The page moves to another process on its way, and the end of that journey is never reported.
      await connection.send("browsingContext.navigate", { context, url, wait: "none" });
      return context;
    } catch (error) {
      // Now and then Firefox loses the page in between ("NS_ERROR_NOT_AVAILABLE").
      await connection.send("browsingContext.close", { context });
      if (tries === 1) throw error;
      return openTab(url, tries - 1);
    }
  }

  return {
    name: "firefox",
    browser,
    address,
    page: () => browser.newPage(),
    async onOwnPage<R>(path: string, act: (argument: string) => Promise<R>, argument: string): Promise<R> {
      const context = await openTab(address + path);
      try {
        const ready = `() => new Promise((resolve) => {
          if (document.readyState === "complete") resolve(location.href);
          else addEventListener("load", () => resolve(location.href));
        })`;
        while ((await call(context, ready, []).catch(() => undefined))?.result.value !== address + path);
        const declaration = `async (argument) => JSON.stringify({ value: await (${act})(argument) })`;
        const answer = await call(context, declaration, [{ type: "string", value: argument }]);
        return JSON.parse(String(answer.result.value)).value;
      } finally {
        await connection.send("browsingContext.close", { context });
      }
    },
    async inClosedRoots<A, R>(frame: Frame, act: InRoot<A, R>, argument: A): Promise<R[]> {
      const context = (frame as unknown as { _id: string })._id;
      const tree = await call(context, "() => document.documentElement", [], 100);
      const answers: R[] = [];
      for (const { sharedId } of closedRoots(tree.result)) {
        try {
          const declaration = `(root, argument) => JSON.stringify((${act})(root, JSON.parse(argument)))`;
          const said = JSON.stringify(argument) ?? "null";
          const { result } = await call(context, declaration, [{ sharedId }, { type: "string", value: said }]);
          if (typeof result.value === "string") answers.push(JSON.parse(result.value));
        } catch (error) {
          // The page may take a root away between the two questions.
          if (!/no such|stale|detached/i.test(String(error))) throw error;
        }
      }
      return answers;
    },
    async stopBackground() {
      throw new Error("WebDriver has no way to end an event page");
    },
    async reload() {
      await browser.uninstallExtension(id);
      await browser.installExtension(folder);
    },
    close: () => browser.close(),
  };
}

function closedRoots(node: RemoteNode): RemoteNode[] {
  const { shadowRoot, children = [], mode } = node.value ?? {};
  const own = mode === "closed" ? [node] : [];
  return own.concat(...(shadowRoot ? [closedRoots(shadowRoot)] : []), ...children.map(closedRoots));
}
