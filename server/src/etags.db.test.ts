/** Whatever has a revision is answered with it as its ETag. Which answers have one is read off the API's description. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveTestVendor, type TestVendor } from "./connections/vendor.testing.ts";
import { type Ask, askBrought, askerOf, askFound, type AskedPlace } from "./etags.testing.ts";
import { openTestHouse, type TestHouse } from "./house.testing.ts";
import { listOperations } from "./platform/http/docs/list-operations.ts";
import { joinAs } from "./tenants/people.testing.ts";
import { describeDatabase, makeOrganization } from "./testing/index.ts";

let world: TestHouse;
/** Where what is brought is read, and found in it what there is to find. */
let working: TestHouse;
let vendor: TestVendor;
let ask: Ask;
let place: AskedPlace;
let organization: string;
/** Operations that were answered with the ETag of what they answered. */
const proven = new Set<string>();

beforeAll(async () => {
  vendor = await serveTestVendor();
  world = await openTestHouse({
    // Nobody reads the sources: each step of theirs stays possible until it is asked for.
    env: {
      PARLEY_SIGNUP: "open",
      PARLEY_ROLES: "api,live",
      PARLEY_ALLOW_PRIVATE_ADDRESSES: new URL(vendor.url).host,
    },
  });
  const scope = await makeOrganization(world.house.db);
  organization = scope.organizationId;
  ask = askerOf((await joinAs(world, scope, "owner")).browser, proven);
  working = await openTestHouse({ env: { PARLEY_SIGNUP: "open" } });
  const another = await makeOrganization(working.house.db);
  const { browser } = await joinAs(working, another, "owner");
  place = { world: working, scope: another, browser, ask: askerOf(browser, proven) };
});
afterAll(async () => {
  await Promise.all([world.close(), working.close()]);
  await vendor.close();
});

const collections = {
  teams: { made: { name: "Night shift" }, change: { name: "Day shift" } },
  roles: { made: { name: "Reader", permissions: ["agents:read"] }, change: { name: "Looker" } },
  views: {
    made: { list: "conversations", name: "Unanswered", query: { outcome: "unanswered" } },
    change: { name: "Open" },
  },
};

async function askAgents(): Promise<string> {
  const { id } = await ask("POST", "/v1/agents", { body: { name: "Shop" } });
  const at = { id, number: "1" };
  await ask("GET", "/v1/agents/{id}", { at });
  await ask("PATCH", "/v1/agents/{id}", { at, body: { greeting: "Hello!" } });
  await ask("GET", "/v1/agents/{id}/draft", { at });
  await ask("PATCH", "/v1/agents/{id}/draft", { at, body: { greeting: "Good day!" } });
  await ask("DELETE", "/v1/agents/{id}/draft", { at });
  await ask("PATCH", "/v1/agents/{id}/draft", { at, body: { greeting: "Good evening!" } });
  await ask("POST", "/v1/agents/{id}/publish", { at, body: {} });
  await ask("POST", "/v1/agents/{id}/versions/{number}/restore", { at, body: {} });
  await ask("POST", "/v1/agents/{id}/duplicate", { at, body: {} });
  await ask("POST", "/v1/agents/{id}/archive", { at });
  await ask("POST", "/v1/agents/{id}/unarchive", { at });
  return id;
}

async function askKnowledge(agentId: string): Promise<void> {
  const answers = "/v1/agents/{id}/verified-answers";
  const written = { question: "Do you ship?", answer: "Within two days." };
  const answer = await ask("POST", answers, { at: { id: agentId }, body: written });
  const place = { id: agentId, answerId: answer.id };
  await ask("GET", `${answers}/{answerId}`, { at: place });
  await ask("PATCH", `${answers}/{answerId}`, { at: place, body: { answer: "Within a day." } });

  const source = await ask("POST", "/v1/agents/{id}/sources", {
    at: { id: agentId },
    body: { type: "website", url: new URL(vendor.url).origin },
  });
  const at = { id: source.id };
  await ask("POST", "/v1/sources/{id}/recrawl", { at });
  await ask("GET", "/v1/sources/{id}", { at });
  await ask("PATCH", "/v1/sources/{id}", { at, body: { settings: { pageLimit: 5 } } });
  for (const verb of ["pause", "resume", "cancel"]) await ask("POST", `/v1/sources/{id}/${verb}`, { at });
}

describeDatabase("an answer with a revision", () => {
  test("has it as its ETag: the organization, its agents and what they know", async () => {
    await ask("POST", "/v1/organizations", { body: { name: "Another" } });
    await ask("GET", "/v1/organizations/{id}", { at: { id: organization } });
    await ask("PATCH", "/v1/organizations/{id}", { at: { id: organization }, body: { name: "Renamed" } });
    for (const [name, { made, change }] of Object.entries(collections)) {
      const { id } = await ask("POST", `/v1/${name}`, { body: made });
      await ask("GET", `/v1/${name}/{id}`, { at: { id } });
      await ask("PATCH", `/v1/${name}/{id}`, { at: { id }, body: change });
    }
    const connected = { vendor: "compatible", name: "Own server", baseUrl: vendor.url, key: vendor.key };
    const { id } = await ask("POST", "/v1/connections", { body: connected });
    await ask("GET", "/v1/connections/{id}", { at: { id } });
    await ask("PATCH", "/v1/connections/{id}", { at: { id }, body: { name: "Another server" } });
    await ask("GET", "/v1/embeddings", {});
    await ask("PUT", "/v1/embeddings", { body: { connectionId: id, model: "text-embedding-3" } });
    await ask("DELETE", "/v1/embeddings", {});
    const agentId = await askAgents();
    await askKnowledge(agentId);
    expect([...proven]).toContain("POST /v1/sources/{id}/cancel");
  });

  test("has it as its ETag: what members bring", async () => {
    await askBrought(place);
    expect([...proven]).toContain("PATCH /v1/products/{id}");
  });

  test("has it as its ETag: what Parley finds by itself", async () => {
    await askFound(place);
    expect([...proven]).toContain("POST /v1/recalls/{id}/correction");
  });

  test("is described with it, and none was forgotten above", async () => {
    const described = (await world.app.inject("/openapi.json")).json();
    const revised = listOperations(described).filter(({ answers }) =>
      answers.some(({ schema }) => hasRevision(schema)),
    );
    expect(revised.length).toBeGreaterThan(30);
    expect(revised.map(({ method, path }) => `${method} ${path}`).filter((one) => !proven.has(one))).toEqual([]);
    for (const { method, path } of revised) {
      const { responses } = described.paths[path][method.toLowerCase()];
      expect(JSON.stringify(responses), `${method} ${path}`).toContain('"ETag"');
    }
  });
});

const hasRevision = (schema: object | null) => Object.hasOwn(Object(Object(schema).properties), "revision");
