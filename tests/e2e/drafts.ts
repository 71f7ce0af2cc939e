/** Drafts under the policy that the specs choose. What they raise is the checker's business and tested there. */

export const clean = "Lovely walk along the river this morning.";

/** Held until it is changed or a reason is picked. */
export const stop = { text: "Her NHS number is 943 476 5919 and she was kind to us.", quote: "943 476 5919" } as const;

/** Held for one look. */
export const warn = { text: "Proud of Dr Sarah Jones on our ward today.", quote: "Dr Sarah Jones" } as const;

/** An author who chose an organisation and whose bio disclaims. */
export const author = { organisation: "nhs-trust", capacity: "personal", bio: "Nurse. Views my own." } as const;
