/** Sources of accounts elsewhere, over the API: read, followed, cut off, revoked, and taken away. */
import {
  GOOGLE_DOCUMENT,
  serveDrive,
  serveIntercom,
  type ServedDrive,
  type ServedIntercom,
} from "@parley/adapters/testing";
import {
  agentDetails,
  connectedAccount,
  crawledPage,
  googleConsent,
  googleReturn,
  source,
  type Source,
} from "@parley/contracts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { type Call, callerOf, keyWith } from "../../caller.testing.ts";
import { type DataPlace, openTestHouse, type TestHouse } from "../../house.testing.ts";
import { SYSTEM } from "../../platform/index.ts";
import { describeDatabase, makeOrganization, until } from "../../testing/index.ts";

const log = z.object({ data: z.array(crawledPage) });
const hits = z.object({
  results: z.array(z.object({ text: z.string(), url: z.string().nullable(), title: z.string() })),
});

let drive: ServedDrive;
let intercom: ServedIntercom;
let world: TestHouse;
let call: Call;
let account = "";
let agent = "";
const open = async (at?: DataPlace) => {
  const env = {
    GOOGLE_BASE_URL: drive.url,
    INTERCOM_BASE_URL: intercom.url,
    GOOGLE_CLIENT_ID: "client-1",
    GOOGLE_CLIENT_SECRET: "client-secret-1",
  };
  world = await openTestHouse({ env, ...(at && { at }) });
  call = callerOf(world);
};
beforeAll(async () => {
  [drive, intercom] = await Promise.all([serveDrive(), serveIntercom()]);
  await open();
});
afterAll(async () => {
  await world.close();
  await Promise.all([drive.close(), intercom.close()]);
});
beforeEach(async () => {
  for (const id of drive.files.keys()) if (id !== "top") drive.remove(id);
  drive.faults.length = 0;
  drive.folder("handbook", "top");
  drive.folder("below", "handbook");
  drive.folder("elsewhere", "top");
  drive.write("hours", { parent: "handbook", content: "# Hours\n\nThe pottery opens at nine in the morning." });
  drive.write("returns", {
    parent: "below",
    content: "Returns are taken within thirty days.",
    mimeType: GOOGLE_DOCUMENT,
  });
  drive.write("secret", { parent: "elsewhere", content: "The safe stands behind the kiln." });
  account = await connect();
  agent = (await call("POST", "/v1/agents", { body: { name: "Pottery" } })).as(agentDetails).id;
});

async function connect(): Promise<string> {
  const { url } = (await call("POST", "/v1/connected-accounts/google/consent", { body: {} })).as(googleConsent);
  const back = new URL((await fetch(url, { redirect: "manual" })).headers.get("location") ?? "");
  const body = { state: back.searchParams.get("state"), code: back.searchParams.get("code") };
  return (await call("POST", "/v1/connected-accounts/google/return", { body })).as(googleReturn).account.id;
}

const folders = (...ids: string[]) => ids.map((id) => ({ id, name: id }));
const input = (more: object = {}) => ({
  type: "google-drive",
  settings: { accountId: account, containers: folders("handbook") },
  ...more,
});
const add = async (body: object = input()) =>
  (await call("POST", `/v1/agents/${agent}/sources`, { body })).as(source).id;
const read = async (id: string): Promise<Source> => (await call("GET", `/v1/sources/${id}`)).as(source);
const ended = async (id: string): Promise<Source> => {
  await until(async () => !["queued", "running"].includes((await read(id)).status));
  return read(id);
};
const again = async (id: string): Promise<Source> => {
  await call("POST", `/v1/sources/${id}/recrawl`);
  return ended(id);
};
const find = async (query: string) =>
  (await call("POST", `/v1/agents/${agent}/search`, { body: { query, limit: 5 } })).as(hits).results;
const linesOf = async (id: string) =>
  new Map((await call("GET", `/v1/sources/${id}/pages`)).as(log).data.map((line) => [line.title ?? "", line]));
