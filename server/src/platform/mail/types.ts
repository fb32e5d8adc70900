/** Mail as the rooms see it: stored first, sent after the commit, kept for people to see. */
import type { Tx } from "../db/types.ts";
import type { Scope, System } from "../scope.ts";

export type MailBlock =
  | { type: "text"; text: string }
  /** The one thing to do. */
  | { type: "button"; label: string; url: string }
  /** A code to type, in large letters. */
  | { type: "code"; code: string }
  /** Small print. */
  | { type: "note"; text: string };

export interface OutgoingMail {
  to: { address: string; name?: string | undefined };
  subject: string;
  /** The line that mail programs show beside the subject. */
  preview: string;
  blocks: readonly MailBlock[];
  /** What it is for, such as `invitation`: shown in the outbox. */
  purpose: string;
  /** Holds a link or code that opens an account: its text is shown to the server's admin alone. */
  secret?: boolean;
}

export interface Mail {
  /** False while no SMTP server is configured: then mail stays in the outbox, and nobody may have to wait for it. */
  readonly canSend: boolean;
  /** Stored if and only if the transaction commits; `SYSTEM`: mail of the server itself. Returns its id. */
  enqueue(tx: Tx, owner: Scope | System, mail: OutgoingMail): Promise<string>;
  /** After the commit: send soon. */
  wake(): void;
}
