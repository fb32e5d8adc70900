/** The whole house, wired from the ground up. Each room gets what lies below it, and nothing else. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { Fault } from "@parley/contracts";
import { createAgents } from "./agents/index.ts";
import { createVisitorSessions } from "./channels/index.ts";
import type { Config } from "./config.ts";
import { createConnections } from "./connections/index.ts";
import { createConversations } from "./conversations/index.ts";
import { createKnowledge } from "./knowledge/index.ts";
import {
  createClock,
  createEvents,
  createFetchPublic,
  createFetchVendor,
  createJobs,
  createLimits,
  createLocalFiles,
  createLog,
  createMetrics,
  createRealtime,
  createSecrets,
  loadOrMakeSecret,
  openDatabase,
} from "./platform/index.ts";
import { prepareDirectory } from "./prepare-directory.ts";
import { createTenants } from "./tenants/index.ts";
import { createUsage } from "./usage/index.ts";

const USER_AGENT = "ParleyBot/1.0";

export async function openHouse(config: Config) {
  await prepareDirectory(config.dataDir);
  const clock = createClock();
  const log = openLog(config.log);
  const metrics = createMetrics();
  const secrets = createSecrets(config.secret ?? (await loadOrMakeSecret(config.dataDir)));
  const files = createLocalFiles(join(config.dataDir, "files"));
  const fetchPublic = createFetchPublic({ allow: config.allowPrivateAddresses, userAgent: USER_AGENT });
  const db = await openDatabase({
    ...(config.databaseUrl === null ? { dataDir: config.dataDir } : { url: config.databaseUrl }),
    clock,
    warn: (notice, error) => log.warn({ notice, err: error }, "the database needs attention"),
  });
  const redis = config.redisUrl === null ? {} : { redisUrl: config.redisUrl };
  const realtime = createRealtime({ db, clock, log, ...redis });
  const events = createEvents({ db, clock, log, realtime });
  const jobs = createJobs({ db, clock, log });
  const limits = createLimits({ clock, ...redis });
  const fetchVendor = createFetchVendor();

  const tenants = await createTenants({ db, clock }).catch(async (error: unknown) => {
    await db.close();
    throw error;
  });
  const usage = createUsage({ db, clock });
  const connections = createConnections({ models: config.models, fetchVendor });
  const knowledge = createKnowledge({ db, clock, log, events, jobs, realtime, limits, files, fetchPublic });
  const agents = createAgents({ db, clock, log, events, realtime, knowledge, models: connections.languageModels() });
  const turns = metrics.histogram("turn_seconds", "From a visitor's message to its stored answer, by how it ended", { labels: ["reason"] });
  const conversations = createConversations({
    db,
    clock,
    log,
    events,
    realtime,
    agents,
    usage,
    measure: (seconds, reason) => turns.observe(seconds, { reason }),
    processId: randomBytes(9).toString("base64url"),
    modelsConfigured: connections.languageModels().length > 0,
    tokensPerDay: { visitor: config.limits.visitorTokensPerDay, agent: config.limits.agentTokensPerDay },
  });
  const sessions = createVisitorSessions({ secrets, clock, agents, tenants });

  return {
    config,
    clock,
    log,
    metrics,
    secrets,
    files,
    db,
    realtime,
    limits,
    tenants,
    knowledge,
    agents,
    conversations,
    sessions,

    /** What listens and works by itself, from the ground up. */
    async start(): Promise<void> {
      await realtime.start();
      if (!config.roles.has("worker")) return;
      await jobs.start();
      await events.start();
      await knowledge.start();
      await conversations.start();
    },

    /** Lets what is under way end, and then lets go of everything, from the top down. */
    async stop(graceMs: number): Promise<void> {
      await conversations.stopAll(graceMs);
      await knowledge.stop();
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

function openLog(options: Config["log"]) {
  try {
    return createLog(options);
  } catch (cause) {
    throw new Fault("unavailable", `The log file ${options.file} cannot be opened. Check PARLEY_LOG_FILE.`, { cause });
  }
}
