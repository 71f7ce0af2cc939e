/** Opens Chromium with Lozenge in it and a compose box in front, on the replicas of the sites. */
import { launch } from "../harness/launch";
import { store } from "../harness/settings";
import { startSites } from "../sites/server.mjs";

const sites = await startSites();
const lozenge = await launch("chromium", { port: sites.port, headed: true });
await store(lozenge, { organisation: "nhs-trust", capacity: "personal", bio: "Nurse, runner, mum of two." });
const page = await lozenge.page();
await page.goto("https://x.com/home");
await page.bringToFront();
await page.click('[data-testid="tweetTextarea_0"]');

console.log(`
This is a replica of X on your own machine; nothing you type leaves it.
Try: Long night on the ward with Dr Sarah Jones. Our patient (NHS number 943 476 5919) went home at last!
The other two are at https://www.facebook.com/ and https://www.linkedin.com/feed/ in this window.
Close the window, or press Ctrl+C, to end.`);

await new Promise<void>((resolve) => {
  lozenge.browser.once("disconnected", () => resolve());
  process.once("SIGINT", () => resolve());
});
await lozenge.close().catch(() => undefined);
await sites.close();
