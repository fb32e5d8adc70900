/** The ground of the house: everything that knows nothing of agents, and that the configuration chooses. */
import { join } from "node:path";
import { Fault } from "@parley/contracts";
import type { Config } from "./config.ts";
import {
  createClock,
  createEvents,
  createFetchChecked,
  createFetchPublic,
  createFetchVendor,
  createJobs,
  createLive,
  createLimits,
  createLocalFiles,
  createLog,
  createMail,
  createMetrics,
  createRealtime,
  createSecrets,
  loadOrMakeSecret,
  openDatabase,
} from "./platform/index.ts";
import { prepareDirectory } from "./prepare-directory.ts";

const USER_AGENT = "ParleyBot/1.0";

export async function openPlatform(config: Config) {
  await prepareDirectory(config.dataDir);
  const clock = createClock();
  const log = openLog(config.log);
  const secrets = createSecrets(config.secret ?? (await loadOrMakeSecret(config.dataDir)));
  const fetchPublic = createFetchPublic({ allow: config.allowPrivateAddresses, userAgent: USER_AGENT });
  const db = await openDatabase({
    ...(config.databaseUrl === null ? { dataDir: config.dataDir } : { url: config.databaseUrl }),
    clock,
    warn: (notice, error) => log.warn({ notice, err: error }, "the database needs attention"),
  });
  const redis = config.redisUrl === null ? {} : { redisUrl: config.redisUrl };
  const realtime = createRealtime({ db, clock, log, ...redis });
  const live = createLive(realtime);
  const jobs = createJobs({ db, clock, log });
  return {
    clock,
    log,
    metrics: createMetrics(),
    secrets,
    files: createLocalFiles(join(config.dataDir, "files")),
    fetchPublic,
    userAgent: USER_AGENT,
    fetchVendor: createFetchVendor(),
    fetchChecked: createFetchChecked({ allow: config.allowPrivateAddresses }),
    db,
    realtime,
    live,
    events: createEvents({ db, clock, log, realtime }),
    jobs,
    mail: createMail({ db, clock, log, secrets, jobs, live, smtp: config.smtp }),
    limits: createLimits({ clock, ...redis }),
  };
}

function openLog(options: Config["log"]) {
  try {
    return createLog(options);
  } catch (cause) {
    throw new Fault("unavailable", `The log file ${options.file} cannot be opened. Check PARLEY_LOG_FILE.`, { cause });
  }
}
