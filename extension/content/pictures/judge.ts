import { parsePictureReply } from "../../shared/parse";
import type { LogoVerdict } from "../../shared/records";
import type { Look } from "./look";

/** Asks the background what a picture shows; the quadrilateral comes back in pixels of the whole picture. Rejects without an answer. */
export async function judge(look: Look): Promise<LogoVerdict> {
  const reply = parsePictureReply(await chrome.runtime.sendMessage({ type: "picture", data: await look.encode() }));
  if (reply?.type !== "verdict") throw new Error("no answer for the picture");
  const { outcome, score, quad } = reply.verdict;
  const scale = look.size.width / reply.width;
  return { outcome, score, ...(quad && { quad: quad.map(([x, y]): [number, number] => [x * scale, y * scale]) }) };
}
