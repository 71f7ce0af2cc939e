/**
 * Lozenge and its peers over the same texts, side by side: `cargo xtask peers [FILE…]` calls it when all is
 * installed. Prints the tables of `docs/benchmarks.md`.
 *
 * A label is an identifier where its quote holds a number, a mail address or a postcode, and a name where it
 * holds a capitalised name and is short. A label counts only where the policy speaks to its family
 * (`tests/corpus/families.json`). What a peer calls a finding does not matter, only that it lies on the quote:
 * an NHS number taken for a telephone is caught.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const HERE = import.meta.dirname;
const { PEERS_FOLDER: FOLDER, PEERS_PYTHON: PYTHON, PEERS_MODEL: MODEL, PEERS_RUSTRICT: RUSTRICT } = process.env;

const npm = (name) => ["node", [join(HERE, "javascript.mjs"), name]];
const RUNNERS = {
  lozenge: ["node", [join(HERE, "lozenge.mjs")]],
  presidio: [PYTHON, [join(HERE, "presidio.py"), MODEL]],
  openredaction: npm("openredaction"),
  "openredaction-uk": npm("openredaction-uk"),
  "redact-pii": npm("redact-pii"),
  rustrict: [RUSTRICT, []],
  "rustrict-severe": [RUSTRICT, ["severe"]],
  obscenity: npm("obscenity"),
  "retext-profanities": npm("retext-profanities"),
  "retext-profanities-all": npm("retext-profanities-all"),
};

const held = (span) => span[3] !== "advise";
const of =
  (...sorts) =>
  (span) =>
    sorts.includes(span[2]);
const but =
  (...sorts) =>
  (span) =>
    !sorts.includes(span[2]);
const NAME_SORTS = ["PERSON", "NAME", "PERSON_NAME"];
/** Lozenge's findings that lie on a number, a mail address or an address, whosever it is. */
const numbered = (span, text) =>
  of("patient-identifier", "contact-details", "colleague-named")(span) &&
  /[\d@]/.test(text.slice(span[0], span[1]).normalize("NFKC"));
/** openredaction's patterns for identifiers of a person, among 570 for everything else. */
const personal = (span) => !/NAME|DATE_TIME|LOCATION|PERSON/.test(span[2]);

/** A row of a table: whose findings, and which of them. */
const IDENTIFIERS = [
  ["Lozenge", "lozenge", numbered],
  ["Lozenge, `warn` and `stop`", "lozenge", (span, text) => numbered(span, text) && held(span)],
  ["Presidio", "presidio", but("PERSON", "DATE_TIME", "LOCATION")],
  ["Presidio with dates and places", "presidio", but("PERSON")],
  ["openredaction, all patterns", "openredaction", personal],
  ["openredaction, British ones", "openredaction-uk", but("NAME")],
  ["redact-pii", "redact-pii", but("PERSON_NAME", "NAME")],
];
const NAMES = [
  ["Lozenge", "lozenge", of("patient-identifier", "colleague-named")],
  ["Lozenge, `warn` and `stop`", "lozenge", (s) => of("patient-identifier", "colleague-named")(s) && held(s)],
  ["Presidio", "presidio", of(...NAME_SORTS)],
  ["openredaction", "openredaction-uk", of(...NAME_SORTS)],
  ["redact-pii", "redact-pii", of(...NAME_SORTS)],
];
const ABUSE = [
  ["Lozenge", "lozenge", of("abuse")],
  ["rustrict", "rustrict", of("ABUSE")],
  ["rustrict, severe alone", "rustrict-severe", of("ABUSE")],
  ["obscenity", "obscenity", of("ABUSE")],
  ["retext-profanities, sure ones", "retext-profanities", of("ABUSE")],
  ["retext-profanities", "retext-profanities-all", of("ABUSE")],
];

const readLines = (file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));

