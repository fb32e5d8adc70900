/** An agent as a document: out, compared, in, and in again. */
import { agentConfiguration, agentDetails, appliedConfiguration, configurationDifference } from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import { describeDatabase, ownSite, serveSite } from "../../testing/index.ts";
import { type Call, callerOf, keyWith } from "../../caller.testing.ts";

let world: TestHouse;
let call: Call;
let site: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  site = await serveSite(ownSite);
  world = await openTestHouse({ env: { PARLEY_ALLOW_PRIVATE_ADDRESSES: "127.0.0.1" } });
  call = callerOf(world);
});
afterAll(async () => {
  await world.close();
  await site.close();
});

describeDatabase("configuration as code", () => {
  test("what was written out makes another agent the same, and once more changes nothing", async () => {
    const { id } = (await call("POST", "/v1/agents", { body: { name: "Source", tone: "formal", goals: ["Sell"] } })).as(
      agentDetails,
    );
    await call("POST", `/v1/agents/${id}/sources`, {
      body: { type: "website", url: site.url, settings: { pageLimit: 3 } },
    });
    for (const question of ["Do you deliver?", "Do you rent?"])
      await call("POST", `/v1/agents/${id}/verified-answers`, { body: { question, answer: "Yes." } });
    const document = (await call("GET", `/v1/agents/${id}/configuration`)).as(agentConfiguration);
    expect(document).toMatchObject({
      parley: 1,
      settings: { tone: "formal" },
      sources: [{ settings: { pageLimit: 3 } }],
    });
    expect(document.verifiedAnswers).toHaveLength(2);

    const { id: other } = (await call("POST", "/v1/agents", { body: { name: "Target", role: "Goes" } })).as(
      agentDetails,
    );
    const difference = (await call("POST", `/v1/agents/${other}/configuration/difference`, { body: document })).as(
      configurationDifference,
    );
    expect(difference).toMatchObject({ same: false, sources: [{ change: "added" }] });
    expect(difference.settings.map(({ field }) => field)).toEqual(["name", "role", "tone", "goals"]);
    expect((await call("GET", `/v1/agents/${other}`)).as(agentDetails).version).toBe(1);

    const applied = (await call("PUT", `/v1/agents/${other}/configuration`, { body: document })).as(
      appliedConfiguration,
    );
    expect(applied.version).toBe(2);
    expect((await call("GET", `/v1/agents/${other}/configuration`)).body).toEqual(document);
    const again = (await call("PUT", `/v1/agents/${other}/configuration`, { body: document })).as(appliedConfiguration);
    expect(again).toMatchObject({ same: true, version: 2, settings: [], sources: [], verifiedAnswers: [] });
  });

  test("changes and takes away what the document says, and leaves alone what it does not speak of", async () => {
    const { id } = (await call("POST", "/v1/agents", { body: { name: "Kept" } })).as(agentDetails);
    await call("POST", `/v1/agents/${id}/sources`, { body: { type: "website", url: site.url } });
    for (const question of ["Do you deliver?", "Do you rent?"])
      await call("POST", `/v1/agents/${id}/verified-answers`, { body: { question, answer: "Yes." } });
    const document = (await call("GET", `/v1/agents/${id}/configuration`)).as(agentConfiguration);
    const [kept] = document.verifiedAnswers ?? [];
    const wanted = {
      parley: 1,
      settings: document.settings,
      verifiedAnswers: [{ ...kept, answer: "Only on Mondays." }],
    };
    const applied = (await call("PUT", `/v1/agents/${id}/configuration`, { body: wanted })).as(appliedConfiguration);
    expect(applied.verifiedAnswers.map(({ change }) => change).sort()).toEqual(["changed", "removed"]);
    const now = (await call("GET", `/v1/agents/${id}/configuration`)).as(agentConfiguration);
    expect(now.verifiedAnswers).toEqual([{ ...kept, answer: "Only on Mondays." }]);
    expect(now.sources).toHaveLength(1);
    await call("PUT", `/v1/agents/${id}/configuration`, { body: { ...wanted, sources: [] } });
    expect((await call("GET", `/v1/agents/${id}/configuration`)).as(agentConfiguration).sources).toEqual([]);
  });

  test("leaves what a draft changes beside it", async () => {
    const { id } = (await call("POST", "/v1/agents", { body: { name: "Drafted" } })).as(agentDetails);
    await call("PATCH", `/v1/agents/${id}/draft`, { body: { role: "Waits" } });
    const body = { parley: 1, settings: { name: "Drafted", tone: "formal" } };
    await call("PUT", `/v1/agents/${id}/configuration`, { body });
    expect((await call("GET", `/v1/agents/${id}/draft`)).body).toMatchObject({
      changed: true,
      settings: { name: "Drafted", tone: "formal", role: "Waits" },
    });
  });

  test("refuses other formats, mistakes, stale states, and who may not", async () => {
    const { id } = (await call("POST", "/v1/agents", { body: { name: "Safe" } })).as(agentDetails);
    const path = `/v1/agents/${id}/configuration`;
    for (const [body, field] of [
      [{ parley: 2, settings: {} }, "parley"],
      [{ parley: 1 }, "settings"],
      [{ parley: 1, settings: { tone: "rude" } }, "settings.tone"],
    ] as const)
      expect((await call("PUT", path, { body })).body).toMatchObject({ code: "invalid_request", field });
    await call("PATCH", `/v1/agents/${id}`, { body: { role: "x" } });
    const stale = await call("PUT", path, { body: { parley: 1, settings: { name: "Other" } }, ifMatch: 1 });
    expect(stale.status).toBe(412);
    const key = await keyWith(world, ["agents:read"]);
    expect((await call("GET", path, { key })).status).toBe(200);
    expect((await call("PUT", path, { key, body: { parley: 1, settings: {} } })).status).toBe(403);
  });
});
