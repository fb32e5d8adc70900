/** What everything that members change about their organization is done with. */
import type { Clock, Database, Live, LiveNews, Mail, Scope } from "../platform/index.ts";
import type { Audit } from "./audit/types.ts";

export interface Desk {
  db: Database;
  clock: Clock;
  live: Live;
  mail: Mail;
  audit: Audit;
}

/** After a commit that was written to the audit log. */
export function announce(live: Live, scope: Pick<Scope, "organization">, ...news: LiveNews[]): void {
  for (const one of news) live.changed(scope, one);
  live.changed(scope, { resource: "audit-entries" });
}
