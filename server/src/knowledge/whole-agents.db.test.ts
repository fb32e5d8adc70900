/** An agent's knowledge goes wholly, or its removal says that it did not. */
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
