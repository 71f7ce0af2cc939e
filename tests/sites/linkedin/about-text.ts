/** What the account wrote before: the text of its profile and of a post. */
export const ABOUT = "Ward sister with a bicycle. Views my own.";
export const OWN_POST = "Two years on the ward today. Cake in the staff room.";
