/** The whole house, wired from the ground up. Each room gets what lies below it, and nothing else. */
import { randomBytes } from "node:crypto";
import { createAgents } from "./agents/index.ts";
import { createInstalls, createVisitorSessions } from "./channels/index.ts";
import type { Config } from "./config.ts";
import { createConnectedAccounts, createConnections } from "./connections/index.ts";
import { createConversations } from "./conversations/index.ts";
import { homeSources } from "./home-sources.ts";
import { createGaps } from "./gaps/index.ts";
import { createHome, createLiveTokens } from "./inbox/index.ts";
import { createKnowledge } from "./knowledge/index.ts";
import { openPlatform } from "./open-platform.ts";
import { openSearchModels } from "./open-search-models.ts";
import { networkOf } from "./platform/index.ts";
import { createRecalls } from "./recalls/index.ts";
import { createAccounts, createTenants } from "./tenants/index.ts";
import { createUsage } from "./usage/index.ts";

export async function openHouse(config: Config) {
  const ground = await openPlatform(config);
  const rooms = await furnish(ground, config).catch(async (error: unknown) => {
    await ground.db.close();
    throw error;
  });
  const { log, db, realtime, events, jobs, limits, mail } = ground;
  const { accounts, usage, installs, knowledge, gaps, conversations } = rooms;

  return {
    ...ground,
    ...rooms,
    config,

    /** What listens and works by itself, from the ground up. */
    async start(): Promise<void> {
      await realtime.start();
      usage.start();
      installs.start();
      const work = config.roles.has("worker");
      await jobs.start({ work });
      if (!work) return;
      accounts.start();
      mail.start();
      await events.start();
      await knowledge.start();
      await conversations.start();
      gaps.start();
      rooms.recalls.start();
    },

    /** Lets what is under way end, and then lets go of everything, from the top down. */
    async stop(graceMs: number): Promise<void> {
      accounts.stop();
      rooms.recalls.stop();
      await gaps.stop();
      await conversations.stopAll(graceMs);
      await usage.stop();
      await installs.stop();
      await knowledge.stop();
      mail.stop();
      await events.stop();
      await jobs.stop(graceMs);
      await realtime.stop();
      await limits.close();
      await db.close();
      log.close();
    },
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;

type Ground = Awaited<ReturnType<typeof openPlatform>>;

/** What conversations stand on. */
async function furnishLower(ground: Ground, config: Config) {
  const { clock, log, db } = ground;
  const tenants = await createTenants(ground);
  const { audit } = tenants;
  const { publicUrl, limits: limitsOf } = config;
  const signIn = { publicUrl, signInAttempts: limitsOf.signInAttempts, networkOf };
  const accounts = createAccounts({ ...ground, ...config.accounts, ...signIn, tenants });
  const usage = createUsage({ db, clock, report: (err) => log.warn({ err }, "usage could not be counted yet") });
  const connections = createConnections({ ...ground, audit, models: config.models });
  const connectedAccounts = createConnectedAccounts({ ...ground, audit, ...config.connectors });
  const knowledge = createKnowledge({
    ...ground,
    audit,
    accounts: connectedAccounts,
    chromium: config.chromium,
    tesseract: config.tesseract,
    publicUrl,
    embedding: openSearchModels(config.searchModels, {
      fetchVendor: ground.fetchVendor,
      usage,
      own: connections.embedding,
    }),
  });
  const agents = createAgents({
    ...ground,
    audit,
    knowledge,
    connections,
    models: connections.languageModels(),
    modelTimeouts: config.modelTimeouts,
  });
  return { tenants, accounts, usage, connections, connectedAccounts, knowledge, agents };
}

async function furnish(ground: Ground, config: Config) {
  const { clock, log, metrics, secrets, db } = ground;
  const lower = await furnishLower(ground, config);
  const { tenants, usage, knowledge, agents } = lower;
  const { audit } = tenants;
  const { limits: limitsOf } = config;
  const turns = metrics.histogram("turn_seconds", "From a visitor's message to its stored answer, by how it ended", {
    labels: ["reason"],
  });
  const conversations = createConversations({
    ...ground,
    audit,
    agents,
    usage,
    verified: knowledge.verified,
    versionsNow: knowledge.versions.now,
    measure: (seconds, reason) => turns.observe(seconds, { reason }),
    processId: randomBytes(9).toString("base64url"),
    tokensPerDay: { visitor: limitsOf.visitorTokensPerDay, agent: limitsOf.agentTokensPerDay },
  });
  knowledge.versions.keepCited(conversations.citations.versions);
  const recalls = createRecalls({
    ...ground,
    audit,
    knowledge,
    agents,
    conversations,
    perDay: limitsOf.recallsPerDay,
    mayUseModel: (scope, id) =>
      usage.withinBudget(scope, [{ subject: `agent:${id}`, perDay: limitsOf.agentTokensPerDay }]),
    spent: (scope, id, tokens) => usage.addTokens(scope, [`agent:${id}`], tokens),
  });
  agents.onRemove(recalls.removeOfAgent);
  agents.onRemove(conversations.removeOfAgent);
  const gaps = createGaps({ ...ground, audit, agents, knowledge });
  agents.onRemove(gaps.removeOfAgent);
  agents.onRemove(tenants.views.removeOfAgent);
  return {
    ...lower,
    conversations,
    gaps,
    recalls,
    sessions: createVisitorSessions({ secrets, clock, agents, tenants }),
    installs: createInstalls({
      ...ground,
      audit,
      report: (err) => log.warn({ err }, "sites with the widget could not be written yet"),
    }),
    liveTokens: createLiveTokens({ secrets, clock }),
    home: createHome({ db, clock, sources: homeSources(ground) }),
  };
}
