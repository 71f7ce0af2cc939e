/** Where the browser is set to Welsh, what is found is told in Welsh, and what a clause says, whichever host found it; clauses stay as quoted. */
import { launch } from "../harness/launch";
import { store } from "../harness/settings";
import { deskAt, expect, test } from "../harness/test";
import { inWelsh } from "../harness/welsh";
import { author, stop } from "./drafts";
import { replicaNamed } from "./replica-named";

for (const wasm of ["allowed", "refused"] as const) {
  test(`a finding in the card is in Welsh (WebAssembly ${wasm} in the page)`, async ({ lozenge }) => {
    await inWelsh(lozenge.name, async (extension) => {
      const own = await launch(lozenge.name, { port: Number(process.env.LOZENGE_SITES_PORT), extension });
      try {
        await store(own, author);
        const page = await own.page();
        await page.bringToFront();
        const desk = deskAt(own, page);
        const box = await desk.open(replicaNamed("x home"), { wasm });
        await box.type(stop.text);
        await desk.until("findings");
        await box.submit();
        const [finding] = (await desk.until("held")).findings;
        expect(finding?.message).toBe(
          "Stopiwch: Mae hwn yn edrych fel rhif GIG: tynnwch ef allan, mae’n arwain yn syth at un person.",
        );
        expect(finding?.fixes).toContain("Tynnu’r rhif allan");
        expect(finding?.lines.join()).toMatch(/^cy: Peidiwch .*\b(claf|cleifion|gwasanaeth)\b/);
        expect(finding?.clauses.join()).toMatch(/\b(the|patients?)\b/);
        expect(await box.posted()).toEqual([]);
      } finally {
        await own.close();
      }
    });
  });
}
