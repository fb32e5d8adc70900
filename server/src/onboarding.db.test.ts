/** From an address to an agent that talks: what it finds of the site, what it is tried with, and sources that change. */
import {
  agentDetails,
  askResult,
  conversation,
  crawledPage,
  document,
  documentContent,
  listOf,
  probeRun,
  siteProfile,
  source as sourceOf,
  sourcePageCounts,
} from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type Call, callerOf } from "./caller.testing.ts";
import { openTestHouse, type TestHouse } from "./house.testing.ts";
import { describeDatabase, ownSite, serveSite, type ServedSite, until } from "./testing/index.ts";

const agents = listOf(agentDetails);
const sources = z.object({ data: z.array(sourceOf) });
let world: TestHouse;
let site: ServedSite;
let call: Call;

beforeAll(async () => {
  site = await serveSite(ownSite, { routes: new Map([["/slow/", () => {}]]) });
  world = await openTestHouse({ env: { PARLEY_ALLOW_PRIVATE_ADDRESSES: new URL(site.origin).host } });
  call = callerOf(world);
});
afterAll(async () => {
  await world.close();
  await site.close();
});

async function make(siteUrl: string): Promise<string> {
  const made = await call("POST", "/v1/agents", { body: { siteUrl } });
  expect([200, 201]).toContain(made.status);
  return made.as(agentDetails).id;
}
const sourcesOf = async (agentId: string) => (await call("GET", `/v1/agents/${agentId}/sources`)).as(sources).data;
const ended = (agentId: string) =>
  until(async () => {
    const all = await sourcesOf(agentId);
    return all.length > 0 && all.every(({ status }) => !["queued", "running"].includes(status));
  });
const ask = async (agentId: string, question: string) =>
  (await call("POST", `/v1/agents/${agentId}/ask`, { body: { question } })).as(askResult);

