/** The whole house, wired from the ground up. Each room gets what lies below it, and nothing else. */
import { randomBytes } from "node:crypto";
import { createAgents } from "./agents/index.ts";
import { createInstalls, createVisitorSessions } from "./channels/index.ts";
import type { Config } from "./config.ts";
import { createConnections } from "./connections/index.ts";
import { createConversations } from "./conversations/index.ts";
import { homeSources } from "./home-sources.ts";
import { createHome, createLiveTokens } from "./inbox/index.ts";
import { createKnowledge } from "./knowledge/index.ts";
import { openPlatform } from "./open-platform.ts";
import { networkOf } from "./platform/index.ts";
import { createAccounts, createTenants } from "./tenants/index.ts";
import { createUsage } from "./usage/index.ts";

export async function openHouse(config: Config) {
  const ground = await openPlatform(config);
  const { clock, log, metrics, secrets, files, db, realtime, events, jobs, limits, fetchPublic } = ground;

  const tenants = await createTenants({ db, clock, jobs, files, live: ground.live, mail: ground.mail }).catch(
    async (error: unknown) => {
      await db.close();
      throw error;
    },
  );
  const accounts = createAccounts({
    ...ground,
    ...config.accounts,
    tenants,
    publicUrl: config.publicUrl,
    signInAttempts: config.limits.signInAttempts,
    networkOf,
  });
  const usage = createUsage({ db, clock, report: (err) => log.warn({ err }, "usage could not be counted yet") });
  const connections = createConnections({ ...ground, audit: tenants.audit, models: config.models });
  const knowledge = createKnowledge({
    db,
    clock,
    log,
    events,
    jobs,
    realtime,
    limits,
    files,
    fetchPublic,
    audit: tenants.audit,
    live: ground.live,
  });
  const agents = createAgents({
    db,
    clock,
    log,
    events,
    realtime,
    jobs,
    live: ground.live,
    audit: tenants.audit,
    knowledge,
    connections,
    models: connections.languageModels(),
    modelTimeouts: config.modelTimeouts,
  });
  const turns = metrics.histogram("turn_seconds", "From a visitor's message to its stored answer, by how it ended", {
    labels: ["reason"],
  });
  const conversations = createConversations({
    db,
    clock,
    log,
    events,
    realtime,
    live: ground.live,
    audit: tenants.audit,
    agents,
    verified: knowledge.verified,
    usage,
    measure: (seconds, reason) => turns.observe(seconds, { reason }),
    processId: randomBytes(9).toString("base64url"),
    tokensPerDay: { visitor: config.limits.visitorTokensPerDay, agent: config.limits.agentTokensPerDay },
  });
  agents.onRemove(conversations.removeOfAgent);
  const sessions = createVisitorSessions({ secrets, clock, agents, tenants });
  const installs = createInstalls({
    ...ground,
    audit: tenants.audit,
    report: (err) => log.warn({ err }, "sites with the widget could not be written yet"),
  });
  const liveTokens = createLiveTokens({ secrets, clock });
  const home = createHome({ db, clock, sources: homeSources(ground) });

  return {
    ...ground,
    config,
    tenants,
    accounts,
    usage,
    connections,
    knowledge,
    agents,
    conversations,
    sessions,
    liveTokens,
    home,
    installs,

    /** What listens and works by itself, from the ground up. */
    async start(): Promise<void> {
      await realtime.start();
      usage.start();
      installs.start();
      const work = config.roles.has("worker");
      await jobs.start({ work });
      if (!work) return;
      accounts.start();
      ground.mail.start();
      await events.start();
      await knowledge.start();
      await conversations.start();
    },

    /** Lets what is under way end, and then lets go of everything, from the top down. */
    async stop(graceMs: number): Promise<void> {
      accounts.stop();
      await conversations.stopAll(graceMs);
      await usage.stop();
      await installs.stop();
      await knowledge.stop();
      ground.mail.stop();
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
