/** Chromium, driven over its own protocol: the one way to look into a closed shadow root. */
import puppeteer, {
  type Browser,
  type CDPSession,
  type Frame,
  type Page,
  type Protocol,
  type Target,
} from "puppeteer-core";
import { chromiumArgs } from "../sites/browsers";
import { built, type InRoot, type LaunchOptions, type Lozenge, program, VIEWPORT } from "./launch";

export async function launchChromium({ port, extension, headed, wasm }: LaunchOptions): Promise<Lozenge> {
  const folder = extension ?? built("chromium");
  const browser = await puppeteer.launch({
    executablePath: program("LOZENGE_CHROMIUM", ["chromium", "chromium-browser"]),
    headless: !headed,
    defaultViewport: headed ? null : VIEWPORT,
    acceptInsecureCerts: true,
    enableExtensions: true,
    args: [
      ...chromiumArgs(port),
      ...(wasm === "off" ? ["--js-flags=--jitless"] : []),
      `--load-extension=${folder}`,
      `--disable-extensions-except=${folder}`,
    ],
  });
  const worker = await browser.waitForTarget(isBackground, { timeout: 15_000 });
  const address = new URL("/", worker.url()).href;
  const sessions = new WeakMap<Page, Promise<CDPSession>>();

  function sessionOf(page: Page): Promise<CDPSession> {
    const known = sessions.get(page) ?? page.createCDPSession();
    sessions.set(page, known);
    return known;
  }

  return {
    name: "chromium",
    browser,
    address,
    page: () => browser.newPage(),
    async onOwnPage<R>(path: string, act: (argument: string) => Promise<R>, argument: string): Promise<R> {
      const page = await browser.newPage();
      try {
        await page.goto(address + path);
        return (await page.evaluate(act, argument)) as R;
      } finally {
        await page.close();
      }
    },
    async inClosedRoots<A, R>(frame: Frame, act: InRoot<A, R>, argument: A): Promise<R[]> {
      const session = await sessionOf(frame.page());
      const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
      const answers: R[] = [];
      for (const { backendNodeId } of closedRoots(root)) {
        try {
          const { object } = await session.send("DOM.resolveNode", { backendNodeId });
          const { result, exceptionDetails } = await session.send("Runtime.callFunctionOn", {
            objectId: object.objectId,
            // A transpiler that keeps names wraps functions in a helper of its own, which the page has not.
            functionDeclaration: `function (argument) { const __name = (it) => it; return JSON.stringify((${act})(this, argument)); }`,
            arguments: [{ value: argument }],
          });
          if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
          if (typeof result.value === "string") answers.push(JSON.parse(result.value));
        } catch (error) {
          // The page may take a root away between the two questions.
          if (!/node|context|object/i.test(String(error))) throw error;
        }
      }
      return answers;
    },
    async stopBackground() {
      const target = await browser.waitForTarget(isBackground, { timeout: 5_000 });
      const worker = await target.worker();
      try {
        await worker?.close();
      } catch (error) {
        // Closing ends the session that is detached from next; it may be gone by then.
        if (!/No session with given id/.test(String(error))) throw error;
      }
    },
    async reload() {
      await developerMode(browser);
      const target = await browser.waitForTarget(isBackground, { timeout: 5_000 });
      const worker = await target.worker();
      // Nobody is left to answer this.
      void worker?.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
      await browser.waitForTarget((fresh) => fresh !== target && isBackground(fresh), { timeout: 15_000 });
    },
    close: () => browser.close(),
  };
}

/** Without it Chromium switches an unpacked extension off when it is loaded again. */
async function developerMode(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  await page.goto("chrome://extensions");
  await page.evaluate(async () => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void> };
    };
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  });
  await page.close();
}

function isBackground(target: Target): boolean {
  return target.type() === "service_worker" && target.url().startsWith("chrome-extension://");
}

function closedRoots(node: Protocol.DOM.Node): Protocol.DOM.Node[] {
  const inside = [
    ...(node.children ?? []),
    ...(node.shadowRoots ?? []),
    ...(node.contentDocument ? [node.contentDocument] : []),
  ];
  const own = node.shadowRootType === "closed" ? [node] : [];
  return own.concat(inside.flatMap(closedRoots));
}
