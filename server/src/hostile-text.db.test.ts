/** Everything that is known to break programs, in every field: never a fault of ours, never markup of theirs, never in the log. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { newId } from "@parley/contracts";
import { Parser } from "htmlparser2";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, SECRET, type TestHouse } from "./house.testing.ts";
import { describeDatabase } from "./testing/index.ts";

const dataDir = process.env["PARLEY_TEST_DATA"] ?? resolve(import.meta.dirname, "../../../shared");
const FILES = ["blns", "xss", "sqli", "path_traversal", "template_injection"];
const OWN = [
  "\u0000",
  "a\u0000b",
  "\ud800",
  "x\udfff",
  "\ufeff\u202e",
  "\u0007\u001b[31m",
  "\\u0000",
  "</script><script>alert(1)</script>",
  "<!--<script>",
  "'\"<>&",
  "x".repeat(4_000),
];
const logFile = join(tmpdir(), `parley-hostile-${process.pid}-${Date.now()}.log`);

let world: TestHouse;
let lines: string[];
let agentId: string;
const secrets: string[] = [];

beforeAll(async () => {
  lines = [...OWN, ...(await readLines())];
  world = await openTestHouse({ env: { PARLEY_LOG_LEVEL: "trace", PARLEY_LOG_FILE: logFile } });
  agentId = (await post("/v1/agents", { name: "Shop" })).json().id;
  secrets.push(SECRET, world.house.tenants.adminToken);
});
afterAll(() => world.close());

async function readLines(): Promise<string[]> {
  const folder = join(dataDir, "data/abuse");
  if (!existsSync(folder)) {
    process.stderr.write(`Skipped: the strings of ${folder} are not there.\n`);
    return [];
  }
  const files = await Promise.all(FILES.map((name) => readFile(join(folder, `${name}.jsonl`), "utf8")));
  return files.flatMap((file) =>
    file
      .trim()
      .split("\n")
      .map((line): string => JSON.parse(line).text),
  );
}

const post = (url: string, body: unknown, method: "POST" | "PATCH" = "POST") =>
  sendRaw(url, JSON.stringify(body), method);
const sendRaw = (url: string, payload: string | Buffer, method: "POST" | "PATCH" | "PUT" = "POST") =>
  world.app.inject({
    method,
    url,
    payload,
    headers: { authorization: `Bearer ${world.house.tenants.adminToken}`, "content-type": "application/json" },
  });
const get = (url: string) =>
  world.app.inject({ url, headers: { authorization: `Bearer ${world.house.tenants.adminToken}` } });

/** A few at a time, as from several clients. */
async function eachLine(some: readonly string[], work: (line: string, at: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < some.length; at = next++) await work(some[at] ?? "", at);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

/** Every kind of line, but fewer of them where one costs more; `PARLEY_TEST_EVERY_STRING=1` takes all. */
const everyNth = (step: number) =>
  process.env["PARLEY_TEST_EVERY_STRING"] ? lines : lines.filter((_, at) => at < OWN.length || at % step === 0);

describeDatabase("hostile text", () => {
  test("in documents is stored, each under its own external id", async () => {
    const inputs = lines.map((line, at) => ({
      externalId: `${at} ${line}`.slice(0, 500),
      title: line.slice(0, 1_000),
      text: `# ${line}\n\n${line}`,
    }));
    for (let at = 0; at < inputs.length; at += 300) {
      const answer = await post(`/v1/agents/${agentId}/documents`, inputs.slice(at, at + 300));
      expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200);
      const stored: { externalId: string }[] = answer.json().data;
      expect(stored.map(({ externalId }) => Number.parseInt(externalId, 10))).toEqual(
        inputs.slice(at, at + 300).map((_, place) => at + place),
      );
    }
  }, 300_000);

  test("as an address of a document or a site is one or is refused", async () => {
    await eachLine(lines, async (line) => {
      const document = await post(`/v1/agents/${agentId}/documents`, { externalId: "one", text: "words", url: line });
      expect([200, 400], line).toContain(document.statusCode);
      if (document.statusCode === 200) expect(document.json().url).toMatch(/^https?:/);
    });
    await eachLine(everyNth(12), async (line) => {
      const source = await post(`/v1/agents/${agentId}/sources`, {
        type: "website",
        url: line,
        settings: { include: [line.slice(0, 300) || "x"] },
      });
      // 422: without a scheme it is asked whether it answers, and nobody does.
      expect([201, 400, 422], line).toContain(source.statusCode);
      if (source.statusCode === 201) await post(`/v1/sources/${source.json().id}/cancel`, {});
    });
  }, 300_000);

  test("as a query finds or does not, and as a cursor leads somewhere or nowhere", async () => {
    await eachLine(everyNth(10), async (line) => {
      const found = await post(`/v1/agents/${agentId}/search`, { query: line });
      expect([200, 400], line).toContain(found.statusCode);
    });
    const paths = [
      "/v1/agents",
      "/v1/keys",
      "/v1/conversations",
      `/v1/agents/${agentId}/documents`,
      `/v1/agents/${agentId}/sources`,
    ];
    await eachLine(everyNth(12), async (line) => {
      for (const path of paths) {
        const page = await get(`${path}?limit=1&cursor=${encodeURIComponent(line.toWellFormed().slice(0, 500))}`);
        expect([200, 400], `${path} ${line}`).toContain(page.statusCode);
      }
    });
  }, 300_000);

  test("as a question is answered and kept", async () => {
    const { conversationId } = (await post(`/v1/agents/${agentId}/ask`, { question: "Hello?" })).json();
    await eachLine(everyNth(16), async (line) => {
      const asked = await post(`/v1/agents/${agentId}/ask`, { question: line });
      expect([200, 400], `${line} ${asked.body}`).toContain(asked.statusCode);
      if (asked.statusCode === 200) expect(asked.json().conversationId).not.toBe(conversationId);
    });
    const cursors = ["-1", "1e99", "99999999999999999999", "4294967296", "NaN", "\u0000", "'"];
    for (const cursor of cursors)
      expect(
        (await get(`/v1/conversations/${conversationId}/messages?cursor=${encodeURIComponent(cursor)}`)).statusCode,
        cursor,
      ).toBe(200);
  }, 300_000);

  test("as a name, a greeting and a language comes out of pages as text", async () => {
    const plain = await marksOf("/try", { name: "Plain", greeting: "Hello", language: "en", suggestions: ["One?"] });
    await eachLine(everyNth(20), async (line) => {
      const settings = {
        name: line.slice(0, 120),
        greeting: line.slice(0, 500),
        language: `x${line}`.slice(0, 35),
        suggestions: [`${line.slice(0, 200)}`],
      };
      for (const from of ["/try", "/frame"] as const) {
        const marks = await marksOf(from, settings);
        if (marks === undefined) continue;
        expect(marks.scripts, line).toBe(plain?.scripts);
        expect(marks.handlers, line).toEqual([]);
        expect(marks.boot.agent.name).toBe(marks.agent.name);
        expect(marks.boot.agent.greeting).toBe(marks.agent.greeting);
        expect(marks.title).toContain(marks.agent.name.replace(/\r\n?/g, "\n"));
      }
    });
  }, 300_000);

  test("in bodies that are no bodies is refused, on every route that takes one", async () => {
    const unknown = newId("conversation");
    const routes = [
      ["POST", "/v1/agents"],
      ["PATCH", `/v1/agents/${agentId}`],
      ["POST", `/v1/agents/${agentId}/documents`],
      ["POST", `/v1/agents/${agentId}/sources`],
      ["POST", `/v1/agents/${agentId}/search`],
      ["POST", `/v1/agents/${agentId}/ask`],
      ["PUT", `/v1/conversations/${unknown}/messages/${newId("message")}/rating`],
      ["POST", "/v1/keys"],
      ["POST", "/v1/widget/sessions"],
      ["POST", "/v1/admin/sites"],
    ] as const;
    const deep = `${'{"name":'.repeat(50_000)}1${"}".repeat(50_000)}`;
    const bodies: (string | Buffer)[] = [
      "",
      " ",
      "{",
      "null",
      "7",
      '"text"',
      "[]",
      "[[]]",
      "[null]",
      '{"__proto__":{"name":"x"}}',
      '{"constructor":{"prototype":{"x":1}}}',
    ];
    bodies.push(
      deep,
      "[".repeat(100_000),
      Buffer.from([0xff, 0xfe, 0x00]),
      Buffer.from('{"name":"\u0000"}'),
      '{"name":"\\u0000"}',
      '{"name":"\\ud800"}',
      '{"name":1e999}',
    );
    bodies.push(
      JSON.stringify({
        name: 7,
        url: 7,
        question: {},
        query: [],
        agentId: false,
        rating: "sideways",
        externalId: null,
        text: 1,
        scopes: "ask",
        settings: 7,
      }),
    );
    for (const [method, url] of routes) {
      for (const body of bodies) {
        const answer = await sendRaw(url, body, method);
        expect(
          [200, 201, 400, 404],
          `${method} ${url} ${body.toString().slice(0, 60)}: ${answer.body.slice(0, 200)}`,
        ).toContain(answer.statusCode);
        if (answer.statusCode === 400) expect(answer.json().detail.length).toBeGreaterThan(10);
      }
      const large = await sendRaw(
        url,
        JSON.stringify({ name: "x".repeat(2_000_000), text: "x", externalId: "x" }),
        method,
      );
      expect([413, url.endsWith("/documents") ? 200 : 413], url).toContain(large.statusCode);
    }
  }, 300_000);
});

