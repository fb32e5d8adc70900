/**
 * The only reader of the environment. `loadConfig` is pure: it takes the environment as data, checks all of it, and
 * reports every mistake at once. Values may also stand in `parley.env` in the data directory; the environment wins.
 */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { z } from "zod";
import { isHostOrNetwork, isProxy, isSender } from "./config-addresses.ts";
import { type AccountsChoice, readAccounts } from "./config-accounts.ts";
import { type ConnectorsChoice, readConnectors } from "./config-connectors.ts";
import { readSearchModels, type SearchModels } from "./config-embeddings.ts";
import { type ModelChoice, readModels } from "./config-models.ts";
import { allOf, count, list, number, optional, url } from "./config-values.ts";

const ROLES = ["api", "live", "worker"] as const;
export type Role = (typeof ROLES)[number];

export interface Config {
  dataDir: string;
  host: string;
  port: number;
  /** How the outside reaches this server, without a slash at the end; null for host and port. */
  publicUrl: string | null;
  /** Null: made once in the data directory. */
  secret: string | null;
  roles: ReadonlySet<Role>;
  /** `mailto:...` or `https://...`: whom to tell of a weakness; null for nobody. */
  securityContact: string | null;
  allowPrivateAddresses: string[];
  trustedProxies: string[];
  databaseUrl: string | null;
  redisUrl: string | null;
  /** Null: mail is kept and not sent. `from` is an address, or a name and an address in angle brackets. */
  smtp: { url: string; from: string } | null;
  models: ModelChoice[];
  searchModels: SearchModels;
  /** The browser for pages that need JavaScript: a path, `off`, or null to look on the search path and in the usual places. */
  chromium: { path: string | null; searchPath: string };
  /** The program that reads the words of pictures: a path, `off`, or null to look on the search path. */
  tesseract: { path: string | null; searchPath: string; languages: string | null };
  accounts: AccountsChoice;
  connectors: ConnectorsChoice;
  log: { level: string; file: string | null; pretty: boolean };
  limits: {
    /** Messages: how many at once, and how many a minute after that. */
    visitorMessages: { burst: number; perMinute: number };
    addressMessages: { burst: number; perMinute: number };
    agentMessages: { burst: number; perMinute: number };
    /** Calls of the API: by a key, by a signed-in session, for an organization, from a network address in all and without either. */
    keyRequests: { burst: number; perMinute: number };
    sessionRequests: { burst: number; perMinute: number };
    organizationRequests: { burst: number; perMinute: number };
    addressRequests: { burst: number; perMinute: number };
    anonymousRequests: { burst: number; perMinute: number };
    socketsPerAddress: number;
    /** How often one account may be tried at once from one network. */
    signInAttempts: number;
    /** Language-model tokens a day (UTC); above it answers come from the passages alone. */
    visitorTokensPerDay: number;
    agentTokensPerDay: number;
    /** Answers that are given again a day and agent because their page changed. */
    recallsPerDay: number;
  };
  /** Milliseconds: a model's first words, and its whole answer. */
  modelTimeouts: { firstTokenMs: number; totalMs: number };
}

export class ConfigError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(
      `The configuration has ${problems.length === 1 ? "a mistake" : `${problems.length} mistakes`}:\n${problems.map((line) => `  - ${line}`).join("\n")}`,
    );
    this.name = "ConfigError";
    this.problems = problems;
  }
}

type Environment = Record<string, string | undefined>;

