/** The main flow in one box of each sort: read, marked, held, explained, changed or let go, posted once. */
import { test } from "../harness/test";
import * as behaviours from "./behaviours";
import { author } from "./drafts";
import { replicaNamed } from "./replica-named";

/** One of each editor, dialog and submit gesture; every box of the table is held and let go in every-box.spec.ts. */
const BOXES = [
  "x home",
  "x modal",
  "facebook feed",
  "facebook comment",
  "linkedin ember post",
  "linkedin interop post",
  "linkedin sdui post",
];

for (const replica of BOXES.map(replicaNamed)) {
  test.describe(replica.name, () => {
    test.beforeEach(async ({ desk }) => desk.settings(author));

    test("a clean post goes out at the first press", async ({ desk }) => {
      await behaviours.aCleanPostGoesAtTheFirstPress(desk, await desk.open(replica));
    });

    test("a press that comes before the answer posts once", async ({ desk }) => {
      await behaviours.aPressBeforeTheAnswerPostsOnce(desk, await desk.open(replica));
    });

    test("what is quoted is marked, and nothing else", async ({ desk }) => {
      await behaviours.whatIsQuotedIsMarked(desk, await desk.open(replica));
    });

    test("a warning is held once", async ({ desk }) => {
      await behaviours.aWarningIsHeldOnce(desk, await desk.open(replica));
    });

    if (replica.keys !== "none") {
      test("keys that publish are held too, however fast", async ({ desk }) => {
        await behaviours.keysThatPublishAreHeldToo(desk, await desk.open(replica));
      });
    }
  });
}

/** Every editor that a fix is written into. */
for (const replica of [...BOXES, "linkedin message", "linkedin message in a dialog"].map(replicaNamed)) {
  test(`${replica.name}: a fix changes what was quoted alone, and one step takes it back`, async ({ desk }) => {
    await desk.settings(author);
    await behaviours.aFixGoesInAndCanBeUndone(desk, await desk.open(replica));
  });
}
