import { describe, expect, it } from "vitest";
import { readPeople, writePeople } from "./people";

describe("readPeople", () => {
  it("reads names alone, one a line", () => {
    expect(readPeople("Asha Patel\n\nTom Okafor\n")).toEqual({
      people: [{ name: "Asha Patel" }, { name: "Tom Okafor" }],
      bad: [],
    });
  });

  it("reads a sheet with a heading, as Excel saves it", () => {
    const sheet = '\uFEFFName,Preferred,Handle,Permission\r\n"Patel, Asha",Ash,@asha,Yes\r\nTom Okafor,,,no\r\n';
    expect(readPeople(sheet).people).toEqual([
      { name: "Patel, Asha", preferred: "Ash", handle: "@asha", permission: true },
      { name: "Tom Okafor" },
    ]);
  });

  it("reads what is pasted from a spreadsheet", () => {
    expect(readPeople("Asha Patel\tAsh\t@asha\ty").people).toEqual([
      { name: "Asha Patel", preferred: "Ash", handle: "@asha", permission: true },
    ]);
  });

  it("reads semicolons", () => {
    expect(readPeople("Asha Patel;;@asha").people).toEqual([{ name: "Asha Patel", handle: "@asha" }]);
  });

  it("names each bad line and keeps the rest", () => {
    const text = [
      "Asha Patel",
      ",Ash",
      "Tom Okafor,,,perhaps",
      "A,B,C,yes,E",
      "Jo Lee,,@jo lee",
      'Ann "Annie" Ray',
      '"Open',
    ].join("\n");
    const { people, bad } = readPeople(text);
    expect(people.map(({ name }) => name)).toEqual(["Asha Patel", 'Ann "Annie" Ray']);
    expect(bad).toEqual([
      { line: 2, fault: "no-name" },
      { line: 3, fault: "permission-unclear" },
      { line: 4, fault: "too-many-columns" },
      { line: 5, fault: "handle-with-space" },
      { line: 7, fault: "quote-not-closed" },
    ]);
  });

  it("does not take a colleague for the heading", () => {
    expect(readPeople("Name Smith\nname").people.map(({ name }) => name)).toEqual(["Name Smith", "name"]);
  });
});

it("reads back what it writes", () => {
  const people = [
    { name: "Jo; Lee", permission: true },
    { name: 'Patel, "Asha"', preferred: "Ash", handle: "@asha", permission: true },
    { name: "Tom Okafor" },
  ];
  expect(readPeople(writePeople(people)).people).toEqual(people);
});