describeDatabase("from an address to an agent", () => {
  test("the same address twice is the same agent; what cannot be one makes nothing", async () => {
    const before = (await call("GET", "/v1/agents?limit=200")).as(agents).data.length;
    for (const [siteUrl, code] of [
      ["http://10.0.0.1/", "private_address"],
      ["http://[::1]/", "private_address"],
      ["nothing at all", "invalid_url"],
      ["ftp://shop.example", "invalid_url"],
      ["http://no-such-host.invalid/", "host_not_found"],
    ])
      expect((await call("POST", "/v1/agents", { body: { siteUrl } })).body).toMatchObject({ code, field: "siteUrl" });
    expect((await call("POST", "/v1/agents", { body: {} })).body).toMatchObject({ code: "invalid_request" });
    expect((await call("GET", "/v1/agents?limit=200")).as(agents).data).toHaveLength(before);
    const first = await call("POST", "/v1/agents", { body: { siteUrl: site.url } });
    const again = await call("POST", "/v1/agents", { body: { siteUrl: `${site.url}index.html` } });
    expect([first.status, again.status, again.as(agentDetails).id]).toEqual([201, 200, first.as(agentDetails).id]);
    await ended(first.as(agentDetails).id);
  });

  test("tells what the site says of itself, each fact with its page", async () => {
    const agentId = await make(site.url);
    await ended(agentId);
    const body = (await call("GET", `/v1/agents/${agentId}/site-profile`)).as(siteProfile);
    expect(body).toMatchObject({ name: "Kettle & Chain", language: "en", tone: "neutral", color: "#0f766e" });
    const said = (kind: keyof typeof body.facts) => body.facts[kind].map(({ text }) => text);
    expect(said("hours")).toEqual([
      "Monday: closed",
      "Tuesday to Friday: 8:30 to 18:00",
      "Saturday: 9:00 to 16:00",
      "Sunday: closed",
    ]);
    expect(said("address")).toEqual(["14 Tannery Lane, Norwich NR3 1HF"]);
    expect(said("phone")).toEqual(["01603 555018"]);
    expect(said("email")).toEqual(["hello@kettleandchain.example"]);
    for (const lines of Object.values(body.facts).flat())
      expect(lines).toMatchObject({ url: expect.stringMatching(/\/contact\/$/) });
  });

  test("facts that the owner sets are said before pages, in the visitor's language", async () => {
    const agentId = await make(site.url);
    const page = `${site.origin}/contact/`;
    const facts = {
      hours: [
        { text: "Mon–Fri 9–17", url: page },
        { text: "Sat 10–14", url: page },
      ],
      phone: [{ text: "01603 000000", url: null }],
    };
    expect((await call("PATCH", `/v1/agents/${agentId}`, { body: { facts } })).status).toBe(200);
    expect(await ask(agentId, "When are you open?")).toMatchObject({
      answer: "Opening hours:\n\n- Mon–Fri 9–17\n- Sat 10–14",
      citations: [{ url: page, title: "Opening hours" }],
    });
    expect((await ask(agentId, "Are you open on Saturdays?")).answer).toBe("Yes. Saturday: 10:00–14:00.");
    expect((await ask(agentId, "Wann habt ihr geöffnet?")).answer).toMatch(/^Öffnungszeiten:/);
    expect((await ask(agentId, "¿Cuál es el horario?")).answer).toMatch(/^Horario:/);
    expect((await ask(agentId, "営業時間は？")).answer).toMatch(/^営業時間:/);
    expect(await ask(agentId, "What is your phone number?")).toMatchObject({
      answer: "Phone: 01603 000000",
      citations: [{ url: null }],
    });
    // Asked of something else, or not set: the pages answer.
    expect((await ask(agentId, "When is the repair afternoon?")).answer).toContain("first Saturday");
    expect((await ask(agentId, "What is your email address?")).answer).toContain("hello@kettleandchain.example");
    expect((await ask(agentId, "Can I talk to a human?")).answer).toContain("Phone: 01603 000000");
  });

  test("is tried with what visitors ask, after its first reading and again", async () => {
    // An address of its own: an agent that is there already would be read, and tried, once more meanwhile.
    const agentId = await make(`${site.origin}/about/`);
    await ended(agentId);
    const path = `/v1/agents/${agentId}/probes`;
    await until(async () => (await call("GET", path)).as(probeRun).status === "done");
    const body = (await call("GET", path)).as(probeRun);
    expect(body.data.length).toBeGreaterThanOrEqual(10);
    const lost = body.data.filter(({ state }) => state === "unanswered");
    const found = body.data.filter(({ state }) => state === "answered");
    expect(found.length).toBeGreaterThan(5);
    expect(found[0]).toMatchObject({ answer: expect.any(String), citations: [{ number: 1 }] });
    expect(lost.length).toBeGreaterThan(0);
    const question = lost[0]?.question;
    await call("POST", `/v1/agents/${agentId}/verified-answers`, { body: { question, answer: "So it is." } });
    expect((await call("POST", path, { body: { unansweredOnly: true } })).status).toBe(202);
    await until(async () => (await call("GET", path)).as(probeRun).status === "done");
    const after = (await call("GET", path)).as(probeRun).data.find((probe) => probe.question === question);
    expect(after).toMatchObject({ state: "answered", answer: "So it is." });
    expect(
      (await call("GET", `/v1/conversations?agentId=${agentId}`))
        .as(listOf(conversation))
        .data.filter(({ channel }) => channel !== "api"),
    ).toEqual([]);
  });
});

