/**
 * `/v1/live`: tells members of an organization what changed, never what it is: a client asks again by REST, where its
 * permissions are checked. The first frame is `hello` with a token from `POST /v1/live/tokens`, within five seconds.
 * At most once: after a new connection a client asks for everything again that it shows.
 */
import { z } from "zod";

/** Named as in the addresses of the API. */
export const liveResource = z.enum([
  "organization",
  "members",
  "invitations",
  "teams",
  "roles",
  "keys",
  "connections",
  "connected-accounts",
  "audit-entries",
  "mails",
  "agents",
  "versions",
  "sources",
  "pages",
  "documents",
  "files",
  "recalls",
  "archives",
  "verified-answers",
  "gaps",
  "answer-suggestions",
  "overlaps",
  "products",
  "probes",
  "conversations",
  "messages",
  "installs",
  "views",
  "synonyms",
  "embeddings",
]);
export type LiveResource = z.infer<typeof liveResource>;

export const liveChange = z.object({
  resource: liveResource,
  /** What changed; null for several or all of them. */
  id: z.string().nullable(),
  /** Whose it is, where it belongs to an agent. */
  agentId: z.string().nullable(),
});
export type LiveChange = z.infer<typeof liveChange>;

export const liveClientFrame = z.discriminatedUnion("type", [
  z.object({ type: z.literal("hello"), token: z.string().min(1).max(4_000) }),
  z.object({ type: z.literal("ping") }),
]);

export const liveServerFrame = z.discriminatedUnion("type", [
  z.object({ type: z.literal("welcome") }),
  liveChange.extend({ type: z.literal("changed") }),
  z.object({ type: z.literal("pong") }),
]);
export type LiveServerFrame = z.infer<typeof liveServerFrame>;

/** `POST /v1/live/tokens`. */
export const liveToken = z.object({
  /** For a `hello` within a minute. */
  token: z.string(),
  expiresAt: z.iso.datetime(),
});

/** Why a live socket was closed, beside the standard's codes. */
export const LIVE_CLOSE = {
  /** The token is not good, or who asked may not be here any more: sign in, or ask for another token. */
  unauthorized: 4401,
  /** What the member may see has changed: come back with a new token. */
  changed: 4403,
} as const;
