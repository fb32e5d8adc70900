import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type KnowledgeFile, newId } from "@parley/contracts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import type { Scope } from "../../platform/index.ts";
import { joinAs, type TestPerson } from "../../tenants/people.testing.ts";
import { describeDatabase, makeOrganization } from "../../testing/index.ts";
import { until } from "../../testing/until.ts";
import { makeDocx, makePdf, makeXlsx, makeZip, paragraph } from "./make-files.testing.ts";

interface Part {
  name: string;
  bytes: Uint8Array | string;
}

describeDatabase("files over the API", () => {
  let world: TestHouse;
  let scope: Scope;
  let owner: TestPerson;
  let agent: string;

  beforeAll(async () => {
    world = await openTestHouse({ env: { PARLEY_SIGNUP: "open", PARLEY_TESSERACT: "off" } });
    scope = await makeOrganization(world.house.db, "Files");
    owner = await joinAs(world, scope, "owner", "Olga");
    agent = (await owner.browser.post("/v1/agents", { name: "Shop" })).json().id;
  }, 120_000);
  afterAll(() => world.close());

  const form = (parts: readonly Part[]) => ({
    headers: { "content-type": "multipart/form-data; boundary=part" },
    payload: Buffer.concat([
      ...parts.flatMap(({ name, bytes }) => [
        Buffer.from(`--part\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
        Buffer.from(bytes),
        Buffer.from("\r\n"),
      ]),
      Buffer.from("--part--\r\n"),
    ]),
  });
  const upload = async (...parts: Part[]) =>
    (await owner.browser.send({ method: "POST", url: `/v1/agents/${agent}/files`, ...form(parts) })).json();
  const get = async (id: string): Promise<KnowledgeFile> => (await owner.browser.get(`/v1/files/${id}`)).json();
  const settled = async (id: string): Promise<KnowledgeFile> => {
    await until(async () => !["queued", "reading"].includes((await get(id)).status));
    return get(id);
  };
  const add = async (name: string, bytes: Uint8Array | string): Promise<KnowledgeFile> => {
    const { data } = await upload({ name, bytes });
    return settled(data[0].file.id);
  };
  const search = async (query: string) =>
    (await owner.browser.post(`/v1/agents/${agent}/search`, { query, limit: 5 })).json().results;
  const storedFiles = async () => {
    const names = await readdir(join(world.directory, "files", "agents", agent, "files")).catch(() => []);
    return names.filter((name) => !name.startsWith("."));
  };

  it("become searchable, and say where in them a passage stands", async () => {
    const pages = [
      [{ x: 60, y: 700, text: "About us" }],
      [{ x: 60, y: 700, text: "The zeppelin museum opens at ten." }],
    ];
    const file = await add("guide.pdf", makePdf(pages));
    expect(file).toMatchObject({ status: "ready", type: "pdf", pages: 2, documents: 1, message: null });
    const asked = await owner.browser.post(`/v1/agents/${agent}/ask`, {
      question: "When does the zeppelin museum open?",
    });
    expect(asked.json().citations[0]).toMatchObject({ title: "guide", place: { page: 2 }, url: null, link: null });
    const prices = await add(
      "prices.xlsx",
      makeXlsx({
        Prices: [
          ["Item", "Price"],
          ["Kumquat jam", 7],
        ],
      }),
    );
    expect(prices).toMatchObject({ status: "ready", type: "xlsx", documents: 1 });
    const answer = (
      await owner.browser.post(`/v1/agents/${agent}/ask`, { question: "What does the kumquat jam cost?" })
    ).json();
    expect(answer.citations[0]).toMatchObject({ place: { sheet: "Prices", row: 2 } });
  });

  it("keep their places in the versions of what they said", async () => {
    const made = (price: number) =>
      makeXlsx({
        Fees: [
          ["Item", "Price"],
          ["Quince tart", price],
        ],
      });
    const { id } = await add("fees.xlsx", made(4));
    const replaced = await owner.browser.send({
      method: "PUT",
      url: `/v1/files/${id}`,
      ...form([{ name: "fees.xlsx", bytes: made(5) }]),
    });
    expect(replaced.statusCode, replaced.body).toBe(200);
    await settled(id);
    const [document] = (await owner.browser.get(`/v1/agents/${agent}/documents?q=fees`)).json().data;
    expect(document.version).toBe(2);
    for (const number of [1, 2]) {
      await owner.browser.post(`/v1/documents/${document.id}/restore`, { number });
      const question = "What does the quince tart cost?";
      const asked = (await owner.browser.post(`/v1/agents/${agent}/ask`, { question })).json();
      expect(asked.answer).toContain(number === 1 ? "4" : "5");
      expect(asked.citations[0]).toMatchObject({ place: { sheet: "Fees", row: 2 } });
    }
  });

  it("are judged each by itself", async () => {
    const { data } = await upload(
      { name: "good.md", bytes: "# Good\n\nWombats sleep by day." },
      { name: "bad.pdf", bytes: "%PDF-1.4 nothing" },
      { name: "none.txt", bytes: "" },
      { name: "again.md", bytes: "# Good\n\nWombats sleep by day." },
    );
    expect(data.map((one: { code: string | null }) => one.code)).toEqual([
      null,
      null,
      "invalid_request",
      "already_exists",
    ]);
    expect(await settled(data[0].file.id)).toMatchObject({ status: "ready" });
    expect(await settled(data[1].file.id)).toMatchObject({ status: "failed", code: "damaged", documents: 0 });
  });

  it("have harmless names, and are only ever saved", async () => {
    const file = await add(
      "../../etc/pass\u202ewd\u0007 <b>.html",
      "<!doctype html><script>alert(1)</script><p>A page of okapis.</p>",
    );
    expect(file.name).toBe("passwd <b>.html");
    const original = await owner.browser.get(`/v1/files/${file.id}/original`);
    expect(original.headers).toMatchObject({
      "content-type": "application/octet-stream",
      "x-content-type-options": "nosniff",
      "content-disposition": `attachment; filename="passwd <b>.html"; filename*=UTF-8''passwd%20%3Cb%3E.html`,
    });
    expect(original.body).toContain("<script>");
    expect((await world.app.inject(`/files/${file.id}`)).statusCode).toBe(404);
    expect((await world.app.inject(`/v1/files/${file.id}/original`)).statusCode).toBe(401);
  });

  it("are open to visitors where their owner says so", async () => {
    const file = await add("open.txt", "The narwhal tour starts at the harbour at noon.");
    const changed = await owner.browser.send({
      method: "PATCH",
      url: `/v1/files/${file.id}`,
      headers: { "if-match": `"${file.revision}"` },
      payload: { public: true },
    });
    expect(changed.json()).toMatchObject({ public: true, revision: file.revision + 1 });
    const found = await search("narwhal tour");
    expect(found[0].url).toBe(`/files/${file.id}`);
    expect((await world.app.inject(found[0].url)).body).toContain("narwhal");
    const stale = await owner.browser.send({
      method: "PATCH",
      url: `/v1/files/${file.id}`,
      headers: { "if-match": `"${file.revision}"` },
      payload: { public: false },
    });
    expect(stale.statusCode).toBe(412);
  });

  it("are replaced in place, also while they are read", async () => {
    const before = await add("menu.txt", "Today there is axolotl soup.");
    const put = (bytes: string) =>
      owner.browser.send({ method: "PUT", url: `/v1/files/${before.id}`, ...form([{ name: "menu.txt", bytes }]) });
    const answers = [];
    for (const dish of ["first", "second", "third", "last"])
      answers.push(await put(`Today there is ${dish} quokka stew.`));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    await until(async () => (await search("quokka stew"))[0]?.text.includes("last quokka stew"));
    const after = await settled(before.id);
    expect(after).toMatchObject({ id: before.id, status: "ready", documents: 1 });
    expect(await search("axolotl soup")).toEqual([]);
    await until(async () => (await storedFiles()).filter((name) => name.startsWith(before.id)).length === 1);
  });

  it("leave with everything that was made of them", async () => {
    const file = await add(
      "all.zip",
      makeZip([
        { name: "a.txt", content: "The capybara pool." },
        { name: "b.docx", content: makeDocx(paragraph("The capybara sauna.")) },
      ]),
    );
    expect(file).toMatchObject({ documents: 2, type: "zip" });
    expect(await search("capybara")).toHaveLength(2);
    expect((await owner.browser.send({ method: "DELETE", url: `/v1/files/${file.id}` })).statusCode).toBe(204);
    expect(await search("capybara")).toEqual([]);
    expect((await owner.browser.get(`/v1/files/${file.id}`)).statusCode).toBe(404);
    // The same bytes may come again at once.
    expect(
      (
        await upload({
          name: "all.zip",
          bytes: makeZip([
            { name: "a.txt", content: "The capybara pool." },
            { name: "b.docx", content: makeDocx(paragraph("The capybara sauna.")) },
          ]),
        })
      ).data[0].code,
    ).toBeNull();
  });

  it("are listed by name and state, page by page", async () => {
    const all = (await owner.browser.get(`/v1/agents/${agent}/files?limit=2`)).json();
    expect(all.data).toHaveLength(2);
    const next = (await owner.browser.get(`/v1/agents/${agent}/files?limit=2&cursor=${all.next}`)).json();
    expect(next.data[0].id < all.data[1].id).toBe(true);
    const failed = (await owner.browser.get(`/v1/agents/${agent}/files?status=failed`)).json();
    expect(failed.data.map(({ name }: KnowledgeFile) => name)).toEqual(["bad.pdf"]);
    const guide = (await owner.browser.get(`/v1/agents/${agent}/files?q=GUIDE`)).json();
    expect(guide.data.map(({ name }: KnowledgeFile) => name)).toEqual(["guide.pdf"]);
  });

  it("refuse what is no upload, an agent that is not there, and a file that is too large", async () => {
    const url = `/v1/agents/${agent}/files`;
    const send = (payload: string, type: string) =>
      owner.browser.send({ method: "POST", url, headers: { "content-type": type }, payload });
    expect((await send("{}", "application/json")).statusCode).toBe(415);
    expect((await send("nothing", "multipart/form-data")).statusCode).toBe(400);
    expect((await send("--part--\r\n", "multipart/form-data; boundary=part")).statusCode).toBe(400);
    const foreign = `/v1/agents/${newId("agent")}/files`;
    expect(
      (await owner.browser.send({ method: "POST", url: foreign, ...form([{ name: "a.txt", bytes: "a" }]) })).statusCode,
    ).toBe(404);
    const before = (await storedFiles()).length;
    const { data } = await upload(
      { name: "huge.txt", bytes: Buffer.alloc(51 * 1024 * 1024, 97) },
      { name: "small.txt", bytes: "An aardvark." },
    );
    expect(data.map((one: { code: string | null }) => one.code)).toEqual(["too_large", null]);
    expect((await storedFiles()).length).toBe(before + 1);
  });

  it("are copied with their agent", async () => {
    const made = (await owner.browser.post("/v1/agents", { name: "Copy" })).json();
    const signal = new AbortController().signal;
    for (let time = 0; time < 2; time += 1)
      await world.house.knowledge.uploads.copyAll(scope, { from: agent, to: made.id, signal });
    const names = async (of: string) =>
      (await owner.browser.get(`/v1/agents/${of}/files?limit=200`)).json().data.map(({ name }: KnowledgeFile) => name);
    expect((await names(made.id)).toSorted()).toEqual((await names(agent)).toSorted());
    await until(async () =>
      (await owner.browser.get(`/v1/agents/${made.id}/files`))
        .json()
        .data.every(({ status }: KnowledgeFile) => status === "ready" || status === "failed"),
    );
    const found = await owner.browser.post(`/v1/agents/${made.id}/search`, { query: "zeppelin museum", limit: 1 });
    expect(found.json().results[0].text).toContain("zeppelin");
    const guideOf = async (of: string) =>
      (await owner.browser.get(`/v1/agents/${of}/documents?q=guide`)).json().data[0];
    const guide = await guideOf(agent);
    await owner.browser.patch(`/v1/agents/${agent}/documents/${guide.id}`, { tags: ["printed"], audience: "guests" });
    await world.house.knowledge.copyLabels(scope, { from: agent, to: made.id });
    expect(await guideOf(made.id)).toMatchObject({ tags: ["printed"], audience: "guests" });
  });

  it("are read on by whoever comes after one that was killed", async () => {
    const { data } = await upload({ name: "late.txt", bytes: "The pangolin wing opens late." });
    const { id } = data[0].file;
    await settled(id);
    // As a kill leaves it: begun, and with no end.
    await world.house.db.batch(scope, [
      {
        text: "update knowledge_files set status = 'reading', documents = 0 where organization = $1::int and id = $2::text",
        values: [scope.organization, id],
      },
    ]);
    await owner.browser.post(`/v1/files/${id}/read`);
    expect(await settled(id)).toMatchObject({ status: "ready", documents: 1 });
    expect(await search("pangolin wing")).toHaveLength(1);
  });

  it("go with their source", async () => {
    const sources = (await owner.browser.get(`/v1/agents/${agent}/sources`)).json().data;
    const source = sources.find(({ type }: { type: string }) => type === "files");
    expect(source).toMatchObject({ name: "Files", url: null, status: "done" });
    expect(source.progress.found).toBeGreaterThan(5);
    expect((await owner.browser.send({ method: "DELETE", url: `/v1/sources/${source.id}` })).statusCode).toBe(204);
    expect((await owner.browser.get(`/v1/agents/${agent}/files`)).json().data).toEqual([]);
  });
});
