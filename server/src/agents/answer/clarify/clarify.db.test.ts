/** A question that two pages answer alike is asked back, and the visitor's next words choose. */
import { agentDetails, type AskResult, askResult } from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Call, callerOf } from "../../../caller.testing.ts";
import { openTestHouse, type TestHouse } from "../../../house.testing.ts";
import { describeDatabase } from "../../../testing/index.ts";

let world: TestHouse;
let call: Call;
let agentId: string;
beforeAll(async () => {
  world = await openTestHouse();
  call = callerOf(world);
  agentId = (await call("POST", "/v1/agents", { body: { name: "Town House" } })).as(agentDetails).id;
  for (const [title, text] of [
    ["Library", "## Opening hours\n\nMonday to Friday from 9:00 to 18:00, Saturday from 10:00 to 14:00."],
    ["Swimming pool", "## Opening hours\n\nEvery day from 7:00 to 21:00."],
    ["History", "## The founders\n\nThe Town House was founded in 1877 by two sisters from Norwich."],
  ])
    await call("POST", `/v1/agents/${agentId}/documents`, { body: { externalId: title, title, text } });
});
afterAll(() => world.close());

const ask = async (question: string, conversationId?: string): Promise<AskResult> =>
  (await call("POST", `/v1/agents/${agentId}/ask`, { body: { question, conversationId } })).as(askResult);

describeDatabase("a question asked back", () => {
  test("is answered by what is chosen, in the same conversation", async () => {
    const first = await ask("What are the opening hours?");
    expect(first).toMatchObject({ answered: false, citations: [] });
    expect(first.answer).toMatch(/^Which do you mean: (?:Library or Swimming pool|Swimming pool or Library)\?$/u);
    const second = await ask("the library, please", first.conversationId);
    expect(second).toMatchObject({ answered: true, citations: [{ title: "Library" }] });
    expect(second.answer).toContain("18:00");
    const third = await ask("And the swimming pool?", first.conversationId);
    expect(third.answer).toContain("21:00");
    const thread = await call("GET", `/v1/conversations/${first.conversationId}/messages`);
    expect(thread.body).toMatchObject({
      data: expect.arrayContaining([
        expect.objectContaining({
          reason: "clarify",
          suggestions: expect.arrayContaining(["Library", "Swimming pool"]),
        }),
      ]),
    });
  });
});