describeDatabase("the log at its most talkative", () => {
  test("holds nothing of all that, no key and no secret", async () => {
    const sentinel = "my-account-number-is-4711-0815";
    await post(`/v1/agents/${agentId}/ask`, { question: sentinel });
    await post(`/v1/agents/${agentId}/search`, { query: sentinel });
    await post(`/v1/agents/${agentId}/documents`, { externalId: sentinel, title: sentinel, text: sentinel });
    await post("/v1/agents", { name: sentinel, greeting: sentinel });
    await get(`/v1/agents?cursor=${sentinel}`);
    await get(`/try/${sentinel}`);
    const { key } = (await post("/v1/keys", { name: sentinel })).json();
    await world.app.inject({ url: "/v1/agents", headers: { authorization: `Bearer ${key}x` } });
    const { token } = (await post("/v1/widget/sessions", { agentId })).json();
    secrets.push(sentinel, key, token, token.slice(0, 40));
    world.house.log.info("The end of the battery");
    await expect
      .poll(() => readFile(logFile, "utf8").catch(() => ""), { timeout: 5_000 })
      .toContain("The end of the battery");
    const log = await readFile(logFile, "utf8");
    for (const secret of secrets) expect(log).not.toContain(secret);
    const questions = everyNth(16).filter((line) => line.trim().length > 20 && !/^https?:/.test(line));
    expect(questions.filter((line) => log.includes(line) || log.includes(JSON.stringify(line).slice(1, -1)))).toEqual(
      [],
    );
    expect(log.split("\n").filter((line) => /"level":(50|60)|"level":"(error|fatal)"/.test(line))).toEqual([]);
  });
});

