/** Agents as members see them: behaviour with draft and versions, bulk changes, configuration as one document. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { agentSettings, agentSettingsChange } from "./agent-settings.ts";
import { nameInput } from "./names.ts";
import { agent, pageQuery } from "./rest.ts";

/** At least a name or a site. */
export const newAgent = agentSettings.extend({
  name: nameInput.optional(),
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

export const duplicateInput = z.object({ name: nameInput.optional() });
