/** Documents by ids of the caller's own: what is done twice is done once. */
import { agentDetails, document } from "@parley/contracts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { type Call, callerOf, keyWith } from "../../caller.testing.ts";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import { describeDatabase, makeOrganization } from "../../testing/index.ts";

const hits = z.object({ results: z.array(z.object({ externalId: z.string().nullable() })) });
let world: TestHouse;
let call: Call;
let agent = "";
beforeAll(async () => {
  world = await openTestHouse();
  call = callerOf(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  agent = (await call("POST", "/v1/agents", { body: { name: "Shop" } })).as(agentDetails).id;
});

const at = (externalId: string) => `/v1/agents/${agent}/documents/by-external-id/${encodeURIComponent(externalId)}`;
const put = (externalId: string, text: string) => call("PUT", at(externalId), { body: { title: "Hours", text } });
const find = async (query: string) =>
  (await call("POST", `/v1/agents/${agent}/search`, { body: { query } }))
    .as(hits)
    .results.map(({ externalId }) => externalId);

describeDatabase("a document under the caller's own id", () => {
  test.each(["hours", "a/b c?d#e%2F", "https://shop.example/p?id=1&x=ä", "日本語 🙂", "x".repeat(500), "..x"])(
    "is put, read, replaced and deleted, each as often as one likes: %s",
    async (externalId) => {
      const made = (await put(externalId, "The shop opens at nine.")).as(document);
      expect(made).toMatchObject({ externalId, title: "Hours", agentId: agent });
      expect(await find("When does the shop open?")).toEqual([externalId]);
      const same = (await put(externalId, "The shop opens at nine.")).as(document);
      expect([same.id, same.updatedAt]).toEqual([made.id, made.updatedAt]);
      expect((await put(externalId, "The shop opens at ten.")).as(document).id).toBe(made.id);
      expect((await call("GET", at(externalId))).as(document).id).toBe(made.id);
      for (let time = 0; time < 2; time += 1) expect((await call("DELETE", at(externalId))).status).toBe(204);
      expect((await call("GET", at(externalId))).status).toBe(404);
      expect(await find("When does the shop open?")).toEqual([]);
    },
  );

  test("goes together with others, by either kind of id; what is not there is passed over", async () => {
    const ids = [];
    for (const name of ["a", "b", "c"]) ids.push((await put(name, `The ${name} shop opens at nine.`)).as(document).id);
    const bulk = (body: object) =>
      call("POST", `/v1/agents/${agent}/documents/bulk`, { body: { action: "delete", ...body } });
    expect((await bulk({ externalIds: ["a", "nobody"], ids: [ids[1]] })).body).toEqual({ changed: 2 });
    expect((await bulk({ externalIds: ["a"], ids: [ids[1]] })).body).toEqual({ changed: 0 });
    expect(await find("When does the shop open?")).toEqual(["c"]);
    expect((await bulk({})).body).toEqual({ changed: 0 });
    const { body } = await call("GET", "/v1/audit-entries");
    expect(JSON.stringify(body)).toContain("documents.deleted");
  });

  test("is its own agent's and organization's alone", async () => {
    await put("hours", "The shop opens at nine.");
    const elsewhere = (await call("POST", "/v1/agents", { body: { name: "Other" } })).as(agentDetails).id;
    const { id } = (await call("GET", at("hours"))).as(document);
    const other = await call("POST", `/v1/agents/${elsewhere}/documents/bulk`, {
      body: { action: "delete", externalIds: ["hours"], ids: [id] },
    });
    expect(other.body).toEqual({ changed: 0 });
    const scope = { ...world.house.tenants.adminScope, ...(await makeOrganization(world.house.db)) };
    const key = await keyWith(world, ["knowledge:read", "knowledge:write"], scope);
    for (const method of ["GET", "DELETE"] as const)
      expect((await call(method, at("hours"), { key })).status).toBe(404);
    expect((await call("PUT", at("hours"), { key, body: { text: "x" } })).status).toBe(404);
    expect((await call("GET", at("hours"))).status).toBe(200);
    const reader = await keyWith(world, ["knowledge:read"]);
    expect((await call("DELETE", at("hours"), { key: reader })).status).toBe(403);
  });
});