/** The answers of one runner, by the text's id. */
function answers(name, texts) {
  const [program, words] = RUNNERS[name];
  const input = texts.map((text) => `${JSON.stringify(text)}\n`).join("");
  const options = { input, encoding: "utf8", maxBuffer: 1 << 30, stdio: ["pipe", "pipe", "inherit"] };
  const done = spawnSync(program, words, options);
  if (done.status !== 0) throw new Error(`${name} ended with ${done.status ?? done.error}`);
  const lines = done.stdout.split("\n").filter((line) => line !== "");
  if (lines.length !== texts.length) throw new Error(`${name} answered ${lines.length} of ${texts.length} texts`);
  writeFileSync(join(FOLDER, `${name}.jsonl`), done.stdout);
  return new Map(lines.map((line) => JSON.parse(line)).map((answer) => [answer.id, answer]));
}

/** Texts for all: the parts of a thread are joined, and where each begins is kept for Lozenge's spans. */
function textOf(draft, id) {
  const parts = draft.parts ?? [draft.text ?? ""];
  let at = 0;
  const starts = parts.map((part) => {
    const start = at;
    at += part.length + 2;
    return start;
  });
  return { id, text: parts.join("\n\n"), draft, parts: starts };
}

const NUMBER = /(\d[\s./-]?){5,}|[^\s@]+@[^\s@]+\.\w|\b[A-Z]{1,2}\d[\dA-Z]?\s*\d[A-Z]{2}\b/i;
const ADDRESS = /^(flat |no\.? )?\d+[a-z]?,? [A-Za-z'’]+( [A-Za-z'’]+){1,3}/i;
const NO_NAMES =
  /^(our|my|the|dr|mr|mrs|ms|miss|sister|matron|prof|professor|i|a|an|he|she|they|it|and|of|in|on|at|to|if|you|your|her|his|ward|bed|bay|room|side|patient|nhs|gp|band|a&e|ed|icu|hr|who|that|this|look|what|when|no|some|only|site|big|little|nurse|consultant|so|then|with|got|just|another|one|two|both)$/i;

