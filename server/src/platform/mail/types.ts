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

/** A mail as the outbox shows it. */
export interface MailEntry {
  id: string;
  state: "waiting" | "sent" | "failed" | "kept";
  purpose: string;
  to: { address: string; name: string | null };
  subject: string;
  secret: boolean;
  ofServer: boolean;
  attempts: number;
  /** Why the last try failed, as a sentence. */
  error: string | null;
  createdAt: Date;
  sentAt: Date | null;
}

/** All null where the reader may not see it. */
export interface MailWords {
  preview: string | null;
  text: string | null;
  html: string | null;
}

export interface MailQuery {
  limit: number;
  cursor?: string | undefined;
  state?: MailEntry["state"] | undefined;
}

export interface MailPage {
  data: MailEntry[];
  next: string | null;
}

/** `holdsServer`: sees the server's own mail too, and what opens accounts. */
export interface MailReader {
  scope: Scope;
  holdsServer: boolean;
}

export interface Mail {
  /** False while no SMTP server is configured: then mail stays in the outbox, and nobody may have to wait for it. */
  readonly canSend: boolean;
  /** Stored and sent if and only if the transaction commits; `SYSTEM`: mail of the server itself. Returns its id.
   * @throws Fault invalid_request where the address is none. */
  enqueue(tx: Tx, owner: Scope | System, mail: OutgoingMail): Promise<string>;
  /** After the commit: shows it to those who look at the outbox. */
  wake(): void;
  list(reader: MailReader, query: MailQuery): Promise<MailPage>;
  /** @throws Fault not_found */
  get(reader: MailReader, id: string): Promise<MailEntry & MailWords>;
  /** Sends it again, as a new mail; `alongside` is part of the transaction.
   * @throws Fault not_found; conflict while it is on its way, or no mail server is configured. */
  resend(reader: MailReader, id: string, alongside: (tx: Tx, entry: MailEntry) => Promise<void>): Promise<MailEntry>;
  /** In one of the processes that work: looks after what was left behind. */
  start(): void;
  stop(): void;
}
