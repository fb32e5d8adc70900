import type { ConnectionProblem, ConnectionVendor } from "@parley/contracts";
import {
  createdAt,
  integer,
  organizationColumn,
  organizationPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "../platform/index.ts";

export const connections = pgTable(
  "connections",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    vendor: text("vendor").$type<ConnectionVendor>().notNull(),
    name: text("name").notNull(),
    /** As a person typed it; null for the vendor's own address. */
    baseUrl: text("base_url"),
    /** Sealed for this very connection; null where none is needed. */
    sealedKey: text("sealed_key"),
    keyHint: text("key_hint"),
    state: text("state").$type<"working" | "failing" | "unchecked">().notNull().default("unchecked"),
    problem: text("problem").$type<ConnectionProblem>(),
    message: text("message"),
    checkedAt: timestamp("checked_at", { withTimezone: true }),
    /** Grows with every change that people make; not with what a check finds. */
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.organization, table.id] }), organizationPolicy("connections")],
);
