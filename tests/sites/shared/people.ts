/** Invented people and posts that the replicas show. */
export interface Person {
  name: string;
  handle: string;
  colour: string;
  about: string;
}

/** The account that is signed in. */
export const me: Person = {
  name: "Sam Okafor",
  handle: "sam_okafor",
  colour: "#3d7a6e",
  about: "Ward sister. Tea, cycling, allotments. Views my own.",
};

export const priya: Person = {
  name: "Priya Nair",
  handle: "priya_on_nights",
  colour: "#8a4f9e",
  about: "Night shifts and sourdough.",
};

export const gwen: Person = {
  name: "Gwen Prosser",
  handle: "gwenprosser",
  colour: "#b3542e",
  about: "Community nurse in the valleys.",
};

export const harbour: Person = {
  name: "Harbour Community Choir",
  handle: "harbourchoir",
  colour: "#2f6ea5",
  about: "We sing on Thursdays.",
};

export const people: readonly Person[] = [priya, gwen, harbour, me];

export interface Story {
  id: string;
  by: Person;
  text: string;
  ago: string;
}

export const stories: readonly Story[] = [
  {
    id: "1001",
    by: priya,
    text: "Last night of six. If anybody needs me I will be asleep until Thursday 😴",
    ago: "2h",
  },
  { id: "1002", by: gwen, text: "The blackthorn is out along the top road. Worth the puncture. #cycling", ago: "5h" },
  {
    id: "1003",
    by: harbour,
    text: "Spring concert tickets are on sale. Doors at seven, tea and cake in the interval.",
    ago: "8h",
  },
];

export function storyOf(id: string | undefined): Story {
  return stories.find((story) => story.id === id) ?? (stories[0] as Story);
}
