/** What people set of an agent: how it behaves, and what it looks like. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { look } from "./look.ts";
import { nameInput } from "./names.ts";
import { factSettings } from "./onboarding.ts";

export const agentTone = z.enum(["friendly", "neutral", "formal", "playful"]);
export type AgentTone = z.infer<typeof agentTone>;

export const answerLength = z.enum(["short", "medium", "detailed"]);

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
    name: nameInput.nullable(),
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

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
