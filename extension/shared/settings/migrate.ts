/** The version that this build writes. */
export const VERSION = 1;

type Step = (old: Record<string, unknown>) => Record<string, unknown>;

/** From the version named by the key to the next one. A step gives its result the new version. */
const STEPS: Readonly<Record<number, Step>> = {};

/** Brings stored settings up to this build's version. What it does not know it hands back unchanged for `validate` to refuse. */
export function migrate(stored: unknown, steps: Readonly<Record<number, Step>> = STEPS): unknown {
  let settings = stored;
  for (;;) {
    if (typeof settings !== "object" || settings === null || !("version" in settings)) return settings;
    const from = settings.version;
    const step = typeof from === "number" ? steps[from] : undefined;
    if (step === undefined) return settings;
    settings = step({ ...settings });
    // A step that forgets to raise the version would run for ever.
    if (typeof settings === "object" && settings !== null && "version" in settings && settings.version === from)
      return settings;
  }
}