describeDatabase("sources", () => {
  test("have a log that can be read from its end, searched and counted", async () => {
    const agentId = await make(site.url);
    await ended(agentId);
    const [source] = await sourcesOf(agentId);
    const pages = (query: string) => call("GET", `/v1/sources/${source?.id}/pages?${query}`);
    const log = async (query: string) => (await pages(query)).as(listOf(crawledPage));
    const met = (await log("limit=200")).data.map(({ url }) => url);
    const newest: string[] = [];
    for (let cursor = ""; ;) {
      const page = await log(`limit=3&order=newest${cursor}`);
      newest.push(...page.data.map(({ url }) => url));
      if (page.next === null) break;
      cursor = `&cursor=${encodeURIComponent(page.next)}`;
    }
    expect(newest.toSorted()).toEqual(met.toSorted());
    expect((await log("q=contact")).data.map(({ url }) => url)).toEqual([`${site.origin}/contact/`]);
    const counts = (await call("GET", `/v1/sources/${source?.id}/pages/counts`)).as(sourcePageCounts);
    expect({ ...counts, read: counts.indexed + counts.unchanged }).toMatchObject({ read: 9, failed: 0, queued: 0 });
    expect((await pages("order=newest&cursor=1")).problem.code).toBe("invalid_request");
  });

  test("take other settings and another address, guarded against a change in between", async () => {
    const other = await serveSite(ownSite);
    try {
      const agentId = (await call("POST", "/v1/agents", { body: { name: "Mover" } })).as(agentDetails).id;
      const made = await call("POST", `/v1/agents/${agentId}/sources`, {
        body: { type: "website", url: site.url },
      });
      const source = made.as(sourceOf);
      await ended(agentId);
      const path = `/v1/sources/${source.id}`;
      const changed = await call("PATCH", path, { body: { settings: { exclude: ["/de/**"] } }, ifMatch: 1 });
      expect(changed.body).toMatchObject({
        revision: 2,
        settings: { exclude: ["/de/**"], pageLimit: 2_000 },
        status: "done",
      });
      expect((await call("PATCH", path, { body: { settings: {} }, ifMatch: 1 })).problem.code).toBe("stale");
      expect((await call("PATCH", path, { body: { url: other.url } })).body).toMatchObject({ code: "private_address" });
      expect((await call("PATCH", path, { body: { url: `${site.origin}/about/` }, ifMatch: 2 })).body).toMatchObject({
        revision: 3,
        status: "queued",
      });
      await ended(agentId);
      expect((await sourcesOf(agentId))[0]).toMatchObject({ url: `${site.origin}/about/`, status: "done" });
    } finally {
      await other.close();
    }
  });

  test("leave with their pages and documents, also while they are read", async () => {
    const agentId = (await call("POST", "/v1/agents", { body: { name: "Gone" } })).as(agentDetails).id;
    const made = await call("POST", `/v1/agents/${agentId}/sources`, {
      body: { type: "website", url: site.url, settings: { requestsPerSecond: 4 } },
    });
    const source = made.as(sourceOf);
    await until(async () => (await call("GET", `/v1/sources/${source.id}`)).as(sourceOf).progress.indexed > 0);
    expect((await call("DELETE", `/v1/sources/${source.id}`)).status).toBe(204);
    expect((await call("GET", `/v1/sources/${source.id}`)).status).toBe(404);
    expect((await call("DELETE", `/v1/sources/${source.id}`)).status).toBe(404);
    expect(await sourcesOf(agentId)).toEqual([]);
    expect((await call("GET", `/v1/agents/${agentId}/documents`)).body).toMatchObject({ data: [] });
    expect((await ask(agentId, "How much is a puncture repair?")).answered).toBe(false);
    const again = await call("POST", `/v1/agents/${agentId}/sources`, {
      body: { type: "website", url: site.url },
    });
    expect(again.as(sourceOf).id).not.toBe(source.id);
    await ended(agentId);
    expect((await call("GET", `/v1/agents/${agentId}/knowledge`)).body).toMatchObject({ documents: 9, sources: 1 });
  });
});

describeDatabase("documents", () => {
  test("are listed by title, size and age, searched, and shown with their passages", async () => {
    const agentId = (await call("POST", "/v1/agents", { body: { name: "Papers" } })).as(agentDetails).id;
    const documents = ["Cakes", "Apples", "Breads 100%", "Apples"].map((title, at) => ({
      externalId: `e${at}`,
      title,
      text: `# ${title}\n\n${"word ".repeat(5 + at * 5)}`,
    }));
    await call("POST", `/v1/agents/${agentId}/documents`, { body: documents });
    const titles = async (query: string) => {
      const all: string[] = [];
      for (let cursor = ""; ;) {
        const page = await call("GET", `/v1/agents/${agentId}/documents?limit=1&${query}${cursor}`);
        const { data, next } = page.as(listOf(document));
        all.push(...data.map(({ title }) => title));
        if (next === null) return all;
        cursor = `&cursor=${encodeURIComponent(next)}`;
      }
    };
    expect(await titles("sort=title")).toEqual(["Apples", "Apples", "Breads 100%", "Cakes"]);
    expect(await titles("sort=words")).toEqual(["Apples", "Breads 100%", "Apples", "Cakes"]);
    expect(await titles("sort=newest")).toEqual((await titles("sort=oldest")).toReversed());
    expect(await titles("q=100%25")).toEqual(["Breads 100%"]);
    const [first] = (await call("GET", `/v1/agents/${agentId}/documents?sort=title`)).as(listOf(document)).data;
    const read = await call("GET", `/v1/agents/${agentId}/documents/${first?.id}/content`);
    const { content, passages } = read.as(documentContent);
    expect(content).toContain("# Apples");
    expect(passages[0]?.text).toContain("word word");
    expect((await call("GET", `/v1/agents/${agentId}/documents?sort=words&cursor=xyz`)).problem.code).toBe(
      "invalid_request",
    );
  });
});
