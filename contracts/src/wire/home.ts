/** `/v1/home`: what happened, what needs attention, and how far a new organization has come. */
import { z } from "zod";
import { liveResource } from "./live.ts";

/** A number of the period, and the same of the period of equal length before it. */
const compared = z.object({ now: z.number(), before: z.number() });

export const homeQuery = z.object({
  /** Length of the period in whole days, the present day included. */
  days: z.coerce.number().int().min(1).max(90).default(7),
  /** IANA name such as `Europe/Berlin`: where days begin. */
  timeZone: z.string().min(1).max(64).default("UTC"),
});

export const homeNumbers = z.object({
  /** Conversations that began in the period. */
  conversations: compared,
  /** answered + unanswered. Greetings, thanks and other small talk are no questions. */
  questions: compared,
  /** Answers out of the knowledge, verified answers included. */
  answered: compared,
  /** Answers that said that the knowledge does not hold it, and answers that failed. */
  unanswered: compared,
  /** answered ÷ questions, from 0 to 1; null without questions. */
  answeredShare: z.object({ now: z.number().nullable(), before: z.number().nullable() }),
  /** Visitors who asked for a person, counted by message. */
  personAsked: compared,
  /** Answers of the period that are rated up, and down. */
  ratedUp: compared,
  ratedDown: compared,
});
export type HomeNumbers = z.infer<typeof homeNumbers>;

export const attentionKind = z.enum([
  /** `text`: the question; `count`: how many like it; target: the latest conversation. */
  "question-unanswered",
  /** `text`: the question whose answer was rated down and not corrected since. */
  "answer-rated-down",
  /** Answers whose page says something else now; `text`: one of the questions, `count`: how many there are. */
  "answer-outdated",
  /** `text`: the source's address. */
  "source-failed",
  "source-empty",
  /** An agent with knowledge whose widget was never seen on a page. */
  "agent-not-installed",
  /** Its widget was seen before, but for days no more. */
  "agent-not-seen",
  /** Changes that are not published. */
  "draft-unpublished",
  /** `text`: the vendor. */
  "connection-failed",
  /** `count`: letters that wait because no SMTP server is set. */
  "mail-waiting",
  /** The asking owner or admin signs in with a password alone. */
  "second-factor-missing",
]);
export type AttentionKind = z.infer<typeof attentionKind>;

export const attentionItem = z.object({
  kind: attentionKind,
  /** What it is about, as it was written: a question, an address, a name. */
  text: z.string(),
  /** 1 where nothing is counted. */
  count: z.int(),
  agentId: z.string().nullable(),
  agentName: z.string().nullable(),
  /** Where it can be mended. */
  target: z.object({ resource: liveResource, id: z.string().nullable() }),
  /** The message at fault, for conversations. */
  messageId: z.string().nullable(),
  at: z.iso.datetime().nullable(),
});
export type AttentionItem = z.infer<typeof attentionItem>;
/** As the rooms of the server know it: they do not know each other's names. */
export type AttentionFact = Omit<AttentionItem, "agentName">;

/**
 * An agent was made; it has something to answer from; somebody asked something; a change was published; its widget was
 * seen on a page; a second member is there or invited.
 */
export const startStep = z.enum(["agent", "knowledge", "question", "published", "installed", "invited"]);

export const home = z.object({
  /** Null for members who may not read conversations; `days` and `agents` are empty then. */
  numbers: homeNumbers.nullable(),
  /** One for each day of both periods, oldest first, in the zone that was asked for. */
  days: z.array(
    z.object({
      day: z.iso.date(),
      conversations: z.int(),
      questions: z.int(),
      answered: z.int(),
    }),
  ),
  /** Those that are not archived, newest activity first; at most 50. */
  agents: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** A picture, as visitors see it; null without one. */
      logoUrl: z.string().nullable(),
      conversations: compared,
      questions: z.int(),
      answered: z.int(),
    }),
  ),
  /** The most pressing first. Only what the asking member may see. */
  attention: z.array(attentionItem),
  /** Null once every step is done. `agentId` is the agent that the step would go on with. */
  start: z
    .object({
      agentId: z.string().nullable(),
      steps: z.array(z.object({ step: startStep, done: z.boolean() })),
    })
    .nullable(),
});
export type Home = z.infer<typeof home>;
