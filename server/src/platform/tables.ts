import {
  bigint,
  boolean,
  customType,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  integer,
  sql,
} from "./db/drizzle.ts";
import { createdAt, organizationColumn, organizationPolicy } from "./db/columns.ts";

/** PostgreSQL's 64-bit transaction id, as a decimal string. */
const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

export const events = pgTable(
  "events",
  {
    organization: organizationColumn(),
    number: bigint("number", { mode: "number" }).generatedAlwaysAsIdentity(),
    /** The storing transaction: ids commit out of order, so a consumer's place is (transaction, number). */
    transaction: xid8("transaction")
      .notNull()
      .default(sql`pg_current_xact_id()`),
    type: text("type").notNull(),
    data: jsonb("data").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.number] }),
    index("events_order").on(table.transaction, table.number),
    organizationPolicy("events"),
  ],
);

/** System table: where each consumer stands. */
export const eventConsumers = pgTable("event_consumers", {
  name: text("name").primaryKey(),
  transaction: xid8("transaction").notNull(),
  number: bigint("number", { mode: "number" }).notNull(),
  attempts: integer("attempts").notNull().default(0),
  retryAt: timestamp("retry_at", { withTimezone: true }),
  /** The process that delivers just now. A lease and no lock: the embedded engine has one connection for everything. */
  leaseOwner: text("lease_owner"),
  leaseUntil: timestamp("lease_until", { withTimezone: true }),
});

/** Events that a consumer could not take, set aside so that the others go on. */
export const eventFailures = pgTable(
  "event_failures",
  {
    organization: organizationColumn(),
    consumer: text("consumer").notNull(),
    number: bigint("number", { mode: "number" }).notNull(),
    /** The fault's code, never what anybody said. */
    code: text("code").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.consumer, table.number] }),
    organizationPolicy("event_failures"),
  ],
);

/** Mail that was given up to be sent. Organization 0 is the server itself: sign-in, addresses, owner links. */
export const mails = pgTable(
  "mails",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    /** `kept`: no mail server is configured, or was when it was written. */
    state: text("state").$type<"waiting" | "sent" | "failed" | "kept">().notNull(),
    purpose: text("purpose").notNull(),
    toAddress: text("to_address").notNull(),
    toName: text("to_name"),
    subject: text("subject").notNull(),
    /** Then `content` is sealed. */
    secret: boolean("secret").notNull(),
    /** JSON: the preview and the blocks. */
    content: text("content").notNull(),
    /** Grows when somebody sends it again: another mail to the servers between, the same one here. */
    round: integer("round").notNull().default(0),
    /** Tries of this round. */
    attempts: integer("attempts").notNull().default(0),
    /** Of this round: what is tried too long is given up. */
    waitingSince: timestamp("waiting_since", { withTimezone: true }).notNull(),
    /** A process is sending it just now. */
    leaseUntil: timestamp("lease_until", { withTimezone: true }),
    /** Why the last try failed, as a sentence. */
    error: text("error"),
    createdAt: createdAt(),
    sentAt: timestamp("sent_at", { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    index("mails_state").on(table.organization, table.state, table.id),
    index("mails_waiting")
      .on(table.waitingSince)
      .where(sql`state = 'waiting'`),
    index("mails_created").on(table.createdAt),
    organizationPolicy("mails"),
  ],
);

/** Answers of requests that carried an Idempotency-Key: the same request again gets the same answer. Kept for a day. */
export const idempotentRequests = pgTable(
  "idempotent_requests",
  {
    /** 0: of a person, on routes of no organization. */
    organization: organizationColumn(),
    /** Who asked: a person, a key or a session; two people may use the same key. */
    actor: text("actor").notNull(),
    key: text("key").notNull(),
    /** Of method, route and body. */
    fingerprint: text("fingerprint").notNull(),
    /** Set while it runs; one whose process died becomes free when it has passed. */
    leaseUntil: timestamp("lease_until", { withTimezone: true }),
    /** Which of several tries runs. */
    runner: text("runner").notNull(),
    /** Null until it is answered. */
    status: integer("status"),
    headers: jsonb("headers").$type<Record<string, string>>(),
    /** Sealed: answers hold new keys and links. Null: the answer was too large to be kept. */
    body: text("body"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.actor, table.key] }),
    index("idempotent_requests_created").on(table.createdAt),
    organizationPolicy("idempotent_requests"),
  ],
);
