/** Whole agents as files, through the API. */
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { type AgentArchive, productInput } from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse, unpackDatabase } from "../../house.testing.ts";
import { type Scope, sql } from "../../platform/index.ts";
import { joinAs, type TestPerson } from "../../tenants/people.testing.ts";
import { describeDatabase, makeOrganization, openTestDatabase, testEngine, until } from "../../testing/index.ts";
import { readTar, TAR_END, tarEntry, type TarEntry } from "./tar.ts";

let world: TestHouse;
let scope: Scope;
let owner: TestPerson;
let other: TestPerson;
let otherScope: Scope;
let agentId: string;
let archive: Buffer;

beforeAll(async () => {
  world = await openTestHouse({ env: { PARLEY_SIGNUP: "open", PARLEY_MODELS: "script" } });
  scope = await makeOrganization(world.house.db);
  otherScope = await makeOrganization(world.house.db);
  owner = await joinAs(world, scope, "owner");
  other = await joinAs(world, otherScope, "owner");
  agentId = await fill();
  archive = await exported(agentId);
}, 120_000);
afterAll(() => world.close());

async function fill(): Promise<string> {
  const { id } = (await owner.browser.post("/v1/agents", { name: "Inn" })).json();
  const put = (externalId: string, title: string, text: string) =>
    owner.browser.post(`/v1/agents/${id}/documents`, { externalId, title, text });
  await put("rooms", "Rooms", "# Rooms\n\nA double room costs 90 euro a night.");
  await put("rooms", "Rooms", "# Rooms\n\nA double room costs 95 euro a night.");
  for (let at = 0; at < 130; at += 1)
    await put(`page-${at}`, `Page ${at}`, `# Page ${at}\n\nThe code of cupboard ${at} is word${at}zebra.`);
  await owner.browser.post(`/v1/agents/${id}/verified-answers`, {
    question: "Can I bring my dog?",
    variants: ["Are dogs allowed?"],
    answer: "Dogs are welcome.",
  });
  await owner.browser.post(`/v1/agents/${id}/products`, {
    externalId: "towel",
    name: "Towel of the inn",
    price: 1_250,
    currency: "EUR",
    stock: "in_stock",
  });
  const uploaded = await owner.browser.send({
    method: "POST",
    url: `/v1/agents/${id}/files`,
    headers: { "content-type": "multipart/form-data; boundary=part" },
    payload: `--part\r\ncontent-disposition: form-data; name="file"; filename="sauna.txt"\r\n\r\nThe sauna is heated from six to ten in the evening.\r\n--part--\r\n`,
  });
  expect(uploaded.statusCode, uploaded.body).toBeLessThan(300);
  await until(async () => {
    const { data } = (await owner.browser.get(`/v1/agents/${id}/files`)).json();
    return data[0]?.status === "ready";
  });
  const { revision } = (await owner.browser.get(`/v1/agents/${id}`)).json();
  await owner.browser.patch(`/v1/agents/${id}`, { greeting: "Good evening!" }, { "if-match": `"${revision}"` });
  const q = world.house.db.query(scope);
  await q.execute(sql`insert into knowledge_sources (organization, id, agent_id, type, name, url, settings, trusted_origin,
      status, progress) values (${scope.organization}::int, 'src_00000000000000000000000009', ${id}::text, 'website', 'Site',
      'https://inn.example/', '{}', 'http://127.0.0.1:9', 'done', '{"found":1,"fetched":1,"indexed":1,"failed":0}')`);
  await world.house.knowledge.indexDocuments(scope, id, [
    {
      documentId: "doc_00000000000000000000000009",
      sourceId: "src_00000000000000000000000009",
      externalId: null,
      url: "https://inn.example/",
      title: "Inn",
      language: "en",
      contentHash: "h",
      content: "# Inn\n\nThe inn has a sauna.",
    },
  ]);
  await q.execute(sql`insert into knowledge_crawl_pages (organization, source_id, url, run, depth, status, document_id)
    values (${scope.organization}::int, 'src_00000000000000000000000009', 'https://inn.example/', 1, 0, 'indexed',
      'doc_00000000000000000000000009')`);
  await world.house.knowledge.catalogue.write(scope, {
    agentId: id,
    sourceId: "src_00000000000000000000000009",
    origin: "page",
    inputs: [
      {
        ...productInput.parse({ externalId: "sauna", name: "Evening in the sauna", price: 1_500, currency: "EUR" }),
        documentId: "doc_00000000000000000000000009",
      },
    ],
  });
  await q.execute(sql`update knowledge_products set price_checked_at = now() - interval '20 days', checked_at = now() - interval '20 days'
    where organization = ${scope.organization}::int and external_id = 'sauna'`);
  await owner.browser.patch(`/v1/agents/${id}/catalogue`, { priceLimitDays: 14 });
  return id;
}

