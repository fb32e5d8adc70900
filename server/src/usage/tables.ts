import { bigint, date, organizationColumn, organizationPolicy, pgTable, primaryKey, text } from "../platform/index.ts";

export const usageCounters = pgTable(
  "usage_counters",
  {
    organization: organizationColumn(),
    /** UTC. */
    day: date("day").notNull(),
    /** `visitor:vis_...`, `agent:agt_...` or `organization`. */
    subject: text("subject").notNull(),
    /** What is counted: `model-tokens`, `messages`. */
    kind: text("kind").notNull(),
    amount: bigint("amount", { mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.day, table.subject, table.kind] }),
    organizationPolicy("usage_counters"),
  ],
);
