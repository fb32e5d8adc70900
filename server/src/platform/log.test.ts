import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Fault } from "@parley/contracts";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { openLogFile } from "./log/streams.ts";
import { createLog, type LogOptions } from "./log.ts";

function listen(options: Partial<LogOptions> = {}) {
  const lines: string[] = [];
  const log = createLog({
    level: "trace",
    pretty: false,
    destination: { write: (line) => lines.push(line) },
    ...options,
  });
  return { log, lines, parsed: () => lines.map((line): Record<string, unknown> => JSON.parse(line)) };
}

const inNewDir = () => {
  const dir = mkdtempSync(join(tmpdir(), "parley-log-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
};

describe("what is logged", () => {
  it("is a static message, a time, and fields that are ours", () => {
    const { log, parsed } = listen();
    log
      .child({ requestId: "req_01jd3k8m2n4p5q6r7s8t9v0wxy" })
      .info(
        { code: "timed_out", pages: 12, ok: true, route: "/v1/agents/:id", sourceId: "src_01jd3k8m2n4p5q6r7s8t9v0wxy" },
        "Crawled 100%s",
      );
    expect(parsed()).toEqual([
      {
        level: 30,
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        requestId: "req_01jd3k8m2n4p5q6r7s8t9v0wxy",
        code: "timed_out",
        pages: 12,
        ok: true,
        route: "/v1/agents/:id",
        sourceId: "src_01jd3k8m2n4p5q6r7s8t9v0wxy",
        msg: "Crawled 100%s",
      },
    ]);
  });

  it("takes no message but one that stands in the source", () => {
    const { log, lines } = listen({ level: "silent" });
    const said: string = "my card number";
    // @ts-expect-error a variable is not static
    log.info(said);
    // @ts-expect-error a template is not static
    log.info(`They said ${said}`);
    // @ts-expect-error nor is it beside fields
    log.warn({ pages: 1 }, `They said ${said}`);
    expect(lines).toEqual([]);
  });

  it("says of an error where it happened and what kind it was", () => {
    const { log, parsed } = listen();
    log.error({ err: new Fault("timed_out", "shop.test took too long") }, "A page could not be read");
    const [line] = parsed();
    expect(line).toMatchObject({
      err: { name: "Fault", code: "timed_out", stack: expect.stringContaining("log.test.ts") },
    });
  });

  it("respects the level", () => {
    const { log, lines } = listen({ level: "warn" });
    log.info("quiet");
    log.child({ pages: 1 }).debug("quiet");
    log.warn("loud");
    expect(lines).toHaveLength(1);
  });
});

describe("what is never logged", () => {
  const secrets = [
    "my mother's maiden name is Smith",
    "where-is-my-order-4711",
    "sk-live-0123456789abcdef0123456789abcdef",
    "Bearer prl_abcdefghijklmnop",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
    "anna@example.com",
    "first line\n    at secretFunction (/secret/file.ts:1:1)\nlast line",
  ];
  const keys = [
    "text",
    "question",
    "query",
    "token",
    "authorization",
    "cookie",
    "password",
    "apiKey",
    "key",
    "body",
    "message",
    "msg",
    "content",
    "externalId",
    "stack",
    "err",
    "clientId",
    "id",
    "name",
    "reason",
    "anything",
    "x",
  ];

  function hide(said: string): Record<string, unknown>[] {
    const named = Object.assign(new Error(said), { detail: said, query: said, where: said, hint: said, name: said });
    const changed = new Error("before");
    changed.message = said;
    const parsed = z.object({ [said]: z.string() }).safeParse({ [said]: 1 });
    return [
      ...keys.map((key) => ({ [key]: said })),
      ...keys.map((key) => ({ deep: { [key]: { deeper: [{ [key]: said }] } } })),
      { headers: { authorization: said, cookie: said, "x-api-key": said } },
      { [said]: 1 },
      { list: [said, [said]] },
      { err: new Error(said) },
      { err: new Error("outer", { cause: new Error(said) }) },
      { err: new AggregateError([new Error(said)], said) },
      { err: new Fault("invalid_request", said, { field: said, cause: said }) },
      { err: named },
      { err: changed },
      { err: parsed.error },
      { url: `https://example.com/?q=${encodeURIComponent(said)}#${encodeURIComponent(said)}` },
      { url: said },
      { address: new URL(`https://example.com/?q=${encodeURIComponent(said)}`) },
      { bytes: Buffer.from(said) },
      { map: new Map([[said, said]]), set: new Set([said]), callback: () => said, symbol: Symbol(said) },
      { toJSON: () => said },
    ];
  }

  it.each(secrets)("%j, however it is passed", (said) => {
    const { log, lines } = listen({ level: "trace" });
    const terminal = listen({ pretty: true });
    for (const fields of hide(said)) {
      for (const to of [log, terminal.log]) {
        to.error(fields, "Something happened");
        to.child(fields).error("Something happened");
      }
    }
    log.error(new Error(said), "It failed");
    Reflect.apply(log.error, log, [new Error(said)]);
    Reflect.apply(log.error, log, [{ err: new Error(said) }]);
    Reflect.apply(log.error, log, ["Something %s %o %j", said, { said }]);
    const all = [...lines, ...terminal.lines].join("");
    expect(lines.length).toBeGreaterThan(50);
    const readings = [
      said,
      encodeURIComponent(said),
      JSON.stringify(said).slice(1, -1),
      Buffer.from(said).toString("base64"),
      "secretFunction",
    ];
    for (const reading of readings) expect(all.includes(reading), reading).toBe(false);
  });
});

describe("where it goes", () => {
  it("is for people at a terminal, quietly", () => {
    const { log, lines } = listen({ pretty: true, level: "info" });
    log.info("A page was read");
    log.warn({ code: "timed_out", pages: 2 }, "A page was too slow");
    log.error({ err: new Fault("internal") }, "A job failed");
    const text = lines.join("").replace(/\x1b\[\d+m/g, "");
    expect(text).not.toContain("A page was read");
    expect(text).toMatch(/^\d\d:\d\d:\d\d warn {2}A page was too slow code=timed_out pages=2$/m);
    expect(text).toMatch(/error A job failed Fault \(internal\)\n {4}at /);
    const talkative = listen({ pretty: true, level: "debug" });
    talkative.log.debug("details");
    expect(talkative.lines).toHaveLength(1);
  });

  it("can be a file too, whose size is bounded", () => {
    const dir = inNewDir();
    const path = join(dir, "logs", "parley.log");
    const { log, lines } = listen({ file: path });
    log.info("kept");
    log.close();
    log.info("after the end");
    expect(readFileSync(path, "utf8")).toBe(lines[0]);
    const rotating = openLogFile(path, { maxBytes: 100, keep: 2 });
    for (let number = 0; number < 20; number += 1) rotating.write(`${number} ${"x".repeat(50)}\n`);
    rotating.close();
    expect(readdirSync(join(dir, "logs")).sort()).toEqual(["parley.log", "parley.log.1", "parley.log.2"]);
    expect(readFileSync(path, "utf8")).toMatch(/^19 x/);
    expect(readFileSync(`${path}.2`, "utf8")).toMatch(/^17 x/);
    expect(existsSync(`${path}.3`)).toBe(false);
  });
});
