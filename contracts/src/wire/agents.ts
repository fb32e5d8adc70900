/** Agents as members see them: behaviour with draft and versions, bulk changes, configuration as one document. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { look } from "./look.ts";
import { factSettings } from "./onboarding.ts";
import { agent, pageQuery } from "./rest.ts";

export const agentTone = z.enum(["friendly", "neutral", "formal", "playful"]);
export type AgentTone = z.infer<typeof agentTone>;

export const answerLength = z.enum(["short", "medium", "detailed"]);
export type AnswerLength = z.infer<typeof answerLength>;

const timeOfDay = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/u, "must be a time such as 09:30");
const timeZone = z.string().max(64).refine(isTimeZone, "must be a time zone such as Europe/Berlin");

/** `to` at or before `from` goes on past midnight. */
const openInterval = z.object({ from: timeOfDay, to: timeOfDay });
const openDay = z.array(openInterval).max(6);

export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof weekdays)[number];

/** When people are there to be asked for. A day without an interval is closed. */
export const agentHours = z.object({
  timeZone,
  days: z.object({
    monday: openDay.default([]),
    tuesday: openDay.default([]),
    wednesday: openDay.default([]),
    thursday: openDay.default([]),
    friday: openDay.default([]),
    saturday: openDay.default([]),
    sunday: openDay.default([]),
  }),
});
export type AgentHours = z.infer<typeof agentHours>;

const sentence = z.string().trim().min(1).max(500);

/** The owner's own words where Parley would use its own; said to visitors who write in the agent's language. */
export const agentFallbacks = z
  .object({
    /** The knowledge does not hold it. */
    unknown: sentence,
    /** A person was asked for and none can be fetched. */
    person: sentence,
    /** The same, outside the hours. */
    away: sentence,
    /** The agent is archived. */
    unavailable: sentence,
    /** Something went wrong on our side. */
    failed: sentence,
  })
  .partial();
export type AgentFallbacks = z.infer<typeof agentFallbacks>;

/** One model of an agent's chain. */
export const agentModel = z.object({
  connectionId: idSchema("connection"),
  /** The vendor's own name of it. */
  model: z.string().trim().min(1).max(200),
});
export type AgentModel = z.infer<typeof agentModel>;

const fields = {
  name: z.string().trim().min(1).max(120),
  /** BCP 47. */
  language: z.string().trim().min(2).max(35),
  /** Who the agent is, in one sentence. */
  role: z.string().trim().max(300),
  tone: agentTone,
  length: answerLength,
  /** For a language model: how to answer. Shapes style and focus; proof and honesty stay. */
  instructions: z.string().trim().max(4_000),
  goals: z.array(z.string().trim().min(1).max(300)).max(10),
  guardrails: z.array(z.string().trim().min(1).max(300)).max(20),
  greeting: z.string().trim().max(500),
  suggestions: z.array(z.string().trim().min(1).max(200)).max(8),
  fallbacks: agentFallbacks,
  hours: agentHours,
  /** Tried in this order; empty means what the server itself has. */
  models: z.array(agentModel).max(5),
  /** Facts of the business that the owner set or confirmed. */
  facts: factSettings,
  /** How the widget looks. */
  look,
};

/** What people set. What is left out comes from the site, or is Parley's own. */
export const agentSettings = z.object(fields).partial();
export type AgentSettings = z.infer<typeof agentSettings>;
export type AgentSettingName = keyof AgentSettings;
export const agentSettingNames = z.enum(Object.keys(fields)).options;

/** Each key given is replaced whole; `null` takes it back to what the site says or Parley does by itself. */
export const agentSettingsChange = z
  .object({
    name: fields.name.nullable(),
    language: fields.language.nullable(),
    role: fields.role.nullable(),
    tone: fields.tone.nullable(),
    length: fields.length.nullable(),
    instructions: fields.instructions.nullable(),
    goals: fields.goals.nullable(),
    guardrails: fields.guardrails.nullable(),
    greeting: fields.greeting.nullable(),
    suggestions: fields.suggestions.nullable(),
    fallbacks: fields.fallbacks.nullable(),
    hours: fields.hours.nullable(),
    models: fields.models.nullable(),
    facts: fields.facts.nullable(),
    look: fields.look.nullable(),
  })
  .partial();
export type AgentSettingsChange = z.infer<typeof agentSettingsChange>;

/** At least a name or a site. */
export const newAgent = agentSettings.extend({
  /** As a person types it: `shop.example` is enough. The same address twice is the same agent. */
  siteUrl: z.string().trim().min(1).max(2_048).optional(),
});
export type NewAgent = z.infer<typeof newAgent>;

/** An agent as members see it. */
export const agentDetails = agent.extend({
  status: z.enum(["active", "archived"]),
  /** Grows with every change of the agent and its draft: what If-Match names. */
  revision: z.int(),
  /** The number of the published version. */
  version: z.int(),
  /** The draft differs from what visitors see. */
  hasDraft: z.boolean(),
  /** What people set and visitors see. */
  settings: agentSettings,
  updatedAt: z.iso.datetime(),
});
export type AgentDetails = z.infer<typeof agentDetails>;

