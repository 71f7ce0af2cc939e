import type { CheckerModule } from "./checker-module";
import type { Policy, PolicySummary } from "./records";
import type { Settings } from "./settings";

/** The facts alone of a policy that is not a built-in one. */
export function summaryOf({
  id,
  title,
  organisation,
  version,
  issued,
  review_due,
  supersedes,
  superseded_by,
}: Policy): PolicySummary {
  return {
    id,
    title,
    organisation,
    ...(version !== undefined && { version }),
    ...(issued !== undefined && { issued }),
    ...(review_due !== undefined && { review_due }),
    ...(supersedes !== undefined && { supersedes }),
    ...(superseded_by !== undefined && { superseded_by }),
  };
}

/** The policy in force, or the one that a report names; `undefined` where this build cannot read it. */
export function policyInForce(
  module: Pick<CheckerModule, "policy"> | undefined,
  settings: Settings,
  named?: string,
): Policy | undefined {
  try {
    const own = settings.pack === undefined ? undefined : module?.policy(settings.pack);
    if (own !== undefined && (named === undefined || named === own.id)) return withContacts(own, settings);
    const id = named ?? settings.organisation.value;
    const policy = module?.policy(id);
    return policy === undefined ? undefined : withContacts(policy, settings);
  } catch {
    return undefined;
  }
}

/** Every document that can be named: the built-in ones, and the one in force where it is none of them. */
export function documentsOf(module: CheckerModule | undefined, settings: Settings): PolicySummary[] {
  const builtIn = module?.policies() ?? [];
  if (settings.pack === undefined) return builtIn;
  const own = policyInForce(module, settings);
  return own === undefined ? builtIn : [summaryOf(own), ...builtIn.filter(({ id }) => id !== own.id)];
}

function withContacts(policy: Policy, { contacts }: Settings): Policy {
  return { ...policy, contacts: contacts.locked ? contacts.value : [...contacts.value, ...policy.contacts] };
}