const asked = (path: RegExp) => drive.requests.filter(({ url }) => path.test(url.pathname)).length;

describeDatabase("folders of a Google Drive", () => {
  test("are read with all below them and nothing beside them, each document by its own name and address", async () => {
    const id = await add();
    expect(await ended(id)).toMatchObject({
      type: "google-drive",
      name: "handbook",
      url: null,
      status: "done",
      message: null,
      schedule: "1h",
      progress: { found: 2, fetched: 2, indexed: 2, failed: 0 },
      settings: { accountId: account, containers: [{ id: "handbook", name: "handbook" }] },
    });
    expect(await find("When does the pottery open?")).toMatchObject([
      { title: "hours", url: "https://drive.google.com/open?id=hours" },
    ]);
    expect((await find("returns"))[0]?.text).toContain("thirty days");
    expect(await find("Where is the safe behind the kiln?")).toEqual([]);
    const lines = await linesOf(id);
    expect([...lines.keys()].sort()).toEqual(["hours.md", "returns.md"]);
    expect(lines.get("hours.md")).toMatchObject({ status: "indexed", url: "https://drive.google.com/open?id=hours" });
    const used = (await call("GET", `/v1/connected-accounts/${account}`)).as(connectedAccount).usedBy;
    expect(used).toContainEqual({ id, name: "handbook", agentId: agent });
  });

  test("are followed: what was written, deleted, thrown away, moved in and moved out, by the changes alone", async () => {
    const id = await add();
    await ended(id);
    drive.write("hours", { parent: "handbook", content: "The pottery opens at ten in the morning." });
    drive.write("parking", { parent: "below", content: "Parking in the yard is free of charge." });
    drive.move("secret", "below");
    drive.trash("returns");
    const before = asked(/\/files$/u);
    const downloads = asked(/\/files\/\w+$/u);
    expect(await again(id)).toMatchObject({ status: "done", progress: { found: 3, indexed: 3, failed: 0 } });
    expect(asked(/\/files$/u)).toBe(before);
    expect(asked(/\/files\/\w+$/u) - downloads).toBeLessThan(10);
    expect((await find("When does the pottery open?"))[0]?.text).toContain("ten");
    expect(await find("parking in the yard")).toHaveLength(1);
    expect(await find("safe behind the kiln")).toHaveLength(1);
    expect(await find("returns within thirty days")).toEqual([]);
    expect((await linesOf(id)).get("returns.md")).toMatchObject({ status: "removed", documentId: null });
    drive.move("secret", "elsewhere");
    drive.remove("parking");
    await again(id);
    expect(await find("safe behind the kiln")).toEqual([]);
    expect(await find("parking in the yard")).toEqual([]);
    drive.move("below", "elsewhere");
    drive.write("returns", { parent: "handbook", content: "Returns are taken within sixty days." });
    expect(await again(id)).toMatchObject({ progress: { found: 2, indexed: 2 } });
    drive.trash("handbook");
    expect(await again(id)).toMatchObject({ status: "done", code: "no_pages", progress: { found: 0, indexed: 0 } });
    expect(await find("returns within sixty days")).toEqual([]);
  });

  test("cost nothing where nothing changed", async () => {
    const id = await add();
    await ended(id);
    const documents = async () =>
      JSON.stringify((await call("GET", `/v1/agents/${agent}/documents`)).body, (key, value: unknown) =>
        key === "checkedAt" ? null : value,
      );
    const before = await documents();
    const downloads = drive.requests.filter(({ url }) => url.searchParams.get("alt") === "media").length;
    expect(await again(id)).toMatchObject({ status: "done", progress: { found: 2, indexed: 2 } });
    expect(await documents()).toBe(before);
    expect(drive.requests.filter(({ url }) => url.searchParams.get("alt") === "media")).toHaveLength(downloads);
  });

  test("say of each document why it cannot be read, and keep the others", async () => {
    drive.write("photo", { parent: "handbook", content: "", name: "photo.png", mimeType: "image/png" });
    drive.write("broken", {
      parent: "handbook",
      content: "%PDF-1.7 nothing",
      name: "broken.pdf",
      mimeType: "application/pdf",
    });
    drive.write("empty", { parent: "handbook", content: "  ", name: "empty.txt", mimeType: "text/plain" });
    drive.write("table", {
      parent: "handbook",
      content: "Glaze,Price\nCeladon,14 euro\n",
      name: "glazes.csv",
      mimeType: "text/csv",
    });
    const id = await add();
    expect(await ended(id)).toMatchObject({ status: "done", progress: { found: 6, indexed: 3 } });
    const lines = await linesOf(id);
    for (const name of ["photo.png", "broken.pdf", "empty.txt"])
      expect(lines.get(name)).toMatchObject({
        status: "skipped",
        documentId: null,
        reason: expect.stringMatching(/\.$/u),
      });
    expect((await find("What is the price of the celadon glaze?"))[0]?.text).toContain("14 euro");
    const document = lines.get("glazes.csv")?.documentId;
    const text = "select place from knowledge_chunks where document_id = $1 and place is not null";
    const [places = []] = await world.house.db.batch(SYSTEM, [{ text, values: [document] }]);
    expect(places).not.toEqual([]);
  });

  test("end with a clear word when access is taken back in the middle, keep what was read, and go on once it is back", async () => {
    for (let at = 0; at < 60; at += 1)
      drive.write(`n${String(at).padStart(2, "0")}`, {
        parent: "handbook",
        content: `Kiln number ${at} burns at ${900 + at} degrees.`,
      });
    drive.faults.push({ path: /never/u, how: 401, times: 0 });
    const revokeAt = 40;
    let downloads = 0;
    const push = drive.requests.push.bind(drive.requests);
    drive.requests.push = (...more) => {
      downloads += more.filter(({ url }) => url.searchParams.get("alt") === "media").length;
      if (downloads === revokeAt) {
        drive.access.clear();
        drive.refresh.clear();
      }
      return push(...more);
    };
    const id = await add();
    const failed = await ended(id);
    drive.requests.push = push;
    expect(failed).toMatchObject({
      status: "failed",
      code: "vendor_refused",
      message: expect.stringContaining("Connect"),
    });
    expect(failed.progress.indexed).toBeGreaterThan(10);
    expect((await find("Kiln number burns at degrees")).length).toBeGreaterThan(0);
    expect((await call("GET", `/v1/connected-accounts/${account}`)).as(connectedAccount).state).toBe("revoked");
    expect(await connect()).toBe(account);
    // What failed for the want of access is read as soon as there is access.
    expect(await ended(id)).toMatchObject({
      status: "done",
      message: null,
      progress: { found: 62, indexed: 62, failed: 0 },
    });
  });

  test("go on where they were when the process ends in the middle, and nothing doubles", async () => {
    for (let at = 0; at < 45; at += 1)
      drive.write(`n${at}`, { parent: "handbook", content: `Kiln number ${at} burns at ${900 + at} degrees.` });
    drive.faults.push({ path: /\/files\/n30$/u, how: "hang", times: 1 });
    const id = await add();
    await until(() => drive.faults.every(({ times }) => times === 0));
    await until(async () => (await read(id)).progress.indexed >= 20);
    const place: DataPlace = { directory: world.directory, url: world.config.databaseUrl ?? undefined };
    const first = world;
    await first.house.stop(100);
    await open(place);
    const second = world;
    world = { ...second, close: async () => (await second.close(), await first.close().catch(() => undefined)) };
    expect(await ended(id)).toMatchObject({ status: "done", progress: { found: 47, indexed: 47 } });
    const documents = (await call("GET", `/v1/agents/${agent}/documents?limit=200`)).as(
      z.object({ data: z.array(z.unknown()) }),
    );
    expect(documents.data).toHaveLength(47);
  });

  test("leave nothing behind when they are deleted while they are read", async () => {
    for (let at = 0; at < 45; at += 1)
      drive.write(`n${at}`, { parent: "handbook", content: `Kiln number ${at} burns.` });
    drive.faults.push({ path: /\/files\/n30$/u, how: "hang", times: 1 });
    const id = await add();
    await until(() => drive.faults.every(({ times }) => times === 0));
    expect((await call("DELETE", `/v1/sources/${id}`)).status).toBe(204);
    await until(async () => (await find("Kiln number burns")).length === 0);
    expect((await call("GET", `/v1/sources/${id}`)).status).toBe(404);
  });

  test("are read once when two ask for it, and end early when they are held", async () => {
    const id = await add();
    await ended(id);
    const before = asked(/\/changes$/u);
    await Promise.all([again(id), again(id), call("POST", `/v1/sources/${id}/recrawl`)]);
    await ended(id);
    expect(asked(/\/changes$/u) - before).toBeLessThanOrEqual(3);
    drive.faults.push({ path: /\/changes$/u, how: "hang", times: 1 });
    await call("POST", `/v1/sources/${id}/recrawl`);
    await until(() => drive.faults.every(({ times }) => times === 0));
    await call("POST", `/v1/sources/${id}/pause`);
    expect((await read(id)).status).toBe("paused");
    await call("POST", `/v1/sources/${id}/resume`);
    expect((await ended(id)).status).toBe("done");
  });

  test("bear a vendor that is down: what was read stays, and is tried again", async () => {
    const id = await add();
    await ended(id);
    drive.write("hours", { parent: "handbook", content: "The pottery opens at eleven in the morning." });
    drive.faults.push({ path: /\/files\/hours$/u, how: 403, times: 99 });
    expect(await again(id)).toMatchObject({
      status: "done",
      message: expect.stringContaining("could not be read"),
      progress: { failed: 1, indexed: 2 },
    });
    expect((await find("When does the pottery open?"))[0]?.text).toContain("nine");
    drive.faults.length = 0;
    expect(await again(id)).toMatchObject({ status: "done", message: null, progress: { failed: 0 } });
    expect((await find("When does the pottery open?"))[0]?.text).toContain("eleven");
    drive.faults.push({ path: /changes/u, how: 429, headers: { "retry-after": "3600" }, times: 99 });
    expect(await again(id)).toMatchObject({
      status: "failed",
      code: "vendor_failed",
      message: expect.stringContaining("pause"),
    });
  });

  test("may be chosen anew, from another account too, and are refused where they cannot be", async () => {
    const id = await add();
    const { revision } = await ended(id);
    const selection = { accountId: account, containers: folders("elsewhere") };
    const changed = await call("PATCH", `/v1/sources/${id}`, { ifMatch: revision, body: { selection } });
    expect(changed.status).toBe(200);
    expect(await ended(id)).toMatchObject({ progress: { found: 1, indexed: 1 }, settings: selection });
    expect(await find("safe behind the kiln")).toHaveLength(1);
    expect(await find("When does the pottery open?")).toEqual([]);
    const stranger = { ...selection, accountId: "acc_0000000000000000000000000a" };
    for (const [settings, field] of [
      [stranger, "settings.accountId"],
      [{ ...selection, containers: [] }, "settings.containers"],
    ] as const) {
      const refused = await call("POST", `/v1/agents/${agent}/sources`, { body: input({ settings }) });
      expect([refused.status, refused.problem.field]).toEqual([400, field]);
    }
    const wrongVendor = await call("POST", `/v1/agents/${agent}/sources`, { body: input({ type: "intercom" }) });
    expect([wrongVendor.status, wrongVendor.problem.field]).toEqual([400, "settings.accountId"]);
  });

  test("are not had with an account of another organization, nor without leave to see accounts", async () => {
    const other = { ...world.house.tenants.adminScope, ...(await makeOrganization(world.house.db)) };
    const key = await keyWith(world, ["knowledge:write", "agents:write", "connections:read"], other);
    const theirs = (await call("POST", "/v1/agents", { key, body: { name: "Theirs" } })).as(agentDetails).id;
    const stolen = await call("POST", `/v1/agents/${theirs}/sources`, { key, body: input() });
    expect([stolen.status, stolen.problem.field]).toEqual([400, "settings.accountId"]);
    const blind = await keyWith(world, ["knowledge:write"]);
    expect((await call("POST", `/v1/agents/${agent}/sources`, { key: blind, body: input() })).status).toBe(403);
  });

  test("of somebody else are nothing but empty", async () => {
    const id = await add(input({ settings: { accountId: account, containers: folders("a-strangers-folder") } }));
    expect(await ended(id)).toMatchObject({ status: "done", code: "no_pages", progress: { found: 0 } });
  });

  test("come along when their agent is copied", async () => {
    await ended(await add());
    const copy = (await call("POST", `/v1/agents/${agent}/duplicate`, { body: { name: "Copy" } })).as(agentDetails).id;
    const list = z.object({ data: z.array(source) });
    const copied = async () => (await call("GET", `/v1/agents/${copy}/sources`)).as(list).data;
    await until(async () => (await copied())[0]?.status === "done");
    expect(await copied()).toMatchObject([{ type: "google-drive", name: "handbook", progress: { indexed: 2 } }]);
  });

  test("say so when their account was removed, and keep what was read", async () => {
    const id = await add();
    await ended(id);
    await call("DELETE", `/v1/connected-accounts/${account}`);
    expect(await again(id)).toMatchObject({ status: "failed", message: expect.stringContaining("was removed") });
    expect(await find("When does the pottery open?")).toHaveLength(1);
  });
});

