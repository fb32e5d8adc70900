/**
 * `/v1/realtime`, Parley's own protocol over WebSocket, version 1. Every frame is one JSON object.
 * The client says `hello` with its token within five seconds; a token is never part of an address.
 * A visitor's message counts as received when a `message` frame with its `clientId` comes back: until then
 * the client keeps it and sends it again, which stores it once.
 */
import { z } from "zod";
import { answerPart } from "../answer.ts";
import { idSchema } from "../ids.ts";
import { MESSAGE_LIMIT, PROTOCOL_VERSION } from "../limits.ts";
import { agent, message } from "./rest.ts";

export const clientFrame = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("hello"),
    version: z.literal(PROTOCOL_VERSION),
    /** From `POST /v1/widget/sessions`. */
    token: z.string().min(1).max(2_000),
    /** The last message that the client holds; what came later is sent at once. 0 for all. */
    after: z.int().nonnegative().default(0),
    /** The conversation that `after` counts in, if the client knows one. */
    conversationId: idSchema("conversation").nullable().default(null),
  }),
  z.object({
    type: z.literal("message"),
    clientId: z.string().min(8).max(64),
    text: z.string().max(MESSAGE_LIMIT),
    /** Null begins a new conversation. */
    conversationId: idSchema("conversation").nullable(),
  }),
  z.object({ type: z.literal("stop") }),
  z.object({
    type: z.literal("rate"),
    messageId: idSchema("message"),
    rating: z.enum(["up", "down"]).nullable(),
  }),
  z.object({ type: z.literal("ping") }),
]);
export type ClientFrame = z.infer<typeof clientFrame>;

export const serverFrame = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("welcome"),
    version: z.literal(PROTOCOL_VERSION),
    agent,
    /** The visitor's current conversation with this agent, if there is one. */
    conversationId: z.string().nullable(),
    /** What the client has not seen, oldest first. If `conversationId` is not the client's own, all of it. */
    messages: z.array(message),
    /** True while an answer is on its way: draw the typing sign, `part` frames or a `message` follow. */
    answering: z.boolean(),
  }),
  /** A message was stored, by whatever tab or side. With the client's own `clientId` it is the receipt. */
  z.object({ type: z.literal("message"), conversationId: z.string(), message }),
  /** A piece of the answer that is being made; `index` counts 0, 1, 2 ... within `replyTo`. */
  z.object({
    type: z.literal("part"),
    conversationId: z.string(),
    /** The visitor's message that is being answered. */
    replyTo: z.string(),
    index: z.int().nonnegative(),
    part: answerPart,
  }),
  /** The agent changed: it read its first pages, learnt its name or colours. */
  z.object({ type: z.literal("agent"), agent }),
  z.object({
    type: z.literal("fault"),
    code: z.string(),
    message: z.string(),
    /** The message at fault, if it was one: it is not stored and not worth sending again unchanged. */
    clientId: z.string().nullable(),
    retryAfterMs: z.int().nullable(),
  }),
  z.object({ type: z.literal("rated"), messageId: z.string(), rating: z.enum(["up", "down"]).nullable() }),
  z.object({ type: z.literal("pong") }),
]);
export type ServerFrame = z.infer<typeof serverFrame>;

/** `POST /v1/widget/sessions`: opens or renews a visitor's session with one agent. No key is needed. */
export const sessionInput = z.object({
  agentId: idSchema("agent"),
  /** The token of an earlier visit, kept by the browser; a wrong or old one is replaced without a fault. */
  token: z.string().max(2_000).nullable().default(null),
  /** Of the page that holds the widget, such as `https://shop.example`; null on pages of this server. */
  origin: z.string().max(300).nullable().default(null),
});
export const session = z.object({
  token: z.string(),
  visitorId: z.string(),
  agent,
  conversationId: z.string().nullable(),
  messages: z.array(message),
});
export type Session = z.infer<typeof session>;
