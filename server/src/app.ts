/** Every route of every room, listed by hand. Does not listen: tests ask it with `inject`. */
import websocket from "@fastify/websocket";
import { FRAME_LIMIT } from "@parley/contracts";
import { distDirectory } from "@parley/dashboard/dist-directory";
import type { FastifyInstance } from "fastify";
import { adminRoutes } from "./admin-routes.ts";
import {
  agentRoutes,
  archiveRoutes,
  behaviourRoutes,
  configurationRoutes,
  onboardingRoutes,
  previewRoutes,
  nameAgents,
} from "./agents/index.ts";
import {
  installRoutes,
  type PageDeps,
  pageRoutes,
  readWidgetFiles,
  socketRoute,
  type WebDeps,
  webRoutes,
  type WidgetFiles,
} from "./channels/index.ts";
import { registerCleaning } from "./clean-input.ts";
import { accountRoutes, connectionRoutes, embeddingRoutes } from "./connections/index.ts";
import { conversationRoutes } from "./conversations/index.ts";
import { dashboardRoutes } from "./dashboard-routes.ts";
import type { Config } from "./config.ts";
import type { House } from "./house.ts";
import { gapRoutes, suggestionRoutes } from "./gaps/index.ts";
import { homeRoutes, liveSocketRoute, liveTokenRoute } from "./inbox/index.ts";
import {
  catalogueRoutes,
  documentRoutes,
  fileRoutes,
  externalDocumentRoutes,
  hookRoutes,
  dryRunRoutes,
  overlapRoutes,
  searchRoutes,
  sourceLabelRoutes,
  sourceRoutes,
  synonymRoutes,
  verifiedAnswerRoutes,
  versionRoutes,
} from "./knowledge/index.ts";
import { mailRoutes } from "./mail-routes.ts";
import {
  createHttpServer,
  docsRoutes,
  type HttpServer,
  limitAddresses,
  limitCallers,
  networkOf,
  type Scope,
  repeatRequests,
  securityContact,
  type RequestRates,
  SYSTEM,
} from "./platform/index.ts";
import { recallRoutes } from "./recalls/index.ts";
import {
  auditRoutes,
  authRoutes,
  invitationRoutes,
  keyRoutes,
  memberRoutes,
  meRoutes,
  organizationRoutes,
  ownerLinkRoutes,
  registerAuthentication,
  roleRoutes,
  teamRoutes,
  viewRoutes,
} from "./tenants/index.ts";
import { usageRoutes } from "./usage/index.ts";
import { VERSION } from "./version.ts";
import { askerOf, callerOf } from "./who-asks.ts";

const BODY_LIMIT = 1024 * 1024;

export async function buildApp(house: House): Promise<HttpServer> {
  const { config, log, metrics, clock, tenants, limits, db } = house;
  const server = await createHttpServer({
    log,
    metrics,
    clock,
    trustedProxies: config.trustedProxies,
    bodyLimitBytes: BODY_LIMIT,
    version: VERSION,
    checks: { database: async () => (await db.batch(SYSTEM, [{ text: "select 1", values: [] }])).length === 1 },
  });
  const { app } = server;
  const rates = requestRates(config.limits);
  limitAddresses(app, { limits, rates });
  registerAuthentication(app, { authenticate: tenants.authenticate, accounts: house.accounts });
  limitCallers(app, { limits, rates, callerOf });
  registerCleaning(app);
  repeatRequests(app, { db, clock, log, secrets: house.secrets, askerOf });
  const { securityContact: contact, publicUrl } = config;
  if (contact !== null) securityContact(app, { contact, publicUrl, clock });
  await app.register(websocket, { options: { maxPayload: FRAME_LIMIT, perMessageDeflate: false } });
  if (config.roles.has("live")) {
    visitorsDoor(app, webDeps(house, await readWidgetFiles()));
    membersDoor(app, house);
  }
  if (config.roles.has("api")) programsDoor(app, house);
  return server;
}

function visitorsDoor(app: FastifyInstance, deps: WebDeps & PageDeps): void {
  socketRoute(app, deps);
  webRoutes(app, deps);
  pageRoutes(app, deps);
}

function membersDoor(app: FastifyInstance, house: House): void {
  const sockets = house.metrics.gauge("live_sockets_open", "Members' sockets that are open now");
  const { socketsPerAddress } = house.config.limits;
  liveSocketRoute(app, { ...house, socketsPerAddress, countLiveSockets: (open) => sockets.set(open) });
}