const ended = async (person: TestPerson, id: string): Promise<AgentArchive> => {
  let last: AgentArchive | undefined;
  await until(async () => {
    last = (await person.browser.get(`/v1/archives/${id}`)).json();
    return last?.status === "done" || last?.status === "failed";
  });
  if (!last) throw new Error("there is no archive");
  return last;
};

async function exported(id: string): Promise<Buffer> {
  const begun = await owner.browser.post(`/v1/agents/${id}/export`, {});
  expect(begun.statusCode, begun.body).toBe(202);
  const done = await ended(owner, begun.json().id);
  expect(done).toMatchObject({ status: "done", kind: "export", message: null });
  const file = await owner.browser.get(`/v1/archives/${done.id}/file`);
  expect(file.headers["content-disposition"]).toBe('attachment; filename="inn.parley.tar.gz"');
  expect(file.rawPayload.length).toBe(done.bytes);
  return file.rawPayload;
}

async function send(person: TestPerson, body: Buffer, name = ""): Promise<{ statusCode: number; begun: AgentArchive }> {
  const answer = await person.browser.send({
    method: "POST",
    url: `/v1/agents/import${name === "" ? "" : `?name=${name}`}`,
    payload: body,
    headers: { "content-type": "application/gzip" },
  });
  return { statusCode: answer.statusCode, begun: answer.json() };
}

async function agentsOf(person: TestPerson): Promise<string[]> {
  return (await person.browser.get("/v1/agents")).json().data.map(({ id }: { id: string }) => id);
}

async function entriesOf(packed: Buffer): Promise<TarEntry[]> {
  const entries: TarEntry[] = [];
  async function* content() {
    yield gunzipSync(packed);
  }
  for await (const entry of readTar(content(), { entryBytes: 1e9, allBytes: 1e9, entries: 1e6 })) entries.push(entry);
  return entries;
}
const packed = (entries: readonly TarEntry[]) =>
  gzipSync(Buffer.concat([...entries.flatMap((entry) => [...tarEntry(entry)]), TAR_END]));

