/** The outbox: what the server wrote to people, and what became of it. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { pageQuery } from "./rest.ts";

/** `kept`: no mail server is configured, or was when it was written. `failed`: given up; it can be sent again. */
export const mailState = z.enum(["waiting", "sent", "failed", "kept"]);
export type MailState = z.infer<typeof mailState>;

export const mail = z.object({
  id: idSchema("mail"),
  state: mailState,
  /** What it is for, such as `invitation`. */
  purpose: z.string(),
  to: z.object({ address: z.string(), name: z.string().nullable() }),
  subject: z.string(),
  /** Holds a link or a code that opens an account: only who holds the server may read it. */
  secret: z.boolean(),
  /** The server's own, of no organization: shown to who holds the server. */
  ofServer: z.boolean(),
  attempts: z.int(),
  /** Why the last try failed, as a sentence. */
  error: z.string().nullable(),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
});

/** `text` and `html` are null where the reader may not see them. */
export const mailWithContent = mail.extend({
  preview: z.string().nullable(),
  text: z.string().nullable(),
  html: z.string().nullable(),
});

export const mailQuery = pageQuery.extend({ state: mailState.optional() });

export const mailList = z.object({
  data: z.array(mail),
  next: z.string().nullable(),
  /** False while no mail server is configured: then mail stays here. */
  canSend: z.boolean(),
});
