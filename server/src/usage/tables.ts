import { bigint, date, organizationColumn, organizationPolicy, pgTable, primaryKey, text } from "../platform/index.ts";

export const usageCounters = pgTable(
  "usage_counters",
  {
    organization: organizationColumn(),
    /** UTC. */
    day: date("day").notNull(),
    /** `visitor:vis_...`, `address:<digest>` or `agent:agt_...`. */
    subject: text("subject").notNull(),
    /** What is counted: `model-tokens`. */
    kind: text("kind").notNull(),
    amount: bigint("amount", { mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.day, table.subject, table.kind] }),
    organizationPolicy("usage_counters"),
  ],
);
