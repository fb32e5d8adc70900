import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestClock, describeDatabase, openTestDatabase, type TestDatabase } from "../../testing/index.ts";
import type { Answer, HistoryMessage, Turn } from "../types.ts";
import { createAnswer } from "./create-answer.ts";
import { type OwnQuestion, type OwnSite, ownSites, readOwnSite } from "./own-sites.testing.ts";
import { splitSentences } from "./split-sentences.ts";
import { type Heard, hear, turnOf } from "./site.testing.ts";

const log = { warn: () => undefined, error: () => undefined };

describeDatabase("our own sites", () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());

  describe.each(ownSites)("$name", (site: OwnSite) => {
    let ask: (question: string, history?: readonly HistoryMessage[]) => Promise<Heard>;
    beforeAll(async () => {
      const { scope, agentId, search } = await readOwnSite(test.db, site);
      const answer: Answer = createAnswer({ search, models: [], clock: createTestClock(), log });
      const agent: Turn["agent"] = { id: agentId, name: site.name, language: "en", siteUrl: null, stillReading: false };
      ask = (question, history = []) => hear(answer, turnOf(question, { scope, agent, history }));
    });

    it.each(site.questions)("$ask", async ({ ask: question, ...want }) => {
      check(await ask(question), want);
    });

    it.each(site.conversations.map((turns) => ({ turns, name: turns.map(({ ask: question }) => question).join(" ") })))(
      "one after another: $name",
      async ({ turns }) => {
        const history: HistoryMessage[] = [];
        for (const { ask: question, ...want } of turns) {
          const heard = await ask(question, history);
          check(heard, want);
          const citedTitles = heard.citations.map(({ title }) => title);
          history.push({ role: "visitor", text: question, reason: null, citedTitles: [] });
          history.push({ role: "agent", text: heard.text, reason: heard.reason, citedTitles });
        }
      },
    );

    it("does no harm to a whole question, whatever was asked before it", { timeout: 60_000 }, async () => {
      const heard = await Promise.all(site.questions.map(({ ask: question }) => ask(question)));
      for (const [at, { ask: before }] of site.questions.entries()) {
        const reply = heard[at];
        const history: HistoryMessage[] = [
          { role: "visitor", text: before, reason: null, citedTitles: [] },
          {
            role: "agent",
            text: reply?.text ?? "",
            reason: reply?.reason ?? null,
            citedTitles: reply?.citations.map(({ title }) => title) ?? [],
          },
        ];
        for (const { ask: question, gold } of site.questions) {
          const { text, reason } = await ask(question, history);
          if (gold === null) expect(reason, `${before} ${question}`).toBe("unknown");
          else expect(text, `${before} ${question}`).toContain(gold);
        }
      }
    });

    it("answers a whole question the same whatever was not answered before it", async () => {
      const lost = site.questions.filter(({ gold }) => gold === null);
      const history = lost.flatMap(({ ask: text }): HistoryMessage[] => [
        { role: "visitor", text, reason: null, citedTitles: [] },
        { role: "agent", text: "I couldn't find that.", reason: "unknown", citedTitles: [] },
      ]);
      for (const { ask: question } of site.questions)
        expect((await ask(question, history)).text, question).toBe((await ask(question)).text);
    });
  });
});

function check({ reason, text, citations }: Heard, { gold, near, page, after }: Omit<OwnQuestion, "ask">): void {
  const paragraphs = text.split("\n\n");
  if (gold === null) {
    expect(reason, text).toBe("unknown");
    expect(paragraphs.slice(1).join(), text).toContain(near ?? "");
    return expect(citations, text).toHaveLength(near === undefined ? 0 : 1);
  }
  expect(reason, text).toBe("answered");
  const sentences = (paragraphs[0] ?? "").split("\n").flatMap((line) => splitSentences(line));
  const first = sentences.slice(0, SHORT.test(sentences[0] ?? "") ? 2 : 1).join(" ");
  expect(after === true ? paragraphs[0] : first, text).toContain(gold);
  if (page !== undefined) expect(citations[0]?.url).toContain(`/${page}`);
}

/** "Yes.", or the line that leads a list in. */
const SHORT = /^(?:\S+\.|[^.:]+)$/u;
