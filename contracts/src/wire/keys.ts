/** API keys: made once, shown once, and what they may do. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { keyScopes } from "../permissions.ts";
import { nameInput } from "./names.ts";

export const apiKey = z.object({
  id: idSchema("key"),
  name: z.string(),
  /** The first characters. */
  hint: z.string(),
  scopes: z.array(z.string()),
  /** Who made it, whether still a member or not: a key outlives its maker's membership. Null: keys of the command line. */
  maker: z.object({ userId: z.string(), name: z.string(), isMember: z.boolean() }).nullable(),
  expiresAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type ApiKey = z.infer<typeof apiKey>;

/** The key itself is here once. */
export const newApiKey = apiKey.extend({ key: z.string() });

export const apiKeyInput = z.object({
  name: nameInput,
  /** Empty or missing: all that the maker may give. */
  scopes: z.array(z.string()).max(keyScopes.length).default([]),
  expiresAt: z.iso.datetime().nullable().default(null),
});
