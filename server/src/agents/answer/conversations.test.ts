import { describe, expect, it } from "vitest";
import { createTestClock } from "../../testing/create-test-clock.ts";
import type { HistoryMessage } from "../types.ts";
import { conversations } from "./conversations.testing.ts";
import { createAnswer } from "./create-answer.ts";
import { agent, hear, searchIn, turnOf } from "./site.testing.ts";

const log = { warn: () => undefined, error: () => undefined };

/** What is not understood yet: how many of the six may miss. */
const missing: Record<string, number> = { zh: 1 };

describe.each(conversations)("a conversation in $language", ({ language, pages, turns }) => {
  it("goes on from what was asked before", async () => {
    const answer = createAnswer({ search: searchIn(pages), models: [], clock: createTestClock(), log });
    const history: HistoryMessage[] = [];
    const missed: string[] = [];
    for (const [question, held] of turns) {
      const heard = await hear(answer, turnOf(question, { agent: { ...agent, language }, history }));
      if (!heard.text.includes(held)) missed.push(question);
      const citedTitles = heard.citations.map(({ title }) => title);
      history.push({ role: "visitor", text: question, reason: null, citedTitles: [] });
      history.push({ role: "agent", text: heard.text, reason: heard.reason, citedTitles });
    }
    expect(missed.length, missed.join(" ")).toBeLessThanOrEqual(missing[language] ?? 0);
  });
});
