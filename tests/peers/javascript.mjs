/**
 * Runs the peers that are npm packages over texts: `node javascript.mjs PEER < texts.jsonl > findings.jsonl`.
 * The answers have the form of `presidio.py`'s.
 */
import { createInterface } from "node:readline";

/** One finding: from, to (UTF-16), what sort. */
const PEERS = {
  /** All patterns that ship; the identifiers are told apart from the rest where they are scored. */
  openredaction: async () => {
    const { OpenRedaction } = await import("openredaction");
    return openredaction(new OpenRedaction({ redactionMode: "placeholder" }));
  },
  /** The British patterns, and names. */
  "openredaction-uk": async () => {
    const { OpenRedaction } = await import("openredaction");
    const patterns = [
      "NHS_NUMBER",
      "CHI_NUMBER",
      "NATIONAL_INSURANCE_UK",
      "POSTCODE_UK",
      "PHONE_UK",
      "PHONE_UK_MOBILE",
      "PHONE_INTERNATIONAL",
      "EMAIL",
      "DATE_OF_BIRTH",
      "MEDICAL_RECORD_NUMBER",
      "PATIENT_ID",
      "HOSPITAL_ACCOUNT",
      "ADDRESS_STREET",
      "NAME",
    ];
    return openredaction(new OpenRedaction({ redactionMode: "placeholder", patterns }));
  },
  /** Every rule of its own; it gives text with placeholders, from which the places are told. */
  "redact-pii": async () => {
    const { SyncRedactor } = (await import("redact-pii")).default;
    const redactor = new SyncRedactor();
    return (text) => placeholders(text, redactor.redact(text));
  },
  obscenity: async () => {
    const { RegExpMatcher, englishDataset, englishRecommendedTransformers } = await import("obscenity");
    const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
    return (text) => matcher.getAllMatches(text, true).map((found) => [found.startIndex, found.endIndex + 1, "ABUSE"]);
  },
  /** `sureness: 2` leaves out the words that are profane only sometimes or seldom. */
  "retext-profanities": async () => profanities({ sureness: 2 }),
  "retext-profanities-all": async () => profanities({}),
};

async function openredaction(detector) {
  return async (text) => (await detector.detect(text)).detections.map((found) => [...found.position, found.type]);
}

async function profanities(options) {
  const { unified } = await import("unified");
  const { default: english } = await import("retext-english");
  const { default: check } = await import("retext-profanities");
  const { default: stringify } = await import("retext-stringify");
  const processor = unified().use(english).use(check, options).use(stringify);
  return (text) => {
    const messages = processor.processSync(text).messages;
    return messages.map(({ place }) => [place?.start?.offset ?? 0, place?.end?.offset ?? 0, "ABUSE"]);
  };
}

/** The stretches of a text for which another has a placeholder in capitals. */
function placeholders(text, redacted) {
  const spans = [];
  let at = 0;
  let open;
  const pieces = redacted.split(
    /\b(PERSON_NAME|NAME|PHONE_NUMBER|EMAIL_ADDRESS|STREET_ADDRESS|ZIPCODE|DIGITS|CREDIT_CARD_NUMBER|US_SOCIAL_SECURITY_NUMBER|IP_ADDRESS|USERNAME|PASSWORD|CREDENTIALS|URL)\b/,
  );
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 1 && !text.startsWith(piece, at)) {
      open ??= [at, piece];
      continue;
    }
    if (piece === "") continue;
    const from = open ? text.indexOf(piece, at) : at;
    if (open) {
      spans.push([open[0], from < 0 ? text.length : from, open[1]]);
      open = undefined;
    }
    at = (from < 0 ? at : from) + piece.length;
  }
  if (open) spans.push([open[0], text.length, open[1]]);
  return spans;
}

const find = await PEERS[process.argv[2]]();
await find("Warm up: Dr Jane Smith, 07700 900123, you idiot");
for await (const line of createInterface({ input: process.stdin })) {
  const { id, text } = JSON.parse(line);
  const start = performance.now();
  const spans = await find(text);
  const ms = performance.now() - start;
  process.stdout.write(`${JSON.stringify({ id, ms, spans })}\n`);
}
