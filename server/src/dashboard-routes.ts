/** The dashboard: one page for all of its addresses, and its files, which never change under one name. */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Fault } from "@parley/contracts";
import { distDirectory } from "@parley/dashboard/dist-directory";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { dashboardPolicy } from "./platform/index.ts";

/** Whoever opens one of these gets the page, which then shows the right screen. */
const addresses = [
  "/",
  "/o",
  "/o/*",
  "/ui",
  "/sign-in",
  "/sign-up",
  "/forgot-password",
  "/reset-password",
  "/verify-email",
  "/second-factor",
  "/owner/*",
  "/invitations/*",
  "/connect/google",
];
const FOREVER = "public, max-age=31536000, immutable";
const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  woff2: "font/woff2",
};
/** What the build leaves where each page's own nonce goes. */
const NONCE = /__PARLEY_NONCE__/g;

export function dashboardRoutes(app: FastifyInstance): void {
  const read = rememberFiles();
  for (const address of addresses)
    app.get(address, { schema: { hide: true }, config: { permission: "none" } }, async (request, reply) =>
      sendPage(request, reply),
    );
  app.get("/assets/:name", { schema: { hide: true }, config: { permission: "none" } }, async (request, reply) => {
    const name = textOf(request.params, "name");
    return sendFile({ request, reply, read, name: `assets/${name}`, cache: FOREVER });
  });
  app.get("/favicon.svg", { schema: { hide: true }, config: { permission: "none" } }, async (request, reply) =>
    sendFile({ request, reply, read, name: "favicon.svg", cache: "public, max-age=86400" }),
  );
}

/** The page in the look that the browser was last told to have, so that nothing flashes. */
async function sendPage(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const html = await readFile(new URL("index.html", distDirectory), "utf8").catch(() => {
    throw new Fault(
      "unavailable",
      "The dashboard is not built. `npm start` builds it; by hand: node dashboard/build.mjs",
    );
  });
  const nonce = randomBytes(16).toString("base64url");
  const look = /(?:^|;\s*)parley_look=(light|dark|system)\.(comfortable|dense)\b/.exec(request.headers.cookie ?? "");
  const attributes = look ? ` data-theme="${look[1]}" data-density="${look[2]}"` : "";
  return reply
    .headers(dashboardPolicy(nonce))
    .header("content-type", "text/html; charset=utf-8")
    .header("cache-control", "no-store")
    .send(html.replace(NONCE, nonce).replace("<html", `<html${attributes}`));
}

type Read = (name: string) => Promise<Buffer | null>;

interface FileAnswer {
  request: FastifyRequest;
  reply: FastifyReply;
  read: Read;
  name: string;
  cache: string;
}

async function sendFile({ request, reply, read, name, cache }: FileAnswer): Promise<FastifyReply> {
  const type = TYPES[name.split(".").at(-1) ?? ""];
  const accepted = request.headers["accept-encoding"] ?? "";
  for (const [encoding, ending] of [["br", ".br"] as const, ["gzip", ".gz"] as const, [null, ""] as const]) {
    if (type === undefined || (encoding !== null && !accepted.includes(encoding))) continue;
    const content = await read(`${name}${ending}`);
    if (content === null) continue;
    if (encoding !== null) reply.header("content-encoding", encoding);
    return reply
      .header("content-type", type)
      .header("cache-control", cache)
      .header("vary", "accept-encoding")
      .send(content);
  }
  throw new Fault("not_found", "There is nothing at this address.");
}

/** Files of the build by name, each read once; null for what is not there. */
function rememberFiles(): Read {
  const known = new Map<string, Buffer>();
  return async (name) => {
    if (!/^(assets\/)?[\w.-]+$/.test(name) || name.includes("..")) return null;
    const content = known.get(name) ?? (await readFile(new URL(name, distDirectory)).catch(nullIfMissing));
    if (content !== null) known.set(name, content);
    return content;
  };
}

function nullIfMissing(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}

function textOf(values: unknown, name: string): string {
  const value: unknown = typeof values === "object" && values !== null ? Reflect.get(values, name) : undefined;
  return typeof value === "string" ? value : "";
}
