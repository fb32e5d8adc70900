import { Fault, newId } from "@parley/contracts";
import { z } from "zod";
import type { Clock } from "../clock.ts";
import { and, desc, eq, inArray, lt, sql } from "../db/drizzle.ts";
import type { Database, Tx } from "../db/types.ts";
import { SYSTEM } from "../scope.ts";
import type { Secrets } from "../secrets.ts";
import { mails } from "../tables.ts";
import { cleanMail } from "./mail-text.ts";
import type { MailEntry, MailPage, MailQuery, OutgoingMail } from "./types.ts";

/** The server's own mail. */
export const SERVER = 0;

const content = z.object({
  preview: z.string(),
  blocks: z.array(
    z.discriminatedUnion("type", [
      z.object({ type: z.literal("text"), text: z.string() }),
      z.object({ type: z.literal("button"), label: z.string(), url: z.string() }),
      z.object({ type: z.literal("code"), code: z.string() }),
      z.object({ type: z.literal("note"), text: z.string() }),
    ]),
  ),
});
export type MailContent = z.infer<typeof content>;

/** Longer than a try may take: after it, the process that tried is dead. */
const LEASE_MS = 90_000;

const INSERT = `
insert into mails (organization, id, state, purpose, to_address, to_name, subject, secret, content, waiting_since, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`;

export interface MailStoreDeps {
  db: Database;
  clock: Clock;
  secrets: Secrets;
}

export type MailStore = ReturnType<typeof createMailStore>;
type Row = typeof mails.$inferSelect;

export function createMailStore({ db, clock, secrets }: MailStoreDeps) {
  const now = () => new Date(clock.now());
  const context = (organization: number, id: string) => `mail:${organization}:${id}`;
  const one = (organization: number, id: string) => and(eq(mails.organization, organization), eq(mails.id, id));

  return {
    /** Past the transaction's own organization: the server writes mail in transactions of organizations too. */
    async insert(tx: Tx, organization: number, { mail, state }: { mail: OutgoingMail; state: "waiting" | "kept" }) {
      const { to, subject, preview, blocks, purpose, secret = false } = cleanMail(mail);
      const id = newId("mail", clock.now());
      const plain = JSON.stringify({ preview, blocks });
      const stored = secret ? secrets.seal(plain, context(organization, id)) : plain;
      const values = [organization, id, state, purpose, to.address, to.name ?? null, subject, secret, stored, now()];
      await tx.batch([{ text: INSERT, values }], SYSTEM);
      return id;
    },

    /** Newest first. */
    async list(organizations: readonly number[], { limit, cursor, state }: MailQuery): Promise<MailPage> {
      const rows = await db
        .query(SYSTEM)
        .select()
        .from(mails)
        .where(
          and(
            inArray(mails.organization, [...organizations]),
            cursor === undefined ? undefined : lt(mails.id, cursor),
            state === undefined ? undefined : eq(mails.state, state),
          ),
        )
        .orderBy(desc(mails.id))
        .limit(limit + 1);
      const data = rows.slice(0, limit).map(entryOf);
      return { data, next: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
    },

    async find(organizations: readonly number[], id: string): Promise<Row> {
      const [row] = await db
        .query(SYSTEM)
        .select()
        .from(mails)
        .where(and(inArray(mails.organization, [...organizations]), eq(mails.id, id)));
      if (!row) throw new Fault("not_found", "There is no mail with this id.");
      return row;
    },

    contentOf(row: Row): MailContent {
      const plain = row.secret ? secrets.open(row.content, context(row.organization, row.id)) : row.content;
      return content.parse(JSON.parse(plain));
    },

    /** The mail, ours alone for the length of a try; `busy` while somebody else has it, `gone` when it need not be sent. */
    async claim(organization: number, id: string): Promise<Row | "busy" | "gone"> {
      const free = sql`(${mails.leaseUntil} is null or ${mails.leaseUntil} <= ${now()})`;
      const q = db.query(SYSTEM);
      const [claimed] = await q
        .update(mails)
        .set({ leaseUntil: new Date(clock.now() + LEASE_MS), attempts: sql`${mails.attempts} + 1` })
        .where(and(one(organization, id), eq(mails.state, "waiting"), free))
        .returning();
      if (claimed) return claimed;
      const [row] = await q.select({ state: mails.state }).from(mails).where(one(organization, id));
      return row?.state === "waiting" ? "busy" : "gone";
    },

    /** How a try ended; `waiting` for another one. Nothing changes when the mail was begun anew meanwhile. */
    async settle(row: Row, { state, error = null }: { state: MailEntry["state"]; error?: string | null }) {
      await db
        .query(SYSTEM)
        .update(mails)
        .set({ state, error, leaseUntil: null, sentAt: state === "sent" ? now() : row.sentAt })
        .where(and(one(row.organization, row.id), eq(mails.round, row.round)));
    },

    /** From the beginning, as another mail. @throws Fault conflict while it is on its way. */
    async renew(tx: Tx, row: Row): Promise<MailEntry> {
      const text = `update mails set state = 'waiting', round = round + 1, attempts = 0, error = null, lease_until = null,
        waiting_since = $3 where organization = $1 and id = $2 and round = $4 and state <> 'waiting' returning 1`;
      const [rows = []] = await tx.batch([{ text, values: [row.organization, row.id, now(), row.round] }], SYSTEM);
      if (rows.length === 0) throw new Fault("conflict", "This mail is on its way already.");
      return { ...entryOf(row), state: "waiting", attempts: 0, error: null };
    },

    async waiting(): Promise<{ organization: number; id: string }[]> {
      const columns = { organization: mails.organization, id: mails.id };
      return db
        .query(SYSTEM)
        .select(columns)
        .from(mails)
        .where(eq(mails.state, "waiting"))
        .orderBy(mails.waitingSince)
        .limit(1_000);
    },

    async forget(before: Date): Promise<void> {
      await db.query(SYSTEM).delete(mails).where(lt(mails.createdAt, before));
    },
  };
}

export function entryOf(row: Row): MailEntry {
  const { id, state, purpose, subject, secret, attempts, error, createdAt, sentAt } = row;
  const to = { address: row.toAddress, name: row.toName };
  return {
    id,
    state,
    purpose,
    to,
    subject,
    secret,
    ofServer: row.organization === SERVER,
    attempts,
    error,
    createdAt,
    sentAt,
  };
}
