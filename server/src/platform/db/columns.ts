/** Building stones of the tables: every table of ours begins with the organization and guards its rows by it. */
import { sql, integer, pgPolicy, pgRole, timestamp } from "./drizzle.ts";

/** The role under which everything runs that belongs to an organization. It cannot pass row-level security by. */
export const appRole = pgRole("parley_app").existing();

export const organizationColumn = () => integer("organization").notNull();

export const createdAt = () => timestamp("created_at", { withTimezone: true }).notNull().defaultNow();

/** `(select ...)` makes it one look-up a statement instead of one a row. */
const ownOrganization = sql`organization = (select current_setting('parley.organization')::int)`;

export const organizationPolicy = (table: string) =>
  pgPolicy(`${table}_organization`, {
    as: "permissive",
    for: "all",
    to: appRole,
    using: ownOrganization,
    withCheck: ownOrganization,
  });
