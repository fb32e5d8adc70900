import { bigint, customType, index, jsonb, pgTable, primaryKey, text, timestamp, integer, sql } from "./db/drizzle.ts";
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
