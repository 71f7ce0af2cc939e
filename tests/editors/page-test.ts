/** Runs the content script's modules in an isolated world of a replica's page, as the browser would. */
import { fileURLToPath } from "node:url";
import type { CDPSession, Page } from "@playwright/test";
import { build } from "esbuild";
import { test as base } from "../sites/spec-page";
import type { PageSide } from "./page-side";

const WORLD = "lozenge";

/** Calls into the page; every function of the page side, returning a promise. */
export type Remote = {
  [K in keyof PageSide]: (...args: Parameters<PageSide[K]>) => Promise<Awaited<ReturnType<PageSide[K]>>>;
};

export const test = base.extend<{ lozenge: Remote }, { script: string }>({
  script: [
    // Playwright reads the fixtures' names from this pattern.
    // biome-ignore lint/correctness/noEmptyPattern: required by Playwright
    async ({}, use) => {
      const entry = fileURLToPath(new URL("page-side.ts", import.meta.url));
      const bundle = await build({
        entryPoints: [entry],
        bundle: true,
        write: false,
        format: "iife",
        target: "es2023",
      });
      await use(bundle.outputFiles[0]?.text ?? "");
    },
    { scope: "worker" },
  ],
  lozenge: async ({ page, script }, use) => {
    const session = await page.context().newCDPSession(page);
    await session.send("Page.enable");
    await session.send("Page.addScriptToEvaluateOnNewDocument", { source: script, worldName: WORLD });
    await use(remote(page, session));
  },
});

export { expect } from "@playwright/test";

function remote(page: Page, session: CDPSession): Remote {
  const call = async (name: string, args: unknown[]): Promise<unknown> => {
    await page.waitForLoadState();
    const { frameTree } = await session.send("Page.getFrameTree");
    const { executionContextId } = await session.send("Page.createIsolatedWorld", {
      frameId: frameTree.frame.id,
      worldName: WORLD,
    });
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      contextId: executionContextId,
      expression: `pageSide[${JSON.stringify(name)}](...${JSON.stringify(args)})`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  return new Proxy({} as Remote, {
    get:
      (_, name) =>
      (...args: unknown[]) =>
        call(String(name), args),
  });
}
