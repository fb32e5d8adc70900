/** `/docs`: the reference, made from the OpenAPI document when somebody first asks for it. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { Fault } from "@parley/contracts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { docsPage } from "./docs-page.ts";
import { groupByTag, listOperations, type Operation, slugOf } from "./list-operations.ts";
import { postmanCollection } from "./postman-collection.ts";
import { asObject } from "./read-schema.ts";

export interface DocsDeps {
  version: string;
  /** Null: as the request came in. */
  publicUrl: string | null;
  /** Where the dashboard's build lies, whose typefaces are used; without them the system's. */
  dashboard: URL;
}

interface File {
  type: string;
  plain: Buffer;
  gzipped: Buffer;
  tag: string;
}

const pack = promisify(gzip);
const hidden = { schema: { hide: true }, config: { permission: "none" } } as const;
const assetsAt = new URL("assets/", import.meta.url);

const headers = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

/** In this order: the last one fits the others to small screens. */
const SHEETS = ["docs-base.css", "docs-frame.css", "docs-content.css", "docs-fit.css"];

export function docsRoutes(app: FastifyInstance, { version, publicUrl, dashboard }: DocsDeps): void {
  let operations: Operation[] | undefined;
  const all = async () => (operations ??= listOperations(asObject(await app.openapi())));
  const files = new Map<string, Promise<File>>();
  const once = (name: string, make: () => Promise<File>) => {
    const known = files.get(name) ?? make();
    files.set(name, known);
    return known;
  };
  const asset = (name: string, type: string) =>
    once(name, async () => fileOf(await readFile(new URL(name, assetsAt), "utf8"), type));
  const style = () =>
    once("docs.css", async () => {
      const sheets = await Promise.all(SHEETS.map((name) => readFile(new URL(name, assetsAt), "utf8")));
      return fileOf((await typefaces(dashboard)) + sheets.join(""), "text/css; charset=utf-8");
    });
  const script = () => asset("docs-script.js", "text/javascript; charset=utf-8");

  const page = (tag: string | null) =>
    once(`page:${tag}`, async () => {
      const [styles, scripts, operations] = await Promise.all([style(), script(), all()]);
      const assets = { style: `/docs/style.css?${styles.tag}`, script: `/docs/script.js?${scripts.tag}` };
      return fileOf(docsPage({ operations, tag, version, assets }), "text/html; charset=utf-8");
    });

  app.get("/docs", hidden, async (request, reply) => send(request, reply, await page(null)));
  app.get("/docs/style.css", hidden, async (request, reply) =>
    send(request, reply.header("cache-control", DAY), await style()),
  );
  app.get("/docs/script.js", hidden, async (request, reply) =>
    send(request, reply.header("cache-control", DAY), await script()),
  );
  app.get("/docs/postman.json", hidden, async (request) =>
    postmanCollection(await all(), { baseUrl: publicUrl ?? `${request.protocol}://${request.host}`, version }),
  );
  app.get("/docs/:tag", hidden, async (request, reply) => {
    const wanted = String(asObject(request.params)["tag"]);
    const tag = groupByTag(await all()).find(([name]) => slugOf(name) === wanted)?.[0];
    if (tag === undefined) throw new Fault("not_found", "There is no such page of the reference. Begin at /docs.");
    return send(request, reply, await page(tag));
  });
}

/** The dashboard's own, under the names that its build gave them. */
async function typefaces(dashboard: URL): Promise<string> {
  const names = await readdir(new URL("assets/", dashboard)).catch((): string[] => []);
  const face = (family: string, start: string) => {
    const name = names.find((one) => one.startsWith(start) && /^[\w-]+\.woff2$/.test(one));
    if (name === undefined) return "";
    return `@font-face { font-family: "${family}"; font-weight: 100 900; font-display: swap; src: url("/assets/${name}") format("woff2"); }\n`;
  };
  return face("Inter Variable", "inter-latin-wght") + face("JetBrains Mono Variable", "jetbrains-mono-latin-wght");
}

const DAY = "public, max-age=86400";

async function fileOf(text: string, type: string): Promise<File> {
  const plain = Buffer.from(text);
  return {
    type,
    plain,
    gzipped: await pack(plain),
    tag: createHash("sha256").update(plain).digest("hex").slice(0, 12),
  };
}

function send(request: FastifyRequest, reply: FastifyReply, { type, plain, gzipped }: File): FastifyReply {
  reply.headers(headers).header("content-type", type).header("vary", "accept-encoding");
  if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-cache");
  if (!request.headers["accept-encoding"]?.includes("gzip")) return reply.send(plain);
  return reply.header("content-encoding", "gzip").send(gzipped);
}
