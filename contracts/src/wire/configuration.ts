/** An agent as one JSON document: to be kept in a repository, compared, and applied as often as one likes. */
import { z } from "zod";
import { agentSettings } from "./agent-settings.ts";
import { settingChange } from "./agents.ts";
import { verifiedAnswerInput } from "./verified-answers.ts";
import { nameInput } from "./names.ts";
import { crawlSettings } from "./websites.ts";

export const CONFIGURATION_FORMAT = 1;

export const configuredSource = z.object({
  type: z.literal("website"),
  url: z.string().min(1).max(2_048),
  settings: crawlSettings.partial().optional(),
});

export const configuredAnswer = verifiedAnswerInput.pick({
  question: true,
  variants: true,
  answer: true,
  spoken: true,
  language: true,
  tags: true,
  enabled: true,
  validFrom: true,
  validTo: true,
});
export type ConfiguredAnswer = z.output<typeof configuredAnswer>;

export const agentConfiguration = z.object({
  /** Of this document's form. */
  parley: z.literal(CONFIGURATION_FORMAT),
  /** Behaviour and look. Settings that are left out are taken back to what the site says. */
  settings: agentSettings,
  /** Left out: sources stay as they are. Given: those and no others. */
  sources: z.array(configuredSource).max(100).optional(),
  /** The same for verified answers; each is known by its question. */
  verifiedAnswers: z.array(configuredAnswer).max(2_000).optional(),
});
export type AgentConfiguration = z.infer<typeof agentConfiguration>;

/** As it comes in: the name is one that can be seen. */
export const agentConfigurationInput = agentConfiguration.extend({
  settings: agentSettings.extend({ name: nameInput.optional() }),
});

const change = z.enum(["added", "removed", "changed"]);
export const configuredSourceChange = z.object({ url: z.string(), change });
export const configuredAnswerChange = z.object({ question: z.string(), change });

export const configurationDifference = z.object({
  same: z.boolean(),
  settings: z.array(settingChange),
  sources: z.array(configuredSourceChange),
  verifiedAnswers: z.array(configuredAnswerChange),
});
export type ConfigurationDifference = z.infer<typeof configurationDifference>;

export const appliedConfiguration = configurationDifference.extend({
  /** The published version that holds the settings now. */
  version: z.int(),
});
