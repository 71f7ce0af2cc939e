/** Each site's Content-Security-Policy, in the shape that the live one has. */
import { createHash } from "node:crypto";

/** LinkedIn's named policies; `default` lets the editors' own markup through and refuses scripts. */
const TRUSTED_TYPES = "trusted-types default jSecure dompurify";

/** Whether a site lets pages compile WebAssembly when nothing else is asked for. */
const ALLOWS_WASM = { x: false, facebook: true, linkedin: false };

/** @param {string} script */
export function hashOf(script) {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

/**
 * @param {import("./hosts.mjs").ReplicaSite} site
 * @param {{ nonce: string, inline: string, wasm: string | null }} page
 */
export function policyOf(site, { nonce, inline, wasm }) {
  const allowed = wasm === "allowed" || (wasm !== "refused" && ALLOWS_WASM[site]);
  const extra = allowed ? " 'wasm-unsafe-eval'" : "";
  const common = [
    "default-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "frame-ancestors 'self'",
  ];
  const own = {
    x: [`script-src 'self' 'nonce-${nonce}'${extra}`, "style-src 'self' 'unsafe-inline'"],
    facebook: [
      `script-src *.facebook.com *.messenger.com 'nonce-${nonce}' blob: 'self'${extra}`,
      "style-src 'self' blob: 'unsafe-inline'",
    ],
    linkedin: [
      `script-src 'self' ${hashOf(inline)}${extra}`,
      "style-src 'self' 'unsafe-inline'",
      "require-trusted-types-for 'script'",
      TRUSTED_TYPES,
    ],
  };
  return [...common, ...own[site]].join("; ");
}