describeDatabase("an Intercom help centre", () => {
  test("is read where it is published, in every language, and follows what goes", async () => {
    intercom.articles.clear();
    intercom.write("1", {
      title: "Opening hours",
      body: "<h2>Hours</h2><p>The pottery opens at <b>nine</b>.</p><script>x</script>",
    });
    intercom.write("2", { title: "Not yet", body: "<p>The new kiln comes in May.</p>", state: "draft" });
    intercom.write("3", { title: "Old", body: "<p>The old oven was sold to a baker.</p>" });
    const body = { provider: "intercom", token: intercom.token.good };
    const { id: accountId } = (await call("POST", "/v1/connected-accounts", { body })).as(connectedAccount);
    const id = await add({ type: "intercom", settings: { accountId, containers: [] } });
    expect(await ended(id)).toMatchObject({
      type: "intercom",
      name: "Shop",
      status: "done",
      progress: { found: 3, indexed: 2 },
    });
    const [hours] = await find("When does the pottery open?");
    expect(hours).toMatchObject({ title: "Opening hours", url: "https://help.example.org/articles/1" });
    expect(hours?.text).not.toContain("script");
    expect(await find("the new kiln in May")).toEqual([]);
    expect((await linesOf(id)).get("Not yet")).toMatchObject({
      status: "skipped",
      reason: expect.stringContaining("draft"),
    });
    intercom.articles.delete("3");
    intercom.write("2", { body: "<p>The new kiln comes in May.</p>", state: "published" });
    intercom.write("1", { body: "<p>x</p>", state: "draft" });
    expect(await again(id)).toMatchObject({ status: "done", progress: { found: 2, indexed: 1 } });
    expect(await find("the new kiln in May")).toHaveLength(1);
    expect(await find("old oven sold to a baker")).toEqual([]);
    expect(await find("When does the pottery open?")).toEqual([]);
    intercom.token.good = "another-one";
    expect(await again(id)).toMatchObject({ status: "failed", message: expect.stringContaining("new one") });
    expect(await find("the new kiln in May")).toHaveLength(1);
    intercom.token.good = body.token;
  });
});