const environment = z.object({
  PARLEY_DATA: z.string().trim().min(1).default("data"),
  PARLEY_HOST: z.string().trim().min(1).default("127.0.0.1"),
  PARLEY_PORT: number({ least: 0, most: 65_535 }).default(3_000),
  PARLEY_PUBLIC_URL: url("http:", "https:"),
  PARLEY_SECRET: optional.refine((text) => text === undefined || text.length >= 16, {
    message: "must have at least 16 characters",
  }),
  PARLEY_SECURITY_CONTACT: optional
    .transform((text) => (text !== undefined && /^[^\s:/]+@[^\s:/]+$/.test(text) ? `mailto:${text}` : text))
    .refine((text) => text === undefined || /^(mailto:|https:\/\/)\S+$/.test(text), {
      message: "must be an email address, or an address that begins with https://",
    }),
  PARLEY_ROLES: list.refine((roles) => roles.every((role) => ROLES.some((known) => known === role)), {
    message: `may name only ${ROLES.join(", ")}`,
  }),
  PARLEY_ALLOW_PRIVATE_ADDRESSES: allOf(
    isHostOrNetwork,
    "write a host, host:port, an address or a network such as 10.0.0.0/8",
  ),
  PARLEY_TRUSTED_PROXIES: allOf(isProxy, "write an address, a network such as 10.0.0.0/8, or loopback"),
  DATABASE_URL: url("postgres:", "postgresql:"),
  REDIS_URL: url("redis:", "rediss:"),
  SMTP_URL: url("smtp:", "smtps:"),
  PARLEY_MAIL_FROM: optional.refine((text) => text === undefined || isSender(text), {
    message: "must be an address such as hello@example.com, or Name <hello@example.com>",
  }),
  PARLEY_CHROMIUM: optional,
  PARLEY_TESSERACT: optional,
  PARLEY_TESSERACT_LANGUAGES: optional.refine((text) => text === undefined || /^[\w/]+(?:\+[\w/]+)*$/.test(text), {
    message: "must name languages as Tesseract does, such as eng or eng+deu",
  }),
  PATH: z.string().default(""),
  PARLEY_LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  PARLEY_LOG_FILE: optional,
  PARLEY_LIMIT_VISITOR_PER_MINUTE: count(20, 1),
  PARLEY_LIMIT_ADDRESS_PER_MINUTE: count(60, 1),
  PARLEY_LIMIT_AGENT_PER_MINUTE: count(600, 1),
  PARLEY_LIMIT_KEY_PER_MINUTE: count(600, 1),
  PARLEY_LIMIT_SESSION_PER_MINUTE: count(600, 1),
  PARLEY_LIMIT_ORGANIZATION_PER_MINUTE: count(6_000, 1),
  PARLEY_LIMIT_ADDRESS_REQUESTS_PER_MINUTE: count(3_000, 1),
  PARLEY_LIMIT_ANONYMOUS_PER_MINUTE: count(300, 1),
  PARLEY_LIMIT_SOCKETS_PER_ADDRESS: count(100, 1),
  PARLEY_LIMIT_SIGN_IN: count(10, 1),
  PARLEY_VISITOR_TOKENS_PER_DAY: count(50_000),
  PARLEY_AGENT_TOKENS_PER_DAY: count(2_000_000),
  PARLEY_RECALLS_PER_DAY: count(200),
  PARLEY_MODEL_FIRST_TOKEN_MS: count(8_000),
  PARLEY_MODEL_TOTAL_MS: count(30_000),
});

/** What the command line says over the environment. */
export interface ConfigOverrides {
  dataDir?: string;
  host?: string;
  port?: string;
}

