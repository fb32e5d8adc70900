import { newId } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  createClock,
  createEvents,
  createHttpServer,
  createLog,
  createMetrics,
  type Scope,
} from "../../platform/index.ts";
import {
  createTestClock,
  describeDatabase,
  makeOrganization,
  openTestDatabase,
  type TestDatabase,
} from "../../testing/index.ts";
import { createDocuments } from "./documents.ts";
import { documentRoutes } from "./document-routes.ts";
import { createIndexes } from "../indexes.ts";
import { createExplainSearch } from "../search/explain-search.ts";
import { searchRoutes } from "../search/search-routes.ts";
import { createSearch } from "../search/search.ts";
import { createTidy } from "../tidy.ts";

describeDatabase("documents over the API", () => {
  let test: TestDatabase;
  let app: FastifyInstance;
  let scope: Scope;
  let agentId: string;

  beforeAll(async () => {
    test = await openTestDatabase();
    scope = await makeOrganization(test.db);
    const { db } = test;
    const clock = createTestClock();
    const indexes = createIndexes({ db });
    const tidy = createTidy({ db, clock, failed: () => {} });
    const deps = { db, clock, indexes, tidy, events: createEvents({ db, clock }), detectLanguage: () => "en" };
    const told = { audit: { record: async () => {} }, live: { changed: () => {} } };
    const knowledge = {
      documents: createDocuments({ ...deps, ...told }),
      search: createSearch({ db, clock, indexes }),
      explainSearch: createExplainSearch({ db, indexes }),
      findMissed: () => Promise.reject(new Error("not asked here")),
      embeddings: { state: () => Promise.reject(new Error("not asked here")) },
      summary: () => Promise.reject(new Error("not asked here")),
    };
    const judge = () => Promise.reject(new Error("not asked here"));
    const log = createLog({ level: "silent", pretty: false });
    const server = await createHttpServer({
      log,
      metrics: createMetrics(),
      clock: createClock(),
      trustedProxies: [],
      bodyLimitBytes: 1_048_576,
      version: "0.0.0",
      checks: {},
    });
    app = server.app;
    app.decorateRequest("scope");
    app.addHook("onRequest", async (request) => {
      request.scope = scope;
    });
    documentRoutes(app, { knowledge });
    searchRoutes(app, { knowledge, judge });
    agentId = newId("agent");
    await db.transaction(scope, (tx) => indexes.open(tx, scope, agentId));
  });
  afterAll(async () => {
    await app.close();
    await test.close();
  });

  const post = (path: string, payload: object) =>
    app.inject({ method: "POST", url: `/v1/agents/${agentId}/${path}`, payload });

  it("are searchable when the answer has arrived", async () => {
    const stored = await post("documents", {
      externalId: "cats",
      title: "Cats",
      text: "Cats sleep for **sixteen** hours.",
      url: "https://zoo.example/cats",
    });
    expect(stored.statusCode).toBe(200);
    expect(stored.json()).toMatchObject({ externalId: "cats", agentId, sourceId: null, passages: 1, words: 5 });
    const { results } = (await post("search", { query: "how long do cats sleep?" })).json();
    expect(results).toEqual([
      {
        text: "Cats sleep for sixteen hours.",
        title: "Cats",
        url: "https://zoo.example/cats",
        score: expect.any(Number),
        documentId: stored.json().id,
        externalId: "cats",
      },
    ]);
  });

  it("come in arrays, are replaced by their external id, listed and deleted", async () => {
    const many = Array.from({ length: 30 }, (_, at) => ({
      externalId: `fact-${at}`,
      text: `Fact number ${at} about newts.`,
    }));
    const stored = await post("documents", [
      ...many,
      { externalId: "fact-0", text: "Fact number zero about salamanders." },
    ]);
    expect(stored.json().data).toHaveLength(31);
    expect(stored.json().data[30].id).toBe(stored.json().data[0].id);
    const found = (await post("search", { query: "salamanders", limit: 3 })).json().results;
    expect(found.map(({ externalId }: { externalId: string }) => externalId)).toEqual(["fact-0"]);
    const listed = await app.inject({ url: `/v1/agents/${agentId}/documents?limit=200` });
    expect(listed.json()).toMatchObject({ next: null });
    expect(listed.json().data.length).toBeGreaterThanOrEqual(30);
    const path = `/v1/agents/${agentId}/documents/${found[0].documentId}`;
    expect((await app.inject({ url: path })).json()).toMatchObject({ externalId: "fact-0" });
    expect((await app.inject({ method: "DELETE", url: path })).statusCode).toBe(204);
    expect((await app.inject({ url: path })).statusCode).toBe(404);
    expect((await post("search", { query: "salamanders" })).json()).toEqual({ results: [] });
  });

  it("may be large", async () => {
    const text = "A sentence about the great crested grebe stands here. ".repeat(30_000);
    const stored = await post("documents", { externalId: "large", text });
    expect(stored.statusCode).toBe(200);
    expect(stored.json().passages).toBeGreaterThan(1_000);
  });

  it.each([
    ["no external id", { text: "Words." }, 400],
    ["an address that is none", { externalId: "x", text: "Words.", url: "javascript:alert(1)" }, 400],
    ["no documents", [], 400],
    ["more than a thousand", Array.from({ length: 1_001 }, (_, at) => ({ externalId: String(at), text: "x" })), 400],
  ])("are refused with %s", async (_name, payload, status) => {
    expect((await post("documents", payload)).statusCode).toBe(status);
  });

  it("of an agent that is not there are not found", async () => {
    const url = `/v1/agents/${newId("agent")}/search`;
    expect((await app.inject({ method: "POST", url, payload: { query: "cats" } })).statusCode).toBe(404);
    expect((await app.inject({ method: "POST", url, payload: { query: "  " } })).statusCode).toBe(400);
  });
});
