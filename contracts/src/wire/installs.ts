/** Where an agent's widget was seen, and whether a page has its snippet. */
import { z } from "zod";

export const install = z.object({
  /** `https://shop.example`: never more of an address. */
  origin: z.string(),
  firstSeenAt: z.iso.datetime(),
  /** A page there asked for the launcher or opened the chat. To the minute. */
  lastSeenAt: z.iso.datetime(),
  /** How often the chat was opened there, today (UTC) and ever. */
  openedToday: z.int().nonnegative(),
  opened: z.int().nonnegative(),
  /** A developer's machine, or a private network. */
  local: z.boolean(),
});
export type Install = z.infer<typeof install>;

/** What belongs into a page, and where it leads. */
export const snippet = z.object({
  /** This server's own address, as the outside reaches it. */
  server: z.string(),
  html: z.string(),
  /** The server's address is a developer's machine or a private network: pages elsewhere cannot load the widget. */
  local: z.boolean(),
});

export const installCheckInput = z.object({
  /** Null or left out: the agent's own site. */
  url: z.string().trim().min(1).max(2_048).nullish(),
});

/**
 * What stood in the page, beside or instead of the snippet: `other-agent` (a snippet with another agent's id),
 * `other-server` (this agent, but another server's script), `commented-out`, `tag-manager` (it may be brought by one),
 * `built-by-script` (the page is made in the browser), `cached` (a cache answered), `content-policy` (the page's policy
 * forbids what the widget needs), `hidden-here` (the look's own page rules or domains keep it away), `http-error`.
 */
export const installHint = z.enum([
  "other-agent",
  "other-server",
  "commented-out",
  "tag-manager",
  "built-by-script",
  "cached",
  "content-policy",
  "hidden-here",
  "http-error",
]);
export type InstallHint = z.infer<typeof installHint>;

export const installCheck = z.object({
  /** `unreachable`: the page could not be read; `message` says why. */
  status: z.enum(["found", "not-found", "unreachable"]),
  /** The page that was read, after redirects. */
  url: z.string(),
  hints: z.array(z.object({ hint: installHint, detail: z.string().nullable() })),
  message: z.string().nullable(),
  /** When the widget was last seen on this site by itself; null for never. */
  lastSeenAt: z.iso.datetime().nullable(),
});
export type InstallCheck = z.infer<typeof installCheck>;
