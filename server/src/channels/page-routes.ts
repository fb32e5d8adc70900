/** What a browser gets: the widget's files, the messenger's frame, `/try/{agent}`, and kind words where nothing is. */
import { randomBytes } from "node:crypto";
import { type Agent, Fault, idSchema } from "@parley/contracts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Knowledge } from "../knowledge/index.ts";
import type { Scope } from "../platform/index.ts";
import type { Tenants } from "../tenants/index.ts";
import type { Agents } from "../agents/index.ts";
import { askedAt } from "./asked-at.ts";
import type { Installs } from "./installs/create-installs.ts";
import { pageOf } from "./installs/page-of.ts";
import { faultPage, launcherLook, messengerPage, type Page, stagePage, tryPage, withColor } from "./pages/index.ts";
import type { WidgetFile, WidgetFiles } from "./widget-files.ts";

export interface PageDeps {
  agents: Pick<Agents, "findOrganization" | "glance">;
  tenants: Pick<Tenants, "visitorScope">;
  knowledge: Pick<Knowledge, "reading">;
  widget: WidgetFiles;
  installs: Pick<Installs, "seen">;
  version: string;
  /** Null: as the request came in. */
  publicUrl: string | null;
}

interface Found {
  scope: Scope;
  agent: Agent;
  reading: { pages: number } | null;
}

export function pageRoutes(app: FastifyInstance, deps: PageDeps): void {
  for (const file of deps.widget.files) widgetFile(app, file);
  framePages(app, deps);
  progressRoute(app, deps);
  const { assets } = deps.widget;

  app.get("/try/:id", { schema: { hide: true } }, async (request, reply) => {
    const found = await findAgent(deps, param(request, "id"));
    if (!found) return sendFault(request, reply, { deps, kind: "agent-not-found" });
    const publicUrl = deps.publicUrl ?? askedAt(request);
    return sendPage(
      reply,
      tryPage({
        agent: found.agent,
        reading: found.reading,
        publicUrl,
        acceptLanguage: accepted(request),
        nonce: nonce(),
        assets,
      }),
    );
  });

  app.get("/*", { schema: { hide: true } }, async (request, reply) => {
    if (!request.headers.accept?.includes("text/html"))
      throw new Fault("not_found", "There is nothing at this address.");
    return sendFault(request, reply, { deps, kind: "not-found" });
  });
}

function framePages(app: FastifyInstance, deps: PageDeps): void {
  app.get("/widget/frame", { schema: { hide: true } }, async (request, reply) => {
    const agentId = query(request, "agent") ?? "";
    const found = await findAgent(deps, agentId);
    const page = messengerPage({
      agentId,
      agent: found?.agent ?? null,
      reading: found?.reading ?? null,
      pageLanguage: query(request, "lang"),
      acceptLanguage: accepted(request),
      pageColor: query(request, "color"),
      pageTheme: query(request, "theme"),
      preview: query(request, "preview") !== null,
      nonce: nonce(),
      assets: deps.widget.assets,
    });
    return sendPage(reply, page);
  });

  app.get("/widget/stage", { schema: { hide: true } }, async (request, reply) => {
    const found = await findAgent(deps, query(request, "agent") ?? "");
    if (!found) return sendFault(request, reply, { deps, kind: "agent-not-found" });
    const { agent } = found;
    const asked = { pageLanguage: query(request, "lang"), acceptLanguage: accepted(request) };
    return sendPage(reply, stagePage({ agent, ...asked, nonce: nonce(), assets: deps.widget.assets }));
  });

  launcherRoute(app, deps);
}

function launcherRoute(app: FastifyInstance, deps: PageDeps): void {
  app.get("/widget/agents/:id/launcher", { schema: { hide: true } }, async (request, reply) => {
    const found = await findAgent(deps, param(request, "id"));
    reply.header("access-control-allow-origin", "*").header("cross-origin-resource-policy", "cross-origin");
    if (!found) throw new Fault("not_found", "There is no agent with this id.");
    const page = pageOf(found.agent, { origin: request.headers.origin, own: [deps.publicUrl, askedAt(request)] });
    if (page.origin !== null && query(request, "preview") === null)
      deps.installs.seen(found.scope, { agentId: found.agent.id, origin: page.origin, opened: false });
    const own = found.agent.look.domains.length > 0 ? "accept-language, origin" : "accept-language";
    reply.header("cache-control", "public, max-age=300").header("vary", own);
    const look = launcherLook(withColor(found.agent, query(request, "color")), {
      pageLanguage: query(request, "lang"),
      acceptLanguage: accepted(request),
      server: deps.publicUrl ?? askedAt(request),
    });
    return page.allowed ? look : { ...look, on: NOWHERE };
  });
}

/** How far the first reading of the site is; the messenger asks while somebody looks at it. */
function progressRoute(app: FastifyInstance, deps: PageDeps): void {
  app.get("/widget/agents/:id/progress", { schema: { hide: true } }, async (request, reply) => {
    const found = await findAgent(deps, param(request, "id"));
    if (!found) throw new Fault("not_found", "There is no agent with this id.");
    reply.header("cache-control", "no-store");
    return { reading: found.reading };
  });
}

function widgetFile(app: FastifyInstance, file: WidgetFile): void {
  app.get(file.path, { schema: { hide: true } }, async (request, reply) => {
    reply
      .header("content-type", file.type)
      .header("cache-control", file.cache)
      .header("vary", "accept-encoding")
      .header("access-control-allow-origin", "*")
      .header("cross-origin-resource-policy", "cross-origin");
    if (file.gzipped === null || !request.headers["accept-encoding"]?.includes("gzip")) return reply.send(file.plain);
    return reply.header("content-encoding", "gzip").send(file.gzipped);
  });
}

/** As the loader reads it: no page is so. */
const NOWHERE = "^(?!)";

async function findAgent(deps: PageDeps, id: string): Promise<Found | undefined> {
  if (!idSchema("agent").safeParse(id).success) return undefined;
  const organization = await deps.agents.findOrganization(id);
  if (organization === undefined) return undefined;
  const scope: Scope = await deps.tenants.visitorScope(organization, "page");
  const [agent, reading] = await Promise.all([deps.agents.glance(scope, id), deps.knowledge.reading(scope, id)]);
  return { scope, agent, reading };
}

function sendPage(reply: FastifyReply, page: Page): FastifyReply {
  return reply
    .headers(page.headers)
    .header("content-type", "text/html; charset=utf-8")
    .header("cache-control", "no-store")
    .send(page.html);
}

interface FaultAnswer {
  deps: PageDeps;
  kind: "not-found" | "agent-not-found";
}

function sendFault(request: FastifyRequest, reply: FastifyReply, { deps, kind }: FaultAnswer): FastifyReply {
  const { assets } = deps.widget;
  return sendPage(
    reply.status(404),
    faultPage({ kind, reference: null, acceptLanguage: accepted(request), nonce: nonce(), assets }),
  );
}

const nonce = () => randomBytes(16).toString("base64url");
const accepted = (request: FastifyRequest) => request.headers["accept-language"]?.slice(0, 200) ?? null;
const param = (request: FastifyRequest, name: string) => textIn(request.params, name) ?? "";
const query = (request: FastifyRequest, name: string) => textIn(request.query, name);

function textIn(values: unknown, name: string): string | null {
  const value: unknown = typeof values === "object" && values !== null ? Reflect.get(values, name) : undefined;
  return typeof value === "string" ? value.slice(0, 200) : null;
}
