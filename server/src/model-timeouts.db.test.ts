/** What the environment says of a model's patience reaches the answering: one that is too slow is not waited for. */
import type { AnswerPart } from "@parley/contracts";
import { expect, test } from "vitest";
import { openTestHouse } from "./house.testing.ts";
import { describeDatabase } from "./testing/index.ts";

async function partsWith(env: Record<string, string>): Promise<AnswerPart[]> {
  const { house, close } = await openTestHouse({ env: { PARLEY_MODELS: "script/slow", ...env } });
  try {
    const scope = house.tenants.adminScope;
    const agent = await house.agents.create(scope, { name: "Shop" });
    const text = "The shop opens at nine in the morning from Monday to Friday, and at ten on Saturday.";
    await house.knowledge.documents.put(scope, agent.id, [{ externalId: "hours", title: "Opening hours", text }]);
    const question = "When does the shop open on Saturday?";
    const profile = await house.agents.profile(scope, agent.id);
    const turn = { scope, agent: profile, question, history: [], mayUseModel: true };
    const parts: AnswerPart[] = [];
    for await (const part of house.agents.answer(turn, new AbortController().signal)) parts.push(part);
    return parts;
  } finally {
    await close();
  }
}

const modelSpoke = (parts: AnswerPart[]) => parts.some(({ type }) => type === "usage");

describeDatabase("a model that begins after 600 ms", () => {
  test("answers when it may take longer", async () => {
    expect(modelSpoke(await partsWith({}))).toBe(true);
  });

  test.each(["PARLEY_MODEL_FIRST_TOKEN_MS", "PARLEY_MODEL_TOTAL_MS"])(
    "gives way at the end of %s",
    async (variable) => {
      const parts = await partsWith({ [variable]: "50" });
      expect(modelSpoke(parts)).toBe(false);
      expect(parts.at(-1)).toMatchObject({ type: "end", reason: "answered" });
    },
  );
});
