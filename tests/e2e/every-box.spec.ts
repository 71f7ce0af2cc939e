/** Whatever the box: what stops is held by the press that publishes there, and goes once, as it was written. */
import { test } from "../harness/test";
import { replicas } from "../sites/index";
import { aStopIsHeldUntilAReasonIsPicked } from "./behaviours";
import { author } from "./drafts";

for (const replica of replicas) {
  test(`${replica.name} holds a stop and lets it go once`, async ({ desk }) => {
    await desk.settings(author);
    await aStopIsHeldUntilAReasonIsPicked(desk, await desk.open(replica));
  });
}
