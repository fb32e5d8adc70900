import { describe, expect, it } from "vitest";
import { createTestClock } from "../../testing/create-test-clock.ts";
import { createAnswer } from "./create-answer.ts";
import { hear, searchIn, turnOf } from "./site.testing.ts";

const log = { warn: () => undefined, error: () => undefined };
const pages = [
  {
    title: "Room 404 | Library",
    passages: [
      "Main Library, 4th Floor South, Room 404\n\nCapacity: 6 people\n\nHours: 7:00 am - 1:00 am\n\nAmenities\n\n- white boards\n- LCD screen",
    ],
  },
  {
    title: "Install",
    passages: [
      "To use Rosebook, install it with the installer of your system, as for example here:\n\n```\nrose install rosebook\n```\n\nThe installer of your system tells you when it is done.",
    ],
  },
  {
    title: "Visit",
    passages: [
      "- Lockers\n- Tickets\n- Map",
      "from lockers import Lockers # Open them lockers = Lockers(size=4, key=read_key()) lockers.open_all(force=True, wait=[1, 2]) print(lockers.list_all(), lockers.size)",
      "Lockers stand beside the cloakroom. They take coins and cards.",
    ],
  },
  {
    title: "Extraction",
    passages: [
      "E.g. in the example below:\n\n```\nfile = open(file_path)\ntax_id = read_number(file)\nprint(tax_id)\n```",
    ],
  },
];
const answer = createAnswer({ search: searchIn(pages), models: [], clock: createTestClock(), log });

describe("how an answer reads", () => {
  it("begins with the line that is labelled with what was asked, and leaves out what only stands near", async () => {
    const { text } = await hear(answer, turnOf("When is room 404 open?"));
    expect(text).toMatch(/^Room 404: Hours: 7:00 am - 1:00 am/u);
    expect(text).not.toContain("white boards");
    const capacity = await hear(answer, turnOf("How many people fit in room 404?"));
    expect(capacity.text).toContain("Capacity: 6 people");
  });

  it("says nothing that only repeats the question, and no code that has lost its frame", async () => {
    const { text } = await hear(answer, turnOf("Where are the lockers?"));
    expect(text).toContain("Lockers stand beside the cloakroom.");
    expect(text).not.toMatch(/^-? ?Lockers$/mu);
    expect(text).not.toContain("open_all");
  });

  it("says once what leads in to an example", async () => {
    const { text } = await hear(answer, turnOf("How do I install Rosebook with the installer of my system?"));
    expect(text).toContain("```\nrose install rosebook\n```");
    expect(text.split("as for example here:")).toHaveLength(2);
  });

  it("does not take the names in an example of code for an answer", async () => {
    const { reason } = await hear(answer, turnOf("How do I file my income tax?"));
    expect(reason).toBe("unknown");
  });
});
