/** The HTML that every address of a site answers with; the replica's script draws the rest. */
import { randomBytes } from "node:crypto";
import { policyOf } from "./policy.mjs";

/** Inline code of each site. It runs only where the site's policy knows it, by nonce or by hash. */
const inline = {
  // X writes its theme into the body's own style.
  x: `const dark = matchMedia("(prefers-color-scheme: dark)").matches;
document.body.style.backgroundColor = dark ? "#000000" : "#ffffff";`,
  facebook: `window.__replica = "facebook";`,
  // The editors write markup; scripts made from strings are refused.
  linkedin: `if (window.trustedTypes) trustedTypes.createPolicy("default", { createHTML: (markup) => markup });`,
};

const titles = { x: "Home / X", facebook: "Facebook", linkedin: "Feed | LinkedIn" };

/** Facebook tells its own scripts who is signed in. Acting as a page, the two numbers differ. */
function facebookData(path) {
  const asPage = path.startsWith("/brookfield");
  const data = {
    require: [
      [
        "CurrentUserInitialData",
        [],
        {
          ACCOUNT_ID: "100001000000001",
          USER_ID: asPage ? "100002000000002" : "100001000000001",
          NAME: asPage ? "Brookfield Health Centre" : "Sam Okafor",
          SHORT_NAME: asPage ? "Brookfield" : "Sam",
        },
      ],
    ],
  };
  return `<script type="application/json" data-sjs>${JSON.stringify(data)}</script>`;
}

/** LinkedIn leaves data about the member in hidden code elements. */
function linkedinData() {
  const me = {
    data: { $type: "com.linkedin.voyager.common.Me", plainId: 1001 },
    included: [{ firstName: "Sam", lastName: "Okafor", publicIdentifier: "sam-okafor" }],
  };
  return `<code style="display: none" id="bpr-guid-1001">${JSON.stringify(me)}</code>`;
}

/**
 * @param {import("./hosts.mjs").ReplicaSite} site
 * @param {URL} url
 */
export function shell(site, url) {
  const nonce = randomBytes(16).toString("base64");
  const lang = url.searchParams.get("lang") ?? "en";
  const data = site === "facebook" ? facebookData(url.pathname) : site === "linkedin" ? linkedinData() : "";
  const html = `<!doctype html>
<html lang="${/^[a-z]{2}$/.test(lang) ? lang : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titles[site]}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_replica/${site}.css">
</head>
<body>
<script nonce="${nonce}">${inline[site]}</script>
${data}
<div id="react-root"></div>
<script nonce="${nonce}" src="/_replica/${site}.js"></script>
</body>
</html>
`;
  const policy = policyOf(site, { nonce, inline: inline[site], wasm: url.searchParams.get("wasm") });
  return { html, policy };
}
