import { type CheckerModule, loadChecker } from "../shared/checker-module";
import { byId, fill, h } from "../shared/dom";
import type { Policy } from "../shared/records";
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

byId("heading", HTMLElement).textContent = word("popup_heading");
fill(byId("foot", HTMLElement), h("p", {}, word("popup_private")), h("p", {}, word("popup_desktop_only")));

async function start(): Promise<void> {
  settings = await loadSettings({ peopleUpTo: 0 });
  onSettings(
    (changed) => {
      settings = changed;
      draw();
    },
    new AbortController().signal,
    { peopleUpTo: 0 },
  );
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
  const documents = module?.policies() ?? [];
  const policy = readPolicy(report?.policy ?? settings.organisation.value);

  if (seen !== undefined) fill(status, statusLine(seen));
  const frame = seen?.running ? seen.page.frame : "";
  fill(
    findings,
    (report?.findings ?? []).map((finding, index) =>
      findingBlock(finding, { policy, documents, example: !settings.chosen, show: () => show(frame, index) }),
    ),
  );
  fill(force, inForce(settings, capacity, policy));
  drawPolicy(policy, (report?.findings ?? []).length === 0);
}

function drawPolicy(policy: Policy | undefined, open: boolean): void {
  const wanted = `${policy?.id} ${settings.chosen}`;
  if (policy === undefined || module === undefined || wanted === drawnPolicy) return;
  drawnPolicy = wanted;
  fill(policyPlace, policySection(policy, module.policies(), !settings.chosen, open));
}

function readPolicy(id: string): Policy | undefined {
  try {
    return module?.policy(id);
  } catch {
    // A report may name a pack that this build does not carry.
    return undefined;
  }
}

function show(frame: string, index: number): void {
  page?.show(frame, index);
  window.close();
}

void start();
