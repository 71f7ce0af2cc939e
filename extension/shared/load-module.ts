/**
 * Fetches and compiles the packaged WebAssembly module.
 *
 * The one use of `fetch` in the product. It takes no address from its callers but a path inside the
 * extension, so nothing that is typed can travel through it.
 */
export async function loadModule(path: `wasm/${string}.wasm`): Promise<WebAssembly.Module> {
  const address = new URL(chrome.runtime.getURL(path));
  if (address.protocol !== "chrome-extension:" && address.protocol !== "moz-extension:") {
    throw new TypeError("loadModule takes a path inside the extension");
  }
  const answer = await fetch(address);
  return WebAssembly.compile(await answer.arrayBuffer());
}

/** A whole module of eight bytes: the magic number and the version. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** Whether this place lets WebAssembly be compiled; a page's own policy may refuse it to a content script. */
export async function mayCompile(): Promise<boolean> {
  try {
    await WebAssembly.compile(EMPTY_MODULE);
    return true;
  } catch {
    return false;
  }
}
