import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../../clock.ts";
import type { Database, Statement } from "../../db/types.ts";
import { SYSTEM } from "../../scope.ts";
import type { Secrets } from "../../secrets.ts";

/** Who may see the answer again: two callers may use the same key. */
export interface Asker {
  /** 0 on routes of no organization. */
  organization: number;
  /** Such as `key_...` or `usr_...`. */
  actor: string;
}

export interface Question extends Asker {
  key: string;
  /** Of the request, by which it is told from another one under the same key. */
  fingerprint: string;
}

export interface StoredAnswer {
  status: number;
  headers: Record<string, string>;
  /** Null: it was too large to be kept. */
  body: Buffer | null;
}

/** What to do with a request: `run` it, give it the `answer` of the first time, or refuse it. */
export type Begun =
  | { state: "run"; runner: string }
  | { state: "answered"; answer: StoredAnswer }
  | { state: "running" }
  | { state: "different" };

export interface AnswerStoreDeps {
  db: Database;
  clock: Clock;
  secrets: Secrets;
}

export type AnswerStore = ReturnType<typeof createAnswerStore>;

export const KEEP_MS = 24 * 3_600_000;
/** A process that does not renew its lease for so long is dead. */
export const LEASE_MS = 60_000;

const PLACE = "organization = $1 and actor = $2 and key = $3";

// One that is too old, or whose process died, is as if it had never been.
const BEGIN = `
insert into idempotent_requests as known (organization, actor, key, fingerprint, lease_until, runner, created_at)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (organization, actor, key) do update
  set fingerprint = excluded.fingerprint, lease_until = excluded.lease_until, runner = excluded.runner,
      created_at = excluded.created_at, status = null, headers = null, body = null
  where known.created_at <= $8
    or (known.status is null and known.lease_until <= $7 and known.fingerprint = excluded.fingerprint)
returning 1`;
const READ = `select fingerprint, runner, status, headers, body from idempotent_requests where ${PLACE}`;
const RENEW = `update idempotent_requests set lease_until = $5 where ${PLACE} and runner = $4`;
const FINISH = `
update idempotent_requests set status = $5, headers = $6, body = $7, lease_until = null
where ${PLACE} and runner = $4`;
const RELEASE = `delete from idempotent_requests where ${PLACE} and runner = $4`;

const readRow = z.object({
  fingerprint: z.string(),
  runner: z.string(),
  status: z.coerce.number().nullable(),
  headers: z.record(z.string(), z.string()).nullable(),
  body: z.string().nullable(),
});

export function createAnswerStore({ db, clock, secrets }: AnswerStoreDeps) {
  const run = (statements: readonly Statement[]) => db.batch(SYSTEM, statements);
  const place = ({ organization, actor, key }: Question) => [organization, actor, key];
  const context = ({ organization, actor, key }: Question) => `idempotency:${organization}:${actor}:${key}`;

  return {
    async begin(question: Question): Promise<Begun> {
      const now = clock.now();
      const runner = randomUUID();
      const values = [question.fingerprint, new Date(now + LEASE_MS), runner, new Date(now), new Date(now - KEEP_MS)];
      const [, rows = []] = await run([
        { text: BEGIN, values: [...place(question), ...values] },
        { text: READ, values: place(question) },
      ]);
      const row = readRow.parse(rows[0]);
      if (row.runner === runner) return { state: "run", runner };
      if (row.fingerprint !== question.fingerprint) return { state: "different" };
      if (row.status === null) return { state: "running" };
      const body = row.body === null ? null : Buffer.from(secrets.open(row.body, context(question)), "base64");
      return { state: "answered", answer: { status: row.status, headers: row.headers ?? {}, body } };
    },

    async renew(question: Question, runner: string): Promise<void> {
      await run([{ text: RENEW, values: [...place(question), runner, new Date(clock.now() + LEASE_MS)] }]);
    },

    async finish(question: Question, runner: string, { status, headers, body }: StoredAnswer): Promise<void> {
      const sealed = body === null ? null : secrets.seal(body.toString("base64"), context(question));
      await run([{ text: FINISH, values: [...place(question), runner, status, JSON.stringify(headers), sealed] }]);
    },

    /** As if it had never been asked. */
    async release(question: Question, runner: string): Promise<void> {
      await run([{ text: RELEASE, values: [...place(question), runner] }]);
    },

    async sweep(): Promise<void> {
      const values = [new Date(clock.now() - KEEP_MS)];
      await run([{ text: "delete from idempotent_requests where created_at <= $1", values }]);
    },
  };
}
