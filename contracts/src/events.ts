/** What can happen, as facts in the past tense. An event is stored with the change that it tells of. */
import { z } from "zod";

export const eventSchemas = {
  "agent.created": z.object({ agentId: z.string() }),
  /** Other settings than before are what visitors see. */
  "agent.published": z.object({ agentId: z.string(), version: z.int() }),
  /** With everything that belonged to it. */
  "agent.removed": z.object({ agentId: z.string() }),
  "source.created": z.object({ agentId: z.string(), sourceId: z.string() }),
  /** The first pages can be searched now; told once in a crawl. */
  "source.searchable": z.object({ agentId: z.string(), sourceId: z.string() }),
  "source.finished": z.object({
    agentId: z.string(),
    sourceId: z.string(),
    status: z.enum(["done", "failed", "cancelled"]),
  }),
  /** Texts that came, changed or went. `versions`: from which to which, null for none; left out for new documents. */
  "documents.changed": z.object({
    agentId: z.string(),
    documentIds: z.array(z.string()),
    versions: z
      .array(z.object({ documentId: z.string(), from: z.int().nullable(), to: z.int().nullable() }))
      .optional(),
  }),
  "conversation.started": z.object({ agentId: z.string(), conversationId: z.string() }),
  "message.stored": z.object({
    agentId: z.string(),
    conversationId: z.string(),
    messageId: z.string(),
    seq: z.int(),
    role: z.enum(["visitor", "agent"]),
  }),
  "message.rated": z.object({
    conversationId: z.string(),
    messageId: z.string(),
    rating: z.enum(["up", "down"]).nullable(),
  }),
  /** A member wrote a verified answer in its place. */
  "message.corrected": z.object({ conversationId: z.string(), messageId: z.string() }),
} as const;

export type EventType = keyof typeof eventSchemas;
export type EventData<T extends EventType> = z.infer<(typeof eventSchemas)[T]>;
