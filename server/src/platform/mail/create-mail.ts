/** Mail: stored with the change that it tells of, then sent by a job as often as it takes, and kept to be seen. */
import { Fault } from "@parley/contracts";
import type { Clock } from "../clock.ts";
import type { Database, Tx } from "../db/types.ts";
import type { Jobs } from "../jobs/types.ts";
import type { Log } from "../log.ts";
import type { Live } from "../realtime/live.ts";
import { SYSTEM, type Scope, type System } from "../scope.ts";
import type { Secrets } from "../secrets.ts";
import { createMailStore, entryOf, type MailStore, SERVER } from "./mail-store.ts";
import { openSmtp, type Smtp, type SmtpOptions, SmtpRefusal } from "./open-smtp.ts";
import { renderMail } from "./render-mail.ts";
import type { Mail, MailQuery, MailReader } from "./types.ts";

export interface MailDeps {
  db: Database;
  clock: Clock;
  log: Log;
  secrets: Secrets;
  jobs: Jobs;
  live: Live;
  /** Null: nothing is sent. */
  smtp: SmtpOptions | null;
}

interface Envelope {
  organization: number;
  id: string;
}

const QUEUE = "mail.send";
const AT_ONCE = 3;
const TRY_WITHIN_S = 80;
/** With the pauses of jobs, which grow to five minutes, more than `GIVE_UP_AFTER_MS`. */
const RETRIES = 1_000;
const GIVE_UP_AFTER_MS = 3 * 86_400_000;
const KEEP_MS = 90 * 86_400_000;
const SWEEP_EVERY_MS = 3_600_000;

export function createMail(deps: MailDeps): Mail {
  const { db, clock, log, jobs, live } = deps;
  const store = createMailStore(deps);
  const smtp = deps.smtp === null ? null : openSmtp(deps.smtp);
  const written = new Set<number>();
  const sweeping = { end: () => {} };

  const send = (envelope: Envelope, tx?: Tx) =>
    jobs.send<Envelope>(QUEUE, envelope, { singletonKey: envelope.id, ...(tx && { tx }) });

  jobs.define<Envelope>(
    QUEUE,
    { concurrency: AT_ONCE, retryLimit: RETRIES, expireInS: TRY_WITHIN_S },
    async (envelope) => {
      try {
        await deliver({ store, smtp, clock }, envelope);
      } finally {
        live.changed({ organization: envelope.organization }, { resource: "mails", id: envelope.id });
      }
    },
  );

  /** What waits and lost its job, and what has been here long enough. */
  async function sweep(): Promise<void> {
    for (const envelope of await store.waiting()) await send(envelope);
    await store.forget(new Date(clock.now() - KEEP_MS));
  }
  const sweepSafely = () => void sweep().catch((err: unknown) => log.warn({ err }, "The mail could not be swept"));

  return {
    canSend: smtp !== null,
    async enqueue(tx, owner, mail) {
      const organization = organizationOf(owner);
      const id = await store.insert(tx, organization, { mail, state: smtp === null ? "kept" : "waiting" });
      if (smtp !== null) await send({ organization, id }, tx);
      written.add(organization);
      return id;
    },
    wake() {
      for (const organization of written) live.changed({ organization }, { resource: "mails" });
      written.clear();
    },
    list: (reader, query: MailQuery) => store.list(seenBy(reader), query),
    async get(reader, id) {
      const row = await store.find(seenBy(reader), id);
      if (row.secret && !reader.holdsServer) return { ...entryOf(row), preview: null, text: null, html: null };
      const { preview, blocks } = store.contentOf(row);
      return { ...entryOf(row), preview, ...renderMail({ subject: row.subject, preview, blocks }) };
    },
    async resend(reader, id, alongside) {
      const row = await store.find(seenBy(reader), id);
      if (smtp === null)
        throw new Fault(
          "conflict",
          "No mail server is configured. Set SMTP_URL and PARLEY_MAIL_FROM, then start Parley again.",
        );
      const entry = await db.transaction(reader.scope, async (tx) => {
        const renewed = await store.renew(tx, row);
        await send({ organization: row.organization, id }, tx);
        await alongside(tx, renewed);
        return renewed;
      });
      live.changed({ organization: row.organization }, { resource: "mails", id });
      return entry;
    },
    start() {
      sweepSafely();
      sweeping.end = clock.every(SWEEP_EVERY_MS, sweepSafely);
    },
    stop: () => sweeping.end(),
  };
}

interface Delivery {
  store: MailStore;
  smtp: Smtp | null;
  clock: Clock;
}

/** One try. Rejects when there should be another. */
async function deliver({ store, smtp, clock }: Delivery, { organization, id }: Envelope): Promise<void> {
  const row = await store.claim(organization, id);
  if (row === "gone") return;
  if (row === "busy") throw new Fault("conflict", "Another process is sending this mail.");
  if (smtp === null) return store.settle(row, { state: "kept" });
  try {
    const { preview, blocks } = store.contentOf(row);
    const { subject, toAddress: address, toName: name } = row;
    await smtp.send({
      messageId: `${id}.${row.round}`,
      to: { address, name },
      subject,
      ...renderMail({ subject, preview, blocks }),
    });
  } catch (error) {
    const refusal = error instanceof SmtpRefusal ? error : undefined;
    const tooLate = clock.now() - row.waitingSince.getTime() >= GIVE_UP_AFTER_MS;
    // What cannot be opened under this secret never will be.
    const state = refusal === undefined || refusal.lasting || tooLate ? "failed" : "waiting";
    await store.settle(row, { state, error: refusal?.message ?? "This mail cannot be read any more." });
    if (state === "waiting") throw new Fault("vendor_failed", "The mail server did not take a mail.", { cause: error });
    return;
  }
  await store.settle(row, { state: "sent" });
}

const organizationOf = (owner: Scope | System) => (owner === SYSTEM ? SERVER : owner.organization);

const seenBy = ({ scope, holdsServer }: MailReader) =>
  holdsServer ? [scope.organization, SERVER] : [scope.organization];