function sortOf(quote) {
  if (quote === "") return undefined;
  if (NUMBER.test(quote) || ADDRESS.test(quote)) return "identifier";
  const words = quote.split(/[\s,.!?;:()]+/).filter(Boolean);
  if (words.length > 8) return undefined;
  const capital = (word) => /^\p{Lu}\p{Ll}/u.test(word) && !NO_NAMES.test(word.replace(/['’]s$/, ""));
  const inside = words.some((word, index) => capital(word) && (index > 0 || words.length <= 3));
  return inside ? "name" : undefined;
}

const overlaps = (span, from, to) => span[0] < to && from < span[1];

function places(text, quote) {
  const found = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) found.push([at, at + quote.length]);
  return found;
}

const share = (part, whole) => (whole === 0 ? "–" : (part / whole).toFixed(2));
const median = (numbers) => [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? 0;
const time = (ms) => (ms < 0.1 ? ms.toFixed(3) : ms < 10 ? ms.toFixed(2) : ms.toFixed(0));

function table(head, rows) {
  console.log(`| ${head.join(" | ")} |\n|${head.map(() => "---").join("|")}|`);
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
  console.log();
}

// The drafts.
const given = process.argv.slice(2);
const corpus = join(ROOT, "tests/corpus");
const files =
  given.length > 0
    ? given
    : readdirSync(corpus)
        .filter((name) => /^(round|mixed)-\d+\.jsonl$/.test(name))
        .sort()
        .map((name) => join(corpus, name));
const { families } = JSON.parse(readFileSync(join(corpus, "families.json"), "utf8"));
const labelled = files.flatMap((file) => readLines(file));
const texts = labelled.map((draft, index) => textOf(draft, `${index}`));
const all = Object.fromEntries(Object.keys(RUNNERS).map((name) => [name, answers(name, texts)]));

const binding = (draft) => (label) =>
  (families[label.family]?.[draft.organisation] ?? []).includes(draft.capacity ?? "personal");
const labelsOf = labelled.map((draft) => (draft.labels ?? []).filter(binding(draft)));

/** How many quotes of a sort were touched, and how many drafts without any such label were left alone. */
function spotted(rows, sort, labelFamilies) {
  return rows.map(([title, name, keep]) => {
    let quotes = 0;
    let caught = 0;
    let clean = 0;
    let alone = 0;
    for (const [index, text] of texts.entries()) {
      const spans = all[name].get(text.id).spans.filter((span) => keep(span, text.text));
      const labels = labelsOf[index].filter((label) => labelFamilies.includes(label.family));
      for (const label of labels.filter((one) => sortOf(one.quote) === sort)) {
        const where = places(text.text, label.quote);
        if (where.length === 0) continue;
        quotes += 1;
        caught += spans.some((span) => where.some(([from, to]) => overlaps(span, from, to))) ? 1 : 0;
      }
      if (labels.length === 0) {
        clean += 1;
        alone += spans.length === 0 ? 1 : 0;
      }
    }
    const ms = median([...all[name].values()].map((answer) => answer.ms));
    return [title, share(caught, quotes), share(alone, clean), time(ms), quotes, clean];
  });
}

const lengths = texts.map(({ text }) => text.length);
console.log(`${texts.length} drafts, median ${median(lengths)} characters\n`);
for (const [title, rows, sort, labelFamilies] of [
  ["identifiers", IDENTIFIERS, "identifier", ["patient-identifier", "contact-details", "colleague-named"]],
  ["names", NAMES, "name", ["patient-identifier", "colleague-named"]],
]) {
  const lines = spotted(rows, sort, labelFamilies);
  const [, , , , quotes, clean] = lines[0];
  table(
    [title, `caught of ${quotes}`, `left alone of ${clean} drafts without`, "ms a draft, median"],
    lines.map((line) => line.slice(0, 4)),
  );
}

const abuse = ABUSE.map(([title, name, keep]) => {
  let shown = 0;
  let caught = 0;
  let raised = 0;
  for (const [index, text] of texts.entries()) {
    const answer = all[name].get(text.id);
    const found = answer.families
      ? answer.families.some(([family]) => family === "abuse")
      : answer.spans.some((span) => keep(span));
    const label = labelsOf[index].some((one) => one.family === "abuse");
    shown += label ? 1 : 0;
    raised += found ? 1 : 0;
    caught += label && found ? 1 : 0;
  }
  const ms = median([...all[name].values()].map((answer) => answer.ms));
  return [title, share(caught, shown), share(caught, raised), time(ms), shown];
});
table(
  ["abuse", `drafts caught of ${abuse[0][4]}`, "precision", "ms a draft, median"],
  abuse.map((line) => line.slice(0, 4)),
);

// The sentences with identifiers.
const sentences = readLines(join(ROOT, "tests/identifiers/sentences.jsonl"));
const wrapped = sentences.map((sentence) => {
  const circumstances = { site: "x", surface: "post", organisation: "nhs-england-2017", capacity: "personal" };
  const draft = { ...circumstances, text: sentence.text, bio: "All views my own.", reply_to: "", attachments: [] };
  return { id: sentence.id, text: sentence.text, draft, parts: [0] };
});
const heard = Object.fromEntries(
  [...new Set(IDENTIFIERS.map(([, name]) => name))].map((name) => [name, answers(name, wrapped)]),
);
const rightOn = ([, name, keep], sentence) => {
  const spans = heard[name].get(sentence.id).spans.filter((span) => keep(span, sentence.text));
  if (!sentence.present) return spans.length === 0;
  return places(sentence.text, sentence.quote).some(([from, to]) => spans.some((span) => overlaps(span, from, to)));
};
for (const present of [true, false]) {
  const types = [...new Set(sentences.filter((one) => one.present === present).map((one) => one.type))];
  const line = (title, chosen) => [
    title,
    ...IDENTIFIERS.map((row) => share(chosen.filter((one) => rightOn(row, one)).length, chosen.length)),
  ];
  table(
    [
      present ? "sentences with an identifier: caught" : "look-alikes: left alone",
      ...IDENTIFIERS.map(([title]) => title),
    ],
    [
      ...types.map((type) =>
        line(
          type,
          sentences.filter((one) => one.type === type),
        ),
      ),
      line(
        "all",
        sentences.filter((one) => one.present === present),
      ),
    ],
  );
}
