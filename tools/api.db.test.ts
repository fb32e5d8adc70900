// The API as it is promised: the sdk's types, the reference, the collection and the examples of docs/api.md fit the server.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serveIntercom, type ServedIntercom } from "@parley/adapters/testing";
import { createClient } from "@parley/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "../server/src/house.testing.ts";
import { listOperations, type Operation } from "../server/src/platform/http/docs/list-operations.ts";
import { addressOf } from "../server/src/platform/http/docs/request-examples.ts";
import { describeDatabase } from "../server/src/testing/index.ts";
import { runExamples } from "./run-examples.ts";
import { root } from "./programs.ts";
import { printSchema, readSchema } from "./sdk.ts";

describeDatabase("the API", () => {
  let house: TestHouse;
  let intercom: ServedIntercom;
  let key: string;
  let document: Record<string, unknown>;
  let operations: Operation[];

  beforeAll(async () => {
    // Connecting an account asks its vendor.
    intercom = await serveIntercom();
    house = await openTestHouse({ listen: true, env: { INTERCOM_BASE_URL: intercom.url } });
    const made = await house.app.inject({
      method: "POST",
      url: "/v1/keys",
      headers: { authorization: `Bearer ${house.house.tenants.adminToken}` },
      payload: { name: "docs" },
    });
    key = made.json().key;
    document = (await house.app.inject("/openapi.json")).json();
    operations = listOperations(document);
  });
  afterAll(async () => {
    await house.close();
    await intercom.close();
  });

  it("has the types that sdk/src/schema.ts says; else run: node tools/sdk.ts", async () => {
    expect((await printSchema(document)) === readSchema()).toBe(true);
  });

  it("says of every operation what it does, where it belongs and who may do it", () => {
    expect(operations.length).toBeGreaterThan(40);
    const silent = operations.filter(
      ({ summary, tag, method, path }) => tag === "more" || summary === `${method} ${path}`,
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  });

  it("takes the example of every operation", async () => {
    const wrong: string[] = [];
    for (const operation of operations) {
      if (operation.body === null || /^\/v1\/(auth|owner-links|me)\b/.test(operation.path)) continue;
      const answer = await house.app.inject({
        method:
          operation.method === "PUT"
            ? "PUT"
            : operation.method === "PATCH"
              ? "PATCH"
              : operation.method === "DELETE"
                ? "DELETE"
                : "POST",
        url: addressOf(operation),
        payload: JSON.stringify(operation.body.example),
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      });
      const { detail }: Record<string, unknown> = answer.statusCode >= 400 ? answer.json() : {};
      if (answer.statusCode >= 500 || /is not valid: /.test(String(detail)))
        wrong.push(`${operation.id}: ${answer.statusCode} ${String(detail)}`);
    }
    expect(wrong).toEqual([]);
  });

  it("is shown whole at /docs, under a policy that runs nothing of the page's own", async () => {
    const start = await house.app.inject("/docs");
    expect(start.headers["content-security-policy"]).toContain("script-src 'self'");
    expect(start.headers["content-security-policy"]).not.toContain("unsafe");
    const addresses = new Set([...start.body.matchAll(/href="(\/docs\/[a-z-]+)#/g)].map(([, address = ""]) => address));
    expect(addresses.size).toBeGreaterThan(8);
    let shown = "";
    for (const address of addresses) {
      const page = await house.app.inject(address);
      expect(page.statusCode).toBe(200);
      expect(page.body).not.toMatch(/\sstyle=|\son[a-z]+=|<script(?![^>]*src=)|undefined|\[object /);
      shown += page.body;
    }
    for (const { id } of operations) expect(shown.includes(` id="${id}"`) || id).toBe(true);
    expect((await house.app.inject("/docs/nothing")).statusCode).toBe(404);
    expect(
      (await house.app.inject({ url: "/docs", headers: { "accept-encoding": "gzip" } })).headers["content-encoding"],
    ).toBe("gzip");
  });

  it("fits the form of a Postman collection 2.1, with every operation in it", async () => {
    const collection = (await house.app.inject("/docs/postman.json")).json();
    expect(collection.info.schema).toBe("https://schema.getpostman.com/json/collection/v2.1.0/collection.json");
    expect(collection.variable.map(({ key: name }: { key: string }) => name)).toEqual(["baseUrl", "key"]);
    interface Item {
      name: string;
      request: {
        method: string;
        url: { raw: string; host: string[]; path: string[]; variable: { key: string }[] };
        body?: { mode: string; raw: string };
      };
    }
    const items: Item[] = collection.item.flatMap(({ item }: { item: Item[] }) => item);
    expect(items).toHaveLength(operations.length);
    for (const { name, request } of items) {
      expect(name).not.toBe("");
      expect(request.url.raw).toBe(`${request.url.host.join("")}/${request.url.path.join("/")}`);
      const placeholders = request.url.path.filter((step) => step.startsWith(":")).map((step) => step.slice(1));
      expect(request.url.variable.map(({ key: name }) => name)).toEqual(placeholders);
      if (request.body) expect(() => JSON.parse(request.body?.raw ?? "")).not.toThrow();
    }
  });

  describe("examples", () => {
    it("of docs/api.md run as they stand", async () => {
      const text = readFileSync(join(root, "docs/api.md"), "utf8");
      const ran = await runExamples(text, { url: house.url, key });
      expect(ran.length).toBeGreaterThan(5);
      expect(ran.filter(({ status }) => status >= 400)).toEqual([]);
    });

    it("of sdk/README.md run as they stand", async () => {
      const text = readFileSync(join(root, "sdk/README.md"), "utf8");
      const blocks = [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block = ""]) => block);
      const code = blocks
        .join("\n")
        .replaceAll(/^import .*$/gm, "")
        .replaceAll(/process\.env\.\w+/g, "KEY")
        .replace("https://chat.example.com", house.url);
      const said: unknown[] = [];
      // The README is the program: it is run, not read.
      const run = Object.getPrototypeOf(async function () {}).constructor(
        "createClient",
        "KEY",
        "console",
        ...parleyNames,
        code,
      );
      const sdk = await import("@parley/sdk");
      await run(
        createClient,
        key,
        { log: (...words: unknown[]) => said.push(...words) },
        ...parleyNames.map((name) => Reflect.get(sdk, name)),
      );
      expect(said.length).toBeGreaterThan(2);
      expect(said).not.toContain(undefined);
    });
  });
});

const parleyNames = ["isProblem", "ifMatch", "ParleyProblem"];