/** @throws ConfigError that names every mistake. */
export function loadConfig(env: Environment = process.env, overrides: ConfigOverrides = {}): Config {
  const dataDir = resolve(overrides.dataDir ?? withoutEmpty(env).PARLEY_DATA?.trim() ?? "data");
  const named: Environment = { ...readEnvFile(dataDir), ...withoutEmpty(env) };
  if (overrides.host !== undefined) named.PARLEY_HOST = overrides.host;
  if (overrides.port !== undefined) named.PARLEY_PORT = overrides.port;
  const parsed = environment.safeParse(named);
  const models = readModels(named);
  const search = readSearchModels(named, dataDir);
  const accounts = readAccounts(named);
  const connectors = readConnectors(named);
  const problems = [...models.problems, ...search.problems, ...accounts.problems, ...connectors.problems];
  if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`));
  if (named.DATABASE_URL && !named.PARLEY_SECRET) {
    problems.push(
      "PARLEY_SECRET must be set when DATABASE_URL is: every process needs the same one. Make one with: openssl rand -hex 32",
    );
  }
  if (named.SMTP_URL && !named.PARLEY_MAIL_FROM) {
    problems.push("PARLEY_MAIL_FROM must be set when SMTP_URL is: mail needs a sender, such as hello@example.com");
  }
  if (!parsed.success || problems.length > 0) throw new ConfigError([...new Set(problems)]);
  return build(parsed.data, dataDir, {
    models: models.choices,
    searchModels: search.choices,
    accounts: accounts.choice,
    connectors: connectors.choice,
  });
}

function build(
  values: z.infer<typeof environment>,
  dataDir: string,
  { models, searchModels, accounts, connectors }: Pick<Config, "models" | "searchModels" | "accounts" | "connectors">,
): Config {
  const rate = (perMinute: number) => ({ burst: Math.max(1, Math.ceil(perMinute / 2)), perMinute });
  const roles = values.PARLEY_ROLES.length > 0 ? ROLES.filter((role) => values.PARLEY_ROLES.includes(role)) : ROLES;
  return {
    dataDir,
    host: values.PARLEY_HOST,
    port: values.PARLEY_PORT,
    publicUrl: values.PARLEY_PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    secret: values.PARLEY_SECRET ?? null,
    roles: new Set(roles),
    securityContact: values.PARLEY_SECURITY_CONTACT ?? null,
    allowPrivateAddresses: values.PARLEY_ALLOW_PRIVATE_ADDRESSES,
    trustedProxies: values.PARLEY_TRUSTED_PROXIES,
    databaseUrl: values.DATABASE_URL ?? null,
    redisUrl: values.REDIS_URL ?? null,
    smtp:
      values.SMTP_URL === undefined || values.PARLEY_MAIL_FROM === undefined
        ? null
        : { url: values.SMTP_URL, from: values.PARLEY_MAIL_FROM },
    models,
    searchModels,
    chromium: { path: values.PARLEY_CHROMIUM ?? null, searchPath: values.PATH },
    tesseract: {
      path: values.PARLEY_TESSERACT ?? null,
      searchPath: values.PATH,
      languages: values.PARLEY_TESSERACT_LANGUAGES ?? null,
    },
    accounts,
    connectors,
    log: {
      level: values.PARLEY_LOG_LEVEL,
      file: values.PARLEY_LOG_FILE ?? null,
      pretty: process.stdout.isTTY === true,
    },
    limits: {
      visitorMessages: rate(values.PARLEY_LIMIT_VISITOR_PER_MINUTE),
      addressMessages: rate(values.PARLEY_LIMIT_ADDRESS_PER_MINUTE),
      agentMessages: rate(values.PARLEY_LIMIT_AGENT_PER_MINUTE),
      keyRequests: rate(values.PARLEY_LIMIT_KEY_PER_MINUTE),
      sessionRequests: rate(values.PARLEY_LIMIT_SESSION_PER_MINUTE),
      organizationRequests: rate(values.PARLEY_LIMIT_ORGANIZATION_PER_MINUTE),
      addressRequests: rate(values.PARLEY_LIMIT_ADDRESS_REQUESTS_PER_MINUTE),
      anonymousRequests: rate(values.PARLEY_LIMIT_ANONYMOUS_PER_MINUTE),
      socketsPerAddress: values.PARLEY_LIMIT_SOCKETS_PER_ADDRESS,
      signInAttempts: values.PARLEY_LIMIT_SIGN_IN,
      visitorTokensPerDay: values.PARLEY_VISITOR_TOKENS_PER_DAY,
      agentTokensPerDay: values.PARLEY_AGENT_TOKENS_PER_DAY,
      recallsPerDay: values.PARLEY_RECALLS_PER_DAY,
    },
    modelTimeouts: { firstTokenMs: values.PARLEY_MODEL_FIRST_TOKEN_MS, totalMs: values.PARLEY_MODEL_TOTAL_MS },
  };
}

function readEnvFile(dataDir: string): Environment {
  const file = resolve(dataDir, "parley.env");
  if (!existsSync(file)) return {};
  try {
    return parseEnv(readFileSync(file, "utf8"));
  } catch {
    throw new ConfigError([`${file} cannot be read. It must be a file of lines NAME=value that this user may read.`]);
  }
}

/** `NAME=` in a Compose file means "not set". */
function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""));
}