export const agentSort = z.enum(["name", "-name", "createdAt", "-createdAt", "updatedAt", "-updatedAt"]);

export const agentListQuery = pageQuery.extend({
  /** Part of a name or a site's address. */
  q: z.string().trim().max(200).optional(),
  status: z.enum(["active", "archived", "all"]).default("active"),
  sort: agentSort.default("-createdAt"),
});

/** What visitors did with an agent in the last 30 days. */
export const agentActivity = z.object({
  agentId: idSchema("agent"),
  conversations: z.int(),
  /** Of the answers to questions, how many came from the knowledge: 0 to 1; null when nothing was asked. */
  answeredShare: z.number().nullable(),
  lastMessageAt: z.iso.datetime().nullable(),
});
export type AgentActivity = z.infer<typeof agentActivity>;

export const agentDraft = z.object({
  agentId: idSchema("agent"),
  revision: z.int(),
  /** False: the draft is what visitors see. */
  changed: z.boolean(),
  settings: agentSettings,
  /** The agent as visitors would see it with this draft. */
  agent,
});
export type AgentDraft = z.infer<typeof agentDraft>;

export const publishInput = z.object({
  /** What was changed and why, for the history. */
  note: z.string().trim().max(500).optional(),
});

export const agentVersion = z.object({
  agentId: idSchema("agent"),
  /** 1, 2, 3 ... within its agent, without gaps. */
  number: z.int().positive(),
  note: z.string(),
  /** Settings that differ from the version before. */
  changed: z.array(z.string()),
  publishedBy: z.object({ type: z.string(), id: z.string(), name: z.string().nullable() }),
  publishedAt: z.iso.datetime(),
  isPublished: z.boolean(),
});
export type AgentVersion = z.infer<typeof agentVersion>;

export const agentVersionDetails = agentVersion.extend({ settings: agentSettings });

/** `published`, `draft`, or the number of a version. */
export const versionName = z
  .string()
  .regex(/^(?:published|draft|[1-9]\d{0,8})$/u, "must be published, draft or the number of a version");

export const textSegment = z.object({ type: z.enum(["same", "added", "removed"]), text: z.string() });
export type TextSegment = z.infer<typeof textSegment>;

export const settingChange = z.object({
  /** A path such as `tone` or `hours.timeZone`. */
  field: z.string(),
  /** Null where nothing was set. */
  before: z.unknown(),
  after: z.unknown(),
  /** For longer texts: word by word. */
  text: z.array(textSegment).nullable(),
  /** For lists. */
  items: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }).nullable(),
});
export type SettingChange = z.infer<typeof settingChange>;

export const agentChanges = z.object({ from: z.string(), to: z.string(), changes: z.array(settingChange) });

export const restoreInput = z.object({
  /** False: becomes the draft, to be looked at first. True: visitors see it at once, as a new version. */
  publish: z.boolean().default(false),
  note: z.string().trim().max(500).optional(),
});

/** Who may answer, in order, and how it goes. */
export const chainLink = z.object({
  /** `server`: what whoever runs the server has configured for everybody. */
  source: z.enum(["connection", "server"]),
  connectionId: z.string().nullable(),
  connectionName: z.string().nullable(),
  vendor: z.string(),
  model: z.string(),
  state: z.enum(["working", "failing", "unchecked", "missing"]),
  message: z.string().nullable(),
});
export type ChainLink = z.infer<typeof chainLink>;

export const agentModels = z.object({
  /** Whether the agent names its own chain; false: the server's is used. */
  own: z.boolean(),
  chain: z.array(chainLink),
  server: z.array(chainLink),
});
export type AgentModels = z.infer<typeof agentModels>;

export const agentBulkAction = z.enum(["archive", "unarchive", "delete", "publish", "duplicate", "set"]);

export const agentBulkInput = z
  .object({
    ids: z.array(idSchema("agent")).min(1).max(100),
    action: agentBulkAction,
    /** For `set`: changed and published on each. */
    settings: agentSettingsChange.optional(),
    note: z.string().trim().max(500).optional(),
  })
  .refine(({ action, settings }) => (action === "set") === (settings !== undefined), {
    path: ["settings"],
    message: "belongs to the action `set`, and is needed there",
  });
export type AgentBulkInput = z.infer<typeof agentBulkInput>;

export const agentBulkResult = z.object({
  id: z.string(),
  status: z.enum(["done", "failed"]),
  /** The copy, for `duplicate`. */
  copyId: z.string().nullable(),
  code: z.string().nullable(),
  message: z.string().nullable(),
});
export const agentBulkResults = z.object({ results: z.array(agentBulkResult) });
export type AgentBulkResults = z.infer<typeof agentBulkResults>;

export const duplicateInput = z.object({ name: fields.name.optional() });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
