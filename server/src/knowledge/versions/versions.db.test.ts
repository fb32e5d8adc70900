/** Versions of documents, through the API. */
import type { DocumentDifference, DocumentVersion } from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import { type Scope, sql } from "../../platform/index.ts";
import { joinAs, type TestPerson } from "../../tenants/people.testing.ts";
import { describeDatabase, makeOrganization, until } from "../../testing/index.ts";

let world: TestHouse;
let scope: Scope;
let admin: TestPerson;
let agentId: string;

beforeAll(async () => {
  world = await openTestHouse({ env: { PARLEY_SIGNUP: "open" } });
  scope = await makeOrganization(world.house.db);
  admin = await joinAs(world, scope, "admin");
  agentId = (await admin.browser.post("/v1/agents", { name: "Inn" })).json().id;
});
afterAll(() => world.close());

const page = (price: string) => `# Rooms\n\nA double room costs ${price} euro a night.\n\nBreakfast is included.`;

async function put(externalId: string, text: string) {
  const answer = await admin.browser.post(`/v1/agents/${agentId}/documents`, { externalId, title: "Rooms", text });
  expect(answer.statusCode, answer.body).toBe(200);
  const document: { id: string; version: number; pinned: boolean } = answer.json();
  return document;
}
async function versionsOf(id: string, query = ""): Promise<{ data: DocumentVersion[]; next: string | null }> {
  const answer = await admin.browser.get(`/v1/documents/${id}/versions${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}
async function found(query: string): Promise<string> {
  const answer = await admin.browser.post(`/v1/agents/${agentId}/search`, { query });
  return answer.json().results[0]?.text ?? "";
}

describeDatabase("versions of a document", () => {
  test("are kept with every change, and with none that is none", async () => {
    const first = await put("a", page("90"));
    expect(first.version).toBe(1);
    expect((await put("a", page("90"))).version).toBe(1);
    expect((await put("a", page("95"))).version).toBe(2);
    const { data } = await versionsOf(first.id);
    expect(data.map(({ number, why, isPresent }) => [number, why, isPresent])).toEqual([
      [2, "given", true],
      [1, "given", false],
    ]);
    const old = (await admin.browser.get(`/v1/documents/${first.id}/versions/1`)).json();
    expect(old.content).toBe(page("90"));
    expect((await admin.browser.get(`/v1/documents/${first.id}/versions/3`)).statusCode).toBe(404);
  });

  test("are compared, any two of them", async () => {
    const { id } = await put("b", page("90"));
    await put("b", page("95"));
    await put("b", `${page("99")}\n\nDogs are welcome.`);
    const last: DocumentDifference = (await admin.browser.get(`/v1/documents/${id}/difference`)).json();
    expect([last.from.number, last.to.number]).toEqual([2, 3]);
    const whole: DocumentDifference = (await admin.browser.get(`/v1/documents/${id}/difference?from=1&to=3`)).json();
    expect(whole.hunks.map(({ type }) => type)).toEqual(["same", "changed", "same", "added"]);
    expect(whole).toMatchObject({ added: 4, removed: 1 });
    const alone = await put("b-alone", page("1"));
    const refused = await admin.browser.get(`/v1/documents/${alone.id}/difference`);
    expect([refused.statusCode, refused.json().field]).toEqual([400, "from"]);
  });

  test("are put back, found at once, and told in the audit log", async () => {
    const { id } = await put("c", page("70 golden"));
    await put("c", page("75 silver"));
    const restored = await admin.browser.post(`/v1/documents/${id}/restore`, { number: 1 });
    expect(restored.json()).toMatchObject({ number: 3, why: "restored", isPresent: true, by: { id: admin.userId } });
    expect(await found("golden")).toContain("70 golden");
    expect(await found("silver")).not.toContain("75 silver");
    // Restored again, it is the same.
    expect((await admin.browser.post(`/v1/documents/${id}/restore`, { number: 3 })).json().number).toBe(3);
    const entries = (await admin.browser.get("/v1/audit-entries")).json().data;
    expect(entries.filter(({ action }: { action: string }) => action === "document.restored")).toHaveLength(1);
    // Nobody but the program says what such a document says: it may say it again.
    expect((await put("c", page("75 silver"))).version).toBe(4);
  });

  test("of a page stay put back until the page says something else, or the pin is lifted", async () => {
    const { knowledge } = world.house;
    const read = async (price: string) => {
      const item = { documentId: "doc_00000000000000000000000001", sourceId: "src_1", externalId: null, url: null };
      const content = page(price);
      const [done] = await knowledge.indexDocuments(scope, agentId, [
        { ...item, title: "Rooms", language: "en", content, contentHash: `hash ${price}` },
      ]);
      return done;
    };
    const id = "doc_00000000000000000000000001";
    const path = `/v1/agents/${agentId}/documents/${id}`;
    await read("50");
    await read("55");
    await admin.browser.post(`/v1/documents/${id}/restore`, { number: 1 });
    expect((await admin.browser.get(path)).json()).toMatchObject({ version: 3, pinned: true });
    expect(await read("55")).toMatchObject({ changed: false });
    expect((await admin.browser.get(path)).json()).toMatchObject({ version: 3, pinned: true });
    const lifted = await admin.browser.delete(`/v1/documents/${id}/pin`);
    expect(lifted.json()).toMatchObject({ number: 4, why: "restored" });
    expect((await admin.browser.get(path)).json()).toMatchObject({ version: 4, pinned: false });
    expect((await admin.browser.delete(`/v1/documents/${id}/pin`)).statusCode).toBe(409);
    await admin.browser.post(`/v1/documents/${id}/restore`, { number: 1 });
    expect(await read("60")).toMatchObject({ changed: true });
    expect((await admin.browser.get(path)).json()).toMatchObject({ version: 6, pinned: false });
    expect((await versionsOf(id)).data[0]).toMatchObject({ why: "read", by: null });
  });

  test("are pruned to the last twenty and those that an answer cited", async () => {
    const igloo = (price: number) => `# Igloos\n\nAn igloo with a view costs ${price} crowns a winter.`;
    const { id } = await put("many", igloo(1000));
    await admin.browser.post(`/v1/agents/${agentId}/ask`, {
      question: "What does an igloo with a view cost a winter?",
    });
    const cited = await world.house.db
      .query(scope)
      .execute<{ version: number }>(sql`select version from message_citations where document_id = ${id}`);
    expect(cited.map(({ version }) => version)).toEqual([1]);
    for (let price = 1001; price < 1028; price += 1) await put("many", igloo(price));
    await world.house.knowledge.versions.settle();
    const { data, next } = await versionsOf(id, "?limit=10");
    expect(data).toHaveLength(10);
    const all = (await versionsOf(id, "?limit=100")).data.map(({ number }) => number);
    expect(next).toBe(String(data.at(-1)?.number));
    expect(all.slice(0, 3)).toEqual([28, 27, 26]);
    expect(all.at(-1)).toBe(1);
    expect(all.length).toBeLessThanOrEqual(23);
  });

  test("go with their document, and are nobody else's", async () => {
    const { id } = await put("gone", page("1"));
    await put("gone", page("2"));
    const other = await joinAs(world, await makeOrganization(world.house.db), "owner");
    for (const path of ["versions", "versions/1", "difference"])
      expect((await other.browser.get(`/v1/documents/${id}/${path}`)).statusCode).toBe(404);
    expect((await other.browser.post(`/v1/documents/${id}/restore`, { number: 1 })).statusCode).toBe(404);
    const viewer = await joinAs(world, scope, "analyst");
    expect((await viewer.browser.post(`/v1/documents/${id}/restore`, { number: 1 })).statusCode).toBe(403);
    await admin.browser.delete(`/v1/agents/${agentId}/documents/${id}`);
    await until(async () => (await admin.browser.get(`/v1/documents/${id}/versions`)).statusCode === 404);
    const left = await world.house.db
      .query(scope)
      .execute(sql`select 1 as one from knowledge_document_versions where document_id = ${id}`);
    expect(left).toEqual([]);
  });
});
