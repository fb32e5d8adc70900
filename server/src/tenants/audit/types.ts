/** Who changed what, from where, before and after. Append-only: the database itself refuses to change or delete a line. */
import type { Scope, Tx } from "../../platform/index.ts";

export interface AuditEntry {
  /** What happened, as `resource.verb` in the past tense: `agent.published`, `member.removed`. */
  action: string;
  target: { type: string; id: string; name?: string | null | undefined };
  /** Only the fields that changed, or what was made or removed. Never a secret, and nothing that visitors said. */
  before?: object | null | undefined;
  after?: object | null | undefined;
}

export interface Audit {
  /** Part of the transaction that makes the change. The actor and where from are the scope's. */
  record(tx: Tx, scope: Scope, entry: AuditEntry): Promise<void>;
}
