/** The search over the API: synonyms, labels, filters, and why a page is missing. */
import {
  agentDetails,
  document,
  missedDocument,
  searchResults,
  source,
  sourceLabels,
  synonym,
} from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Call, callerOf } from "./caller.testing.ts";
import { openTestHouse, type TestHouse } from "./house.testing.ts";
import { describeDatabase } from "./testing/index.ts";

let world: TestHouse;
let call: Call;
let agentId: string;
let documentId: string;

beforeAll(async () => {
  world = await openTestHouse();
  call = callerOf(world);
  agentId = (await call("POST", "/v1/agents", { body: { name: "Shop" } })).as(agentDetails).id;
  const body = {
    externalId: "1",
    title: "Shipping",
    text: "Delivery of a couch takes five days.",
    tags: ["furniture"],
  };
  documentId = (await call("POST", `/v1/agents/${agentId}/documents`, { body })).as(document).id;
});
afterAll(() => world.close());

const search = async (body: object) =>
  (await call("POST", `/v1/agents/${agentId}/search`, { body: { explain: true, ...body } })).as(searchResults);

describeDatabase("search", () => {
  test("says what it mended, and why a passage stands where it stands", async () => {
    const found = await search({ query: "delivary of a couch" });
    expect(found).toMatchObject({ corrected: "Delivery of a couch", missing: [] });
    expect(found.substitutions).toEqual([{ word: "delivary", instead: expect.any(String), by: "typo" }]);
    const [first] = found.results;
    expect(first?.explain).toMatchObject({ tags: ["furniture"], audience: null, nearness: null });
    const parts = Object.values(first?.explain?.parts ?? {});
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(first?.score ?? 0);
    expect(first?.explain?.terms.map(({ insteadOf }) => insteadOf)).toContain("delivary");
  });

  test("keeps synonyms, which count from the next question on", async () => {
    const path = `/v1/agents/${agentId}/synonyms`;
    expect((await search({ query: "sofa" })).results).toEqual([]);
    const made = await call("POST", path, { body: { words: ["Sofa", "sofa"], meanings: ["couch"], language: "en" } });
    expect(made.status).toBe(201);
    const { id, revision, ...rest } = made.as(synonym);
    expect(rest).toMatchObject({ words: ["sofa"], meanings: ["couch"], direction: "both" });
    expect((await search({ query: "How soon does my sofa arrive?" })).results).toHaveLength(1);
    expect((await call("POST", path, { body: { words: ["a"], meanings: ["A"] } })).status).toBe(400);
    const changed = await call("PATCH", `${path}/${id}`, { body: { direction: "one-way" }, ifMatch: revision });
    expect(changed.as(synonym)).toMatchObject({ direction: "one-way", revision: revision + 1 });
    expect((await call("PATCH", `${path}/${id}`, { body: { words: ["x"] }, ifMatch: revision })).status).toBe(412);
    expect((await call("GET", `${path}?q=COUCH`)).body).toMatchObject({ data: [{ id }], next: null });
    expect((await call("DELETE", `${path}/${id}`)).status).toBe(204);
    expect((await search({ query: "sofa" })).results).toEqual([]);
  });

  test("searches what the labels of a document or its source let through", async () => {
    const place = `/v1/agents/${agentId}/documents/${documentId}`;
    const labelled = await call("PATCH", place, { body: { audience: "dealers" } });
    expect(labelled.as(document)).toMatchObject({ tags: ["furniture"], audience: "dealers" });
    const count = async (filter: object) => (await search({ query: "couch", filter })).results.length;
    expect(await count({ audience: "dealers", tags: ["furniture"] })).toBe(1);
    expect(await count({ audience: "staff" })).toBe(0);
    expect(await count({ tags: ["garden"] })).toBe(0);
    expect((await search({ query: "couch", filter: {} })).results).toHaveLength(1);
    const missed = await call("POST", `/v1/agents/${agentId}/search/missed`, {
      body: { query: "couch", documentId, filter: { audience: "staff" } },
    });
    expect(missed.as(missedDocument)).toMatchObject({ state: "hidden", title: "Shipping" });
  });

  test("labels a source", async () => {
    const made = await call("POST", `/v1/agents/${agentId}/sources`, {
      body: { type: "website", url: "https://shop.example" },
    });
    const path = `/v1/sources/${made.as(source).id}/labels`;
    expect((await call("PATCH", path, { body: { tags: ["a", "a"], audience: "staff" } })).as(sourceLabels)).toEqual({
      tags: ["a"],
      audience: "staff",
    });
    expect((await call("PATCH", path, { body: { audience: null } })).as(sourceLabels)).toEqual({
      tags: ["a"],
      audience: null,
    });
  });

  test("tells that it searches by words where no model is named", async () => {
    expect((await call("GET", `/v1/agents/${agentId}/embeddings`)).body).toMatchObject({ model: null, serving: null });
  });
});
