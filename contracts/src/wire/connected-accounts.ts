/** Accounts elsewhere that documents are followed from, and what of them a source takes. A token goes in and never comes out again. */
import { z } from "zod";
import { idSchema } from "../ids.ts";

export const connectorProvider = z.enum(["google-drive", "intercom"]);

export const intercomRegion = z.enum(["us", "eu", "au"]);

export const connectedAccount = z.object({
  id: idSchema("account"),
  provider: connectorProvider,
  /** As the vendor calls it: an email address, or a workspace. */
  name: z.string(),
  /** Where an Intercom workspace is kept; null for other providers. */
  region: intercomRegion.nullable(),
  /** `revoked`: it has to be connected again. */
  state: z.enum(["working", "failing", "revoked"]),
  /** What is wrong, as a sentence. */
  message: z.string().nullable(),
  checkedAt: z.iso.datetime(),
  /** What is read with it. */
  usedBy: z.array(z.object({ id: idSchema("source"), name: z.string(), agentId: idSchema("agent") })),
  createdAt: z.iso.datetime(),
});
export type ConnectedAccount = z.infer<typeof connectedAccount>;

export const connectedAccountInput = z.object({
  provider: z.literal("intercom"),
  /** An access token from Intercom's Developer Hub. */
  token: z
    .string()
    .trim()
    .min(8)
    .max(500)
    .regex(/^[\x21-\x7E]+$/u, "must be the token alone, without spaces"),
  region: intercomRegion.default("us"),
});
export type ConnectedAccountInput = z.infer<typeof connectedAccountInput>;

export const googleConsentInput = z.object({
  /** A path of the dashboard to come back to. */
  returnTo: z
    .string()
    .max(500)
    .regex(/^\/(?![/\\])[\x21-\x7E]*$/u, "must be a path of this dashboard")
    .default("/"),
});

export const googleConsent = z.object({
  /** Where the person says yes. Good once, for ten minutes, for whoever asked. */
  url: z.string(),
  expiresAt: z.iso.datetime(),
});

export const googleReturnInput = z.object({ state: z.string().min(1).max(500), code: z.string().min(1).max(2_000) });
export const googleReturn = z.object({ account: connectedAccount, returnTo: z.string() });

export const googleClient = z.object({
  /** Null where none is set. */
  clientId: z.string().nullable(),
  /** The last characters of the secret. */
  secretHint: z.string().nullable(),
  /** Whose client it is; `server`: from its environment. */
  from: z.enum(["organization", "server"]).nullable(),
  /** To be entered at Google. */
  redirectUri: z.string(),
});
export type GoogleClientView = z.infer<typeof googleClient>;

export const googleClientInput = z.object({
  clientId: z
    .string()
    .trim()
    .min(10)
    .max(300)
    .regex(/^[\w.-]+$/u, "must be a client id, such as 123-abc.apps.googleusercontent.com"),
  clientSecret: z.string().trim().min(8).max(300),
});

export const containerQuery = z.object({
  /** What to open; left out: the outermost ones. */
  parent: z.string().min(1).max(300).optional(),
  /** Part of the name, anywhere. */
  q: z.string().trim().min(1).max(200).optional(),
  cursor: z.string().max(2_000).optional(),
});

export const container = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["drive", "folder", "collection"]),
  /** False where it is known that there is nothing below it. */
  opens: z.boolean(),
  choosable: z.boolean(),
  /** What stands above it, outermost first, as far as the vendor tells. */
  path: z.array(z.string()),
});

const chosen = z.object({ id: z.string().min(1).max(300), name: z.string().trim().max(300).default("") });

/** What a connected source takes. */
export const selection = z.object({
  accountId: idSchema("account"),
  /** Folders or collections with all below them; of a help centre none stands for all of it. */
  containers: z.array(chosen).max(50),
});
export type Selection = z.infer<typeof selection>;

export const driveSelection = selection.extend({ containers: selection.shape.containers.min(1) });
