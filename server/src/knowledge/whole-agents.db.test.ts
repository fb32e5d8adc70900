/** An agent's knowledge goes wholly, or its removal says that it did not. */
import { newId, productInput, verifiedAnswerInput } from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../house.testing.ts";
import { SYSTEM } from "../platform/index.ts";
import { describeDatabase, makeOrganization } from "../testing/index.ts";

let world: TestHouse;
beforeAll(async () => {
  // Nobody reads the sources: they wait until they are taken away.
  world = await openTestHouse({ env: { PARLEY_ROLES: "api,live" } });
});
afterAll(() => world.close());

const refusing = `
create function refuse_change() returns trigger language plpgsql as $$ begin raise exception 'no room left' using errcode = 'disk_full'; end $$;
create trigger refuse_change before update on knowledge_sources for each row execute function refuse_change()`;

describeDatabase("the removal of an agent's knowledge", () => {
  test("breaks off where a source cannot be cancelled, and is done when it is asked again", async () => {
    const { db, agents, knowledge } = world.house;
    const scope = await makeOrganization(db);
    const { id } = await agents.create(scope, { name: "Shop" });
    await knowledge.sources.create(scope, id, { type: "website", url: "https://shop.example/" });
    const sources = async () => (await knowledge.sources.list(scope, id, { limit: 10 })).data.length;
    const { signal } = new AbortController();

    await db.script(refusing);
    await expect(knowledge.removeAgent(scope, id, signal)).rejects.toMatchObject({ code: "53100" });
    expect(await sources()).toBe(1);

    await db.script("drop trigger refuse_change on knowledge_sources; drop function refuse_change");
    await knowledge.removeAgent(scope, id, signal);
    const [[left] = []] = await db.batch(SYSTEM, [
      { text: "select count(*)::int as sources from knowledge_sources where agent_id = $1", values: [id] },
    ]);
    expect(left?.["sources"]).toBe(0);
  });
});

describeDatabase("an agent", () => {
  test("can answer from a product or a verified answer alone", async () => {
    const { db, agents, knowledge } = world.house;
    const scope = await makeOrganization(db);
    const { id } = await agents.create(scope, { name: "Shop" });
    const { id: other } = await agents.create(scope, { name: "Inn" });
    const states = async () => [...(await knowledge.states(scope, [id, other])).values()];
    expect(await states()).toEqual(["empty", "empty"]);
    await knowledge.catalogue.put(scope, id, [productInput.parse({ externalId: "bell", name: "Brass bell" })]);
    await knowledge.verified.create(
      scope,
      other,
      verifiedAnswerInput.parse({ question: "Do you deliver?", answer: "Yes." }),
    );
    expect(await states()).toEqual(["ready", "ready"]);
  });
});

describeDatabase("the labels of an agent's knowledge", () => {
  const labelsOf = async (id: string) => {
    const text = `select title as name, tags, audience from knowledge_documents where agent_id = $1
      union all select type, tags, audience from knowledge_sources where agent_id = $1 order by 1`;
    const [rows = []] = await world.house.db.batch(SYSTEM, [{ text, values: [id] }]);
    return rows.map(({ name, tags, audience }) => [name, tags, audience]);
  };

  test("go to a copy with what is copied, and with what is read anew once it is there", async () => {
    const { db, agents, knowledge } = world.house;
    const scope = await makeOrganization(db);
    const { id: from } = await agents.create(scope, { name: "Shop" });
    const { id: to } = await agents.create(scope, { name: "Shop (copy)" });
    const documents = { externalId: "a", title: "Given", text: "For members.", tags: ["inside"], audience: "staff" };
    await knowledge.documents.put(scope, from, [documents]);
    const url = "https://shop.example/";
    /** As a crawl leaves it. */
    const read = async (agentId: string, sourceId: string, document: string) => {
      const page = { url: `${url}rooms`, title: "Rooms", language: "en", content: "Rooms.", contentHash: "1" };
      await knowledge.indexDocuments(scope, agentId, [{ ...page, documentId: document, sourceId, externalId: null }]);
      await db.batch(scope, [
        {
          text: `insert into knowledge_crawl_pages (organization, source_id, url, run, depth, status, document_id)
            values ($1, $2, $3, 1, 0, 'indexed', $4)`,
          values: [scope.organization, sourceId, page.url, document],
        },
        {
          text: "update knowledge_sources set status = 'done' where organization = $1 and id = $2",
          values: [scope.organization, sourceId],
        },
      ]);
    };
    const website = await knowledge.sources.create(scope, from, { type: "website", url });
    await knowledge.sourceLabels.set(scope, website.id, { tags: ["web"] });
    const [first, other] = [newId("document"), newId("document")];
    await read(from, website.id, first);
    await knowledge.documents.label(scope, { agentId: from, documentId: first }, { audience: "guests" });

    const { signal } = new AbortController();
    for (let time = 0; time < 2; time += 1) await knowledge.copyAgent(scope, { from, to, signal });
    expect(await knowledge.copyLabels(scope, { from, to })).toBe(false);
    const [source] = (await knowledge.sources.list(scope, to, { limit: 10 })).data;
    if (!source) throw new Error("there is no source");
    await read(to, source.id, other);
    expect(await knowledge.copyLabels(scope, { from, to })).toBe(true);
    expect(await labelsOf(to)).toEqual(await labelsOf(from));
    expect(await labelsOf(to)).toEqual([
      ["Given", ["inside"], "staff"],
      ["Rooms", [], "guests"],
      ["website", ["web"], null],
    ]);
    // What the copy has of its own stays.
    await knowledge.documents.label(scope, { agentId: to, documentId: other }, { audience: "press" });
    await knowledge.copyLabels(scope, { from, to });
    expect((await knowledge.documents.get(scope, to, other)).audience).toBe("press");
  });
});