function programsDoor(app: FastifyInstance, house: House): void {
  dashboardRoutes(app);
  authRoutes(app, house);
  meRoutes(app, house);
  ownerLinkRoutes(app, house);
  organizationRoutes(app, {
    ...house,
    mayCreate: (person) => house.config.accounts.signUp === "open" || person.serverAdmin,
  });
  memberRoutes(app, house);
  invitationRoutes(app, { ...house, publicUrl: house.config.publicUrl });
  teamRoutes(app, house);
  roleRoutes(app, house);
  viewRoutes(app, { ...house, assertAgent: house.agents.profile });
  keyRoutes(app, house);
  auditRoutes(app, house);
  agentRoutes(app, { ...house, activity: house.conversations.activity });
  behaviourRoutes(app, house);
  configurationRoutes(app, house);
  archiveRoutes(app, house);
  previewRoutes(app, {
    ...house,
    mayUseModel: (scope, agentId) => house.usage.withinBudget(scope, [agentBudget(house, agentId)]),
    spent: (scope, agentId, tokens) => house.usage.addTokens(scope, [agentBudget(house, agentId).subject], tokens),
  });
  onboardingRoutes(app, house);
  connectionRoutes(app, { connections: house.connections, usedBy: house.agents.usingConnections });
  embeddingRoutes(app, { connections: house.connections, progress: house.knowledge.embeddings.progress });
  accountRoutes(app, {
    accounts: house.connectedAccounts,
    publicUrl: house.config.publicUrl,
    usedBy: house.knowledge.connected.usedBy,
    renewed: house.knowledge.connected.renewed,
  });
  dryRunRoutes(app, { preview: house.knowledge.preview });
  hookRoutes(app, { hooks: house.knowledge.sources.hooks, publicUrl: house.config.publicUrl });
  sourceRoutes(app, { sources: house.knowledge.sources, connected: house.knowledge.connected });
  documentRoutes(app, house);
  fileRoutes(app, house);
  externalDocumentRoutes(app, house);
  catalogueRoutes(app, house);
  versionRoutes(app, house.knowledge);
  sourceLabelRoutes(app, house.knowledge);
  synonymRoutes(app, { synonyms: house.knowledge.synonyms });
  searchRoutes(app, { knowledge: house.knowledge, judge: house.agents.judge });
  verifiedAnswerRoutes(app, { verified: house.knowledge.verified });
  gapRoutes(app, house);
  overlapRoutes(app, { overlaps: house.knowledge.overlaps });
  suggestionRoutes(app, house);
  conversationRoutes(app, house);
  recallRoutes(app, house);
  installRoutes(app, { ...house, publicUrl: house.config.publicUrl });
  liveTokenRoute(app, house);
  homeRoutes(app, house);
  usageRoutes(app, { ...house, ...usageOf(house) });
  mailRoutes(app, house);
  adminRoutes(app, house);
  docsRoutes(app, { version: VERSION, publicUrl: house.config.publicUrl, dashboard: distDirectory });
}

const usageOf = ({ config, db }: House) => ({
  limits: {
    visitorTokensPerDay: config.limits.visitorTokensPerDay,
    agentTokensPerDay: config.limits.agentTokensPerDay,
  },
  nameAgents: async (scope: Scope) =>
    new Map((await nameAgents(db.query(scope), scope)).map(({ id, name }) => [id, name])),
});

const agentBudget = ({ config }: House, agentId: string) => ({
  subject: `agent:${agentId}`,
  perDay: config.limits.agentTokensPerDay,
});

function webDeps(house: House, widget: WidgetFiles): WebDeps & PageDeps {
  const { config, metrics, secrets } = house;
  const sockets = metrics.gauge("sockets_open", "Visitors' sockets that are open now");
  return {
    ...house,
    widget,
    version: VERSION,
    publicUrl: config.publicUrl,
    socketsPerAddress: config.limits.socketsPerAddress,
    sessionLimit: perMinute(config.limits.addressMessages),
    messageLimits: {
      visitor: perMinute(config.limits.visitorMessages),
      address: perMinute(config.limits.addressMessages),
      agent: perMinute(config.limits.agentMessages),
    },
    countSockets: (open) => sockets.set(open),
    digest: (address) => secrets.sign(networkOf(address), "address").slice(-22),
  };
}

function requestRates(limits: Config["limits"]): RequestRates {
  return {
    address: perMinute(limits.addressRequests),
    anonymous: perMinute(limits.anonymousRequests),
    key: perMinute(limits.keyRequests),
    session: perMinute(limits.sessionRequests),
    organization: perMinute(limits.organizationRequests),
    agent: perMinute(limits.agentMessages),
  };
}

const perMinute = (limit: { burst: number; perMinute: number }) => ({
  burst: limit.burst,
  perSecond: limit.perMinute / 60,
});