/** What a parser makes of the page of an agent with these settings; undefined when they were refused. */
async function marksOf(from: "/try" | "/frame", settings: object) {
  const made = await post("/v1/agents", settings);
  if (made.statusCode === 400) return undefined;
  expect(made.statusCode, made.body).toBe(201);
  const agent: { id: string; name: string; greeting: string } = made.json();
  const page = await world.app.inject(
    from === "/try" ? `/try/${agent.id}` : `/widget/frame?agent=${agent.id}&lang=${encodeURIComponent(agent.name)}`,
  );
  expect(page.statusCode).toBe(200);
  const marks = { scripts: 0, handlers: [] as string[], title: "", bootText: "" };
  let [inTitle, inBoot] = [false, false];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "script" && attributes["type"] !== "application/json") marks.scripts += 1;
      inBoot = attributes["id"] === "parley-boot";
      inTitle = name === "title";
      for (const [key, value] of Object.entries(attributes))
        if (/^on/i.test(key) || (/^(href|src|action)$/.test(key) && /^\s*javascript:/i.test(value)))
          marks.handlers.push(`${key}=${value}`);
    },
    ontext(text) {
      if (inTitle) marks.title += text;
      if (inBoot) marks.bootText += text;
    },
    onclosetag() {
      inTitle = false;
      inBoot = false;
    },
  });
  parser.end(page.body);
  const boot: { agent: { name: string; greeting: string } } = JSON.parse(marks.bootText);
  return { ...marks, agent, boot };
}
