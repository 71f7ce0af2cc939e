/**
 * The settings that an organisation's administrators can give, one key each: the one source of the schema that
 * browsers read (`extension/managed-schema.json`) and of what is read from them (`read.ts`).
 *
 * Titles and descriptions are for administrators, who see them in the browser's own policy pages.
 */

export type ManagedType = "string" | "boolean" | "list";

interface Definition {
  type: ManagedType;
  title: string;
  description: string;
}

const SITES = "x, facebook, linkedin";

export const MANAGED_KEYS = {
  organisation: {
    type: "string",
    title: "Policy",
    description:
      "The built-in policy that applies: nhs-england-2017, nhs-england-2013, nhs-trust, north-tyneside-ccg or elft. Not needed beside own_pack.",
  },
  organisation_name: {
    type: "string",
    title: "Organisation’s name",
    description:
      "How staff are told who made these settings, such as Example NHS Trust. Without it the policy’s own name is used.",
  },
  own_pack: {
    type: "string",
    title: "Own policy",
    description:
      "The text of a policy pack in TOML, up to 1 MB. It goes before organisation. A pack with a mistake in it is refused and the built-in policy applies.",
  },
  employer_names: {
    type: "list",
    title: "Employer’s names",
    description: "Names by which staff call their employer, beside those that the policy knows.",
  },
  employer_handles: {
    type: "list",
    title: "Employer’s accounts",
    description: "Handles of the organisation’s own accounts, such as @ExampleTrust.",
  },
  directory: {
    type: "list",
    title: "Colleagues",
    description:
      "One colleague for each entry: name, preferred name, handle, permission (yes or no), with commas between them. Only the name is needed. The first entry may be a heading, such as surname, first name, consent. Up to 250,000 entries.",
  },
  contacts: {
    type: "list",
    title: "Whom to ask",
    description:
      "One contact for each entry: name, mail address, telephone number, families that they help with (with spaces between them), with commas between the four. Shown beside the policy’s contacts or, where locked names contacts, instead of them.",
  },
  capacity: {
    type: "string",
    title: "How staff post",
    description:
      "personal, professional (own account used for work) or official (an approved account of the organisation).",
  },
  families_off: {
    type: "list",
    title: "Families off",
    description: "Families that are not looked for, such as politics-religion.",
  },
  families_stricter: {
    type: "list",
    title: "Families one step harder",
    description:
      "Families whose findings count one step more than the policy says: advice holds once, a warning stops.",
  },
  families_milder: {
    type: "list",
    title: "Families one step softer",
    description:
      "Families whose findings count one step less than the policy says: a stop holds once, a warning is advice.",
  },
  families_kept_on: {
    type: "list",
    title: "Families that stay on",
    description: "Families that staff may neither switch off nor soften, such as patient-identifier.",
  },
  stop_override: {
    type: "boolean",
    title: "A reason lets a stop go",
    description:
      "False: what is held by a stop has to be changed. True, as without this setting: it may go once a reason is picked.",
  },
  sites_off: { type: "list", title: "Sites to leave alone", description: `Sites on which nothing is read: ${SITES}.` },
  emergency_families_off: {
    type: "list",
    title: "Emergency: families off for everybody",
    description:
      "Families that are off at once and for everybody, whatever else is set, until they are taken off this list.",
  },
  emergency_sites_off: {
    type: "list",
    title: "Emergency: sites off for everybody",
    description: `Sites that are left alone at once and by everybody, whatever else is set: ${SITES}.`,
  },
  locked: {
    type: "list",
    title: "Settings that staff cannot change",
    description:
      "Names of these settings: organisation, capacity, families_off, families_stricter, families_milder, stop_override, sites_off, employer_names, employer_handles, directory, contacts. A setting that is not named here is a default that staff may change; a list that is named stands alone, otherwise what staff list is added to it.",
  },
  first_run: {
    type: "boolean",
    title: "First page",
    description:
      "False: the page that asks for organisation and capacity never opens by itself. It does not open either where the policy is set here.",
  },
  try_out: {
    type: "boolean",
    title: "Try-out",
    description: "True: findings are shown and nothing is ever held.",
  },
  keep_nothing: {
    type: "boolean",
    title: "Shared desktop",
    description:
      "True: no profile texts and no list of posts that were let through are kept, and those that are there are erased.",
  },
} as const satisfies Record<string, Definition>;

export type ManagedKeyName = keyof typeof MANAGED_KEYS;

/** What `locked` may name. */
export const LOCKABLE = [
  "organisation",
  "capacity",
  "families_off",
  "families_stricter",
  "families_milder",
  "stop_override",
  "sites_off",
  "employer_names",
  "employer_handles",
  "directory",
  "contacts",
] as const satisfies readonly ManagedKeyName[];

export type Lockable = (typeof LOCKABLE)[number];

/**
 * The schema that Chromium asks for. Types alone: a browser drops what its schema refuses without a word to the
 * extension, so what a value may be is checked in `read.ts`, where a refusal can be named.
 */
export function managedSchema(): object {
  const properties = Object.entries(MANAGED_KEYS).map(([key, { type, title, description }]) => [
    key,
    { title, description, ...(type === "list" ? { type: "array", items: { type: "string" } } : { type }) },
  ]);
  return { type: "object", properties: Object.fromEntries(properties) };
}