describeDatabase("an agent's archive", () => {
  test("makes the same agent in another organization, under ids of its own, searchable at once", async () => {
    const { begun } = await send(other, archive, "Copy");
    const done = await ended(other, begun.id);
    expect(done, done.message ?? "").toMatchObject({ status: "done", kind: "import" });
    expect(done.counts).toMatchObject({
      documents: 133,
      "document-versions": 1,
      "verified-answers": 1,
      sources: 2,
      pages: 1,
      files: 1,
      products: 2,
    });
    const made = (await other.browser.get(`/v1/agents/${done.agentId}`)).json();
    expect(made).toMatchObject({ name: "Copy", greeting: "Good evening!", version: 2, state: "ready" });
    const search = await other.browser.post(`/v1/agents/${done.agentId}/search`, { query: "word77zebra" });
    expect(search.json().results[0]).toMatchObject({ title: "Page 77", externalId: "page-77" });
    const [rooms] = (await other.browser.get(`/v1/agents/${done.agentId}/documents?q=Rooms`)).json().data;
    expect(rooms).toMatchObject({ version: 2, externalId: "rooms" });
    const versions = (await other.browser.get(`/v1/documents/${rooms.id}/versions`)).json().data;
    expect(versions.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
    expect((await other.browser.get(`/v1/documents/${rooms.id}/versions/1`)).json().content).toContain("90 euro");
    const asked = await other.browser.post(`/v1/agents/${done.agentId}/ask`, { question: "Are dogs allowed?" });
    expect(asked.json().answer).toContain("Dogs are welcome.");
    const products = (await other.browser.get(`/v1/agents/${done.agentId}/products`)).json().data;
    expect(products).toMatchObject([
      { externalId: "sauna", origin: "page", priceStale: true },
      { externalId: "towel", origin: "manual", price: 1_250, currency: "EUR", sourceId: null },
    ]);
    expect((await other.browser.get(`/v1/agents/${done.agentId}/catalogue`)).json()).toMatchObject({
      priceLimitDays: 14,
    });
    const [file] = (await other.browser.get(`/v1/agents/${done.agentId}/files`)).json().data;
    expect(file).toMatchObject({ name: "sauna.txt", status: "ready", documents: 1 });
    expect((await other.browser.get(`/v1/files/${file.id}/original`)).body).toContain("The sauna is heated");
    const heated = await other.browser.post(`/v1/agents/${done.agentId}/search`, { query: "sauna heated evening" });
    expect(heated.json().results[0].externalId).toMatch(new RegExp(`^${file.id}`));
    const all = (await other.browser.get(`/v1/agents/${done.agentId}/sources`)).json().data;
    const source = all.find(({ type }: { type: string }) => type === "website");
    expect(source).toMatchObject({ url: "https://inn.example/", status: "done" });
    expect(products[0].sourceId).toBe(source.id);
    const q = world.house.db.query(otherScope);
    const [row] = await q.execute(sql`select s.trusted_origin, p.document_id = d.id as linked from knowledge_sources s
      join knowledge_crawl_pages p on p.organization = s.organization and p.source_id = s.id
      join knowledge_documents d on d.organization = s.organization and d.source_id = s.id where s.id = ${source.id}`);
    expect(row).toEqual({ trusted_origin: null, linked: true });
    const theirs = await world.house.db
      .query(scope)
      .execute<{ n: number }>(sql`select count(*)::int as n from knowledge_documents`);
    expect(theirs[0]?.n).toBe(133);
    expect((await other.browser.get("/v1/audit-entries")).json().data[0]).toMatchObject({ action: "agent.imported" });
    // Brought once more, it is another agent.
    const again = await ended(other, (await send(other, archive)).begun.id);
    expect(again.status).toBe("done");
    expect((await other.browser.get(`/v1/agents/${again.agentId}`)).json().name).toBe("Inn");
  });

  test("that was written twice holds the same", async () => {
    const names = async (file: Buffer) =>
      (await entriesOf(file))
        .filter(({ name }) => name !== "manifest.json")
        .map(({ name, content }) => [name, content.length]);
    const copy = (await other.browser.get("/v1/agents"))
      .json()
      .data.find(({ name }: { name: string }) => name === "Inn");
    const begun = (await other.browser.post(`/v1/agents/${copy.id}/export`, {})).json();
    const done = await ended(other, begun.id);
    const file = (await other.browser.get(`/v1/archives/${done.id}/file`)).rawPayload;
    const plain = (all: (string | number)[][]) => all.map(([name]) => String(name).replace(/fil_\w+/, "fil"));
    expect(plain(await names(file))).toEqual(plain(await names(archive)));
  });

  test("that is hostile makes nothing, and says why", async () => {
    const before = await agentsOf(other);
    const entries = await entriesOf(archive);
    const manifest = entries.at(-1);
    const change = (name: string, text: (was: string) => string) =>
      entries.map((entry) =>
        entry.name.startsWith(name) ? { ...entry, content: Buffer.from(text(entry.content.toString())) } : entry,
      );
    const bomb = Buffer.alloc(200 * 1024 * 1024);
    const slip = Buffer.concat([...tarEntry({ name: "../../escape.json", content: Buffer.from("{}") }), TAR_END]);
    const link = Buffer.concat([...tarEntry({ name: "agent/000001.jsonl", content: Buffer.from("") })]);
    link.write("2", 156);
    link.write("        ", 148);
    link.write(
      `${link
        .subarray(0, 512)
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, "0")}\0 `,
      148,
    );
    const cases: [string, Buffer, string][] = [
      ["no archive", gzipSync(Buffer.from("hello")), "invalid_request"],
      ["cut off", archive.subarray(0, archive.length / 2), "invalid_request"],
      ["without its end", packed(entries.slice(0, -1)), "invalid_request"],
      ["changed", packed(change("documents/", (text) => text.replace("zebra", "Zebra"))), "invalid_request"],
      [
        "of another format",
        packed(change("manifest", (text) => text.replace('"version": 1', '"version": 9'))),
        "unsupported_type",
      ],
      [
        "of something else",
        packed(change("manifest", (text) => text.replace("parley-agent", "other"))),
        "invalid_request",
      ],
      ["with a path", gzipSync(slip), "invalid_request"],
      ["with a link", gzipSync(link), "invalid_request"],
      ["a bomb", gzipSync(Buffer.concat([...tarEntry({ name: "blobs/a.bin", content: bomb }), TAR_END])), "too_large"],
      ["twice the same", packed([...entries.slice(0, 1), ...entries]), "invalid_request"],
      [
        "an unknown part",
        packed([{ name: "secrets/000001.jsonl", content: Buffer.from("{}\n") }, ...entries]),
        "invalid_request",
      ],
      [
        "broken lines",
        packed([{ name: "pages/000009.jsonl", content: Buffer.from("{not json\n") }, ...entries]),
        "invalid_request",
      ],
    ];
    const twice = (text: string) =>
      text +
      text
        .split("\n")
        .filter((line) => line.includes('"version"'))
        .slice(-1) +
      "\n";
    const page = (text: string) => packed([{ name: "pages/000009.jsonl", content: Buffer.from(text) }, ...entries]);
    cases.push(
      ["of more values than fit into memory", page(`[${"{},".repeat(1_100_000)}{}]\n`), "too_large"],
      ["without a bottom", page(`${"[".repeat(100_000)}\n`), "too_large"],
      ["of nothing but ends of lines", page("\n".repeat(40_000_000)), "invalid_request"],
      ["with a version twice", rehash(change("agent/", twice)), "invalid_request"],
      [
        "with a source that asks too fast",
        rehash(change("sources/", (text) => text.replace('"settings":{}', '"settings":{"requestsPerSecond":100000}'))),
        "invalid_request",
      ],
    );
    expect(manifest?.name).toBe("manifest.json");
    for (const [what, body, code] of cases) {
      const { begun } = await send(other, body);
      const done = await ended(other, begun.id);
      expect([what, done.status, done.code]).toEqual([what, "failed", code]);
      expect(done.message).toMatch(/\.$/);
    }
    const plain = await send(other, Buffer.from("plain text"));
    expect(plain.statusCode).toBe(415);
    expect(await agentsOf(other)).toEqual(before);
    const left = await world.house.db.query(otherScope).execute<{
      n: number;
    }>(sql`select count(*)::int as n from knowledge_indexes i
      where not exists (select 1 from agents a where a.organization = i.organization and a.id = i.agent_id)`);
    expect(left[0]?.n).toBe(0);
  });

  test("names things of others only in vain", async () => {
    const entries = await entriesOf(archive);
    const lines = entries.find(({ name }) => name.startsWith("pages/"))?.content.toString() ?? "";
    const foreign = lines.replaceAll("src_00000000000000000000000009", "src_0000000000000000000000000z");
    const file = rehash(
      entries.map((entry) => (entry.name.startsWith("pages/") ? { ...entry, content: Buffer.from(foreign) } : entry)),
    );
    const done = await ended(other, (await send(other, file)).begun.id);
    expect(done.status, done.message ?? "").toBe("done");
    const rows = await world.house.db
      .query(otherScope)
      .execute<{ n: number }>(
        sql`select count(*)::int as n from knowledge_crawl_pages where source_id = 'src_0000000000000000000000000z'`,
      );
    expect(rows[0]?.n).toBe(0);
  });

  test("holds no citation that runs a script", async () => {
    const entries = await entriesOf(archive);
    const script = (text: string) => text.replaceAll('"https://inn.example/"', '"javascript:alert(1)"');
    const file = rehash(
      entries.map((entry) =>
        entry.name.startsWith("documents/")
          ? { ...entry, content: Buffer.from(script(entry.content.toString())) }
          : entry,
      ),
    );
    expect(gunzipSync(file).includes("javascript:alert(1)")).toBe(true);
    const done = await ended(other, (await send(other, file)).begun.id);
    expect(done.status, done.message ?? "").toBe("done");
    const { data } = (await other.browser.get(`/v1/agents/${done.agentId}/documents?q=Inn`)).json();
    expect(data[0]).toMatchObject({ title: "Inn", url: null });
  });

  test("goes on where its process ended", async () => {
    const directory = await mkdtemp(join(tmpdir(), "parley-archive-"));
    const database = testEngine === "postgres" ? await openTestDatabase() : undefined;
    if (!database) await unpackDatabase(join(directory, "database"));
    const at = { directory, url: database?.url };
    const first = await openTestHouse({ at, env: { PARLEY_SIGNUP: "open" } });
    const here = await makeOrganization(first.house.db);
    async function* content() {
      yield archive;
    }
    const begun = await first.house.agents.archives.import(here, { content: content(), name: null });
    await until(async () => (await first.house.agents.archives.get(here, begun.id)).progress.done > 0);
    expect(await first.house.agents.list(here, { limit: 10 })).toMatchObject({ data: [] });
    await first.house.jobs.stop(0);
    await first.close();
    const second = await openTestHouse({ at, env: { PARLEY_SIGNUP: "open" } });
    const { agents, knowledge } = second.house;
    await until(async () => (await agents.archives.get(here, begun.id)).status === "done");
    const { data } = await agents.list(here, { limit: 10 });
    expect(data.map(({ id }) => id)).toEqual([begun.agentId]);
    expect(await knowledge.summary(here, begun.agentId)).toMatchObject({ documents: 133, verifiedAnswers: 1 });
    await second.close();
    await database?.close();
    await rm(directory, { recursive: true, force: true });
    // Two whole servers are opened.
  }, 120_000);

  test("is nobody else's, and made only by those who may change agents", async () => {
    const begun = (await owner.browser.post(`/v1/agents/${agentId}/export`, {})).json();
    await ended(owner, begun.id);
    for (const path of [`/v1/archives/${begun.id}`, `/v1/archives/${begun.id}/file`])
      expect((await other.browser.get(path)).statusCode).toBe(404);
    expect((await other.browser.post(`/v1/agents/${agentId}/export`, {})).statusCode).toBe(404);
    const analyst = await joinAs(world, scope, "analyst");
    expect((await analyst.browser.get(`/v1/archives/${begun.id}/file`)).statusCode).toBe(403);
    expect((await send(analyst, archive)).statusCode).toBe(403);
  });
});

function rehash(entries: readonly TarEntry[]): Buffer {
  const manifest = JSON.parse(entries.at(-1)?.content.toString() ?? "{}");
  for (const entry of manifest.entries) {
    const own = entries.find(({ name }) => name === entry.name);
    if (own)
      Object.assign(entry, {
        bytes: own.content.length,
        sha256: createHash("sha256").update(own.content).digest("hex"),
      });
  }
  return packed([...entries.slice(0, -1), { name: "manifest.json", content: Buffer.from(JSON.stringify(manifest)) }]);
}
