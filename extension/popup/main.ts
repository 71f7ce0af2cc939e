import { type CheckerModule, loadChecker } from "../shared/checker-module";
import { byId, fill, h } from "../shared/dom";
import { documentsOf, policyInForce } from "../shared/own-pack";
import type { Policy, PolicySummary } from "../shared/records";
import { loadSettings, onSettings, type Settings } from "../shared/settings";
import { word } from "../shared/words";
import { findingBlock } from "../ui/finding";
import { listen, type Page, type Seen } from "./frames";
import { inForce } from "./in-force";
import { policySection } from "./policy";
import { statusLine } from "./status";

/** The popup: what Lozenge says of the draft in the active tab, or else the policy to read. */

const status = byId("status", HTMLElement);
const findings = byId("findings", HTMLElement);
const force = byId("force", HTMLElement);
const policyPlace = byId("policy", HTMLElement);

let settings: Settings;
let module: CheckerModule | undefined;
let page: Page | undefined;
let seen: Seen | undefined;
/** What the policy section was drawn for, so that typing in its search field is not lost to a redraw. */
let drawnPolicy = "";

document.documentElement.lang = word("language");
byId("heading", HTMLElement).textContent = word("popup_heading");
fill(byId("foot", HTMLElement), h("p", {}, word("popup_private")), h("p", {}, word("popup_desktop_only")));

async function start(): Promise<void> {
  settings = await loadSettings();
  onSettings((changed) => {
    settings = changed;
    draw();
  }, new AbortController().signal);
  page = await listen((now) => {
    seen = now;
    draw();
  });
  try {
    module = await loadChecker();
  } catch {
    fill(policyPlace, h("p", { class: "notice" }, word("popup_no_policy")));
  }
  draw();
}

function draw(): void {
  const report = seen?.running ? seen.page.report : undefined;
  const capacity = report?.capacity ?? settings.capacity.value;
  const documents = documentsOf(module, settings);
  const policy = policyInForce(module, settings, report?.policy);

  if (seen !== undefined) fill(status, statusLine(seen, settings.sites_off.value));
  const frame = seen?.running ? seen.page.frame : "";
  fill(
    findings,
    (report?.findings ?? []).map((finding, index) =>
      findingBlock(finding, { policy, documents, example: !settings.chosen, show: () => show(frame, index) }),
    ),
  );
  fill(force, inForce(settings, capacity, policy, module));
  drawPolicy(policy, documents, (report?.findings ?? []).length === 0);
}

function drawPolicy(policy: Policy | undefined, documents: readonly PolicySummary[], open: boolean): void {
  const wanted = JSON.stringify([policy, settings.chosen]);
  if (policy === undefined || module === undefined || wanted === drawnPolicy) return;
  drawnPolicy = wanted;
  fill(policyPlace, policySection(policy, documents, !settings.chosen, open));
}

function show(frame: string, index: number): void {
  page?.show(frame, index);
  window.close();
}

void start();
