/** What the account posted before; the edit dialog starts with it. */
export const OWN_POST = "Two years on the ward today. Cake in the staff room.";
