import { describe, expect, it } from "vitest";
import { createTestClock } from "../../../testing/create-test-clock.ts";
import type { HistoryMessage } from "../../types.ts";
import { createAnswer } from "../create-answer.ts";
import { agent, hear, searchIn, type TestPage, turnOf } from "../site.testing.ts";

const log = { warn: () => undefined, error: () => undefined };
const page = (title: string, ...sections: [string[], string][]): TestPage => ({
  title,
  passages: sections.map(([headings, text]) => ({ headings, text })),
});
const other = page("Our history", [["The founders"], "The mill was founded in 1877 by two sisters from Norwich."]);

/** The same heading on two pages. */
const town = [
  page("Library | Town House", [
    ["Opening hours"],
    "Monday to Friday from 9:00 to 18:00, Saturday from 10:00 to 14:00.",
  ]),
  page("Swimming pool | Town House", [["Opening hours"], "Every day from 7:00 to 21:00."]),
  other,
];
/** Two sections under one heading. */
const studio = [
  page(
    "Courses",
    [["Prices of the courses", "Pottery"], "The course costs 80 euro and lasts three hours."],
    [["Prices of the courses", "Weaving"], "The course costs 120 euro and lasts two days."],
  ),
  other,
];

function asker(pages: readonly TestPage[], name = "Town House") {
  const answer = createAnswer({ search: searchIn(pages), models: [], clock: createTestClock(), log });
  return (question: string, history: HistoryMessage[] = []) =>
    hear(answer, turnOf(question, { agent: { ...agent, name }, history }));
}
const after = (question: string): HistoryMessage[] => [
  { role: "visitor", text: question, reason: null, citedTitles: [] },
  { role: "agent", text: "Which do you mean: Library or Swimming pool?", reason: "clarify", citedTitles: [] },
];

describe("a question that several things answer alike", () => {
  it.each([
    [town, "What are the opening hours?", ["Library", "Swimming pool"]],
    [town, "When are you open?", ["Library", "Swimming pool"]],
    [studio, "How much does the course cost?", ["Pottery", "Weaving"]],
    [studio, "How long does the course last?", ["Pottery", "Weaving"]],
  ])("is asked back, with what may be meant: %#", async (pages, question, things) => {
    const { text, reason, suggestions, citations } = await asker(pages)(question);
    expect(reason).toBe("clarify");
    expect(suggestions.toSorted()).toEqual(things);
    for (const thing of things) expect(text).toContain(thing);
    expect(text).toMatch(/^Which do you mean: .+ or .+\?$/u);
    expect(citations).toEqual([]);
  });

  it.each([
    [town, "What are the opening hours of the library?", "18:00"],
    [town, "When is the swimming pool open?", "21:00"],
    [studio, "How much does the weaving course cost?", "120"],
    [town, "When was the mill founded?", "1877"],
  ])("is not where it names one: %#", async (pages, question, held) => {
    const { text, reason } = await asker(pages)(question);
    expect([reason, text]).toEqual(["answered", expect.stringContaining(held)]);
  });

  it("is not where both say the same, or one stands for the whole", async () => {
    const same = town.map((one) =>
      one === other
        ? one
        : { ...one, passages: [{ headings: ["Opening hours"], text: "Every day from 7:00 to 21:00." }] },
    );
    expect((await asker(same)("What are the opening hours?")).reason).toBe("answered");
    const contact = town.map((one) =>
      one.title.startsWith("Library") ? { ...one, title: "Contact | Town House" } : one,
    );
    expect((await asker(contact)("What are the opening hours?")).reason).toBe("answered");
    expect((await asker(town, "Library")("What are the opening hours?")).reason).toBe("answered");
  });

  it.each([
    ["The library", "18:00"],
    ["Swimming pool", "21:00"],
    ["the pool, please", "21:00"],
    ["Library", "18:00"],
  ])("is answered by the choice alone: %s", async (choice, held) => {
    const { text, reason } = await asker(town)(choice, after("What are the opening hours?"));
    expect([reason, text]).toEqual(["answered", expect.stringContaining(held)]);
  });

  it("is left for another that is asked instead", async () => {
    const { text } = await asker(town)("When was the mill founded?", after("What are the opening hours?"));
    expect(text).toContain("1877");
  });

  it("is asked in the visitor's language", async () => {
    const german = [
      { ...page("Bücherei", [["Öffnungszeiten"], "Montag bis Freitag von 9:00 bis 18:00 Uhr."]), language: "de" },
      { ...page("Schwimmbad", [["Öffnungszeiten"], "Täglich von 7:00 bis 21:00 Uhr."]), language: "de" },
    ];
    const answer = createAnswer({ search: searchIn(german), models: [], clock: createTestClock(), log });
    const { text } = await hear(
      answer,
      turnOf("Wie sind die Öffnungszeiten?", { agent: { ...agent, language: "de" } }),
    );
    expect(text).toMatch(/^Was ist gemeint: .+ oder .+\?$/u);
  });
});
