/** A browser with Lozenge in it, on the replicas of the sites. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Frame, Page } from "puppeteer-core";
import { launchChromium } from "./chromium";
import { launchFirefox } from "./firefox";

export type BrowserName = "chromium" | "firefox";

export interface LaunchOptions {
  /** Where the replicas answer. */
  port: number;
  /** The folder to load; otherwise what the build made for this browser. */
  extension?: string;
  /** With a window. */
  headed?: boolean;
  /** Switches WebAssembly off everywhere, as an organisation may. */
  wasm?: "off";
}

/** A function that runs in the page, with the root as its first argument; both ways only what JSON holds. */
export type InRoot<A, R> = (root: ShadowRoot, argument: A) => R;

export interface Lozenge {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** The address of the extension's own pages, with the slash at its end. */
  readonly address: string;
  page(): Promise<Page>;
  /** Runs a function in one of the extension's own pages, opened for it behind the others. */
  onOwnPage<R>(path: string, act: (argument: string) => Promise<R>, argument: string): Promise<R>;
  /** Runs a function in each closed shadow root that a frame has, which no script of a page could reach. */
  inClosedRoots<A, R>(frame: Frame, act: InRoot<A, R>, argument: A): Promise<R[]>;
  /** Ends the background, as a browser does when it idles. */
  stopBackground(): Promise<void>;
  /** Loads the extension anew, as an update does. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

export const VIEWPORT = { width: 1280, height: 900 } as const;

export function launch(name: BrowserName, options: LaunchOptions): Promise<Lozenge> {
  return name === "chromium" ? launchChromium(options) : launchFirefox(options);
}

/** The folder that the build made; says how to make it when it is not there. */
export function built(name: BrowserName): string {
  const folder = join(import.meta.dirname, "../../dist", name);
  if (!existsSync(join(folder, "manifest.json"))) throw new Error(`${folder} is not built. Run: cargo xtask build`);
  return folder;
}

/** The browser's program, where `cargo xtask setup` finds or installs it. */
export function program(variable: string, names: readonly string[]): string {
  const named = process.env[variable];
  if (named) return named;
  const folders = (process.env.PATH ?? "").split(":");
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  if (found) return found;
  throw new Error(`None of ${names.join(", ")} is on the path. Run: cargo xtask setup, or set ${variable}.`);
}
