import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { describeDatabase, makeOrganization, openTestDatabase, type TestDatabase } from "../../testing/index.ts";
import { until } from "../../testing/until.ts";
import { createClock } from "../clock.ts";
import type { Tx } from "../db/types.ts";
import { createJobs } from "../jobs/create-jobs.ts";
import { createLog } from "../log.ts";
import type { LiveNews } from "../realtime/live.ts";
import { type Scope, SYSTEM } from "../scope.ts";
import { createSecrets } from "../secrets.ts";
import { createMail } from "./create-mail.ts";
import { serveSmtp, type TestSmtp } from "./serve-smtp.testing.ts";
import type { MailReader, OutgoingMail } from "./types.ts";

const LETTER: OutgoingMail = {
  to: { address: "ada@example.com", name: "Ada" },
  subject: "You are invited",
  preview: "Join the others",
  purpose: "invitation",
  blocks: [
    { type: "text", text: "Grace asks you to join." },
    { type: "button", label: "Join", url: "https://chat.example.com/invitations/abc" },
  ],
};
const nothing = async () => {};

describeDatabase("mail", () => {
  let test: TestDatabase;
  let scope: Scope;
  let smtp: TestSmtp;
  let open: (() => Promise<void>)[] = [];
  const written: string[] = [];
  const log = createLog({ level: "trace", pretty: false, destination: { write: (line) => void written.push(line) } });
  const clock = createClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    smtp = await serveSmtp();
  });
  afterAll(async () => {
    await smtp.close();
    await test.close();
  });
  beforeEach(async () => {
    scope = await makeOrganization(test.db);
    smtp.taken.length = 0;
    smtp.recipients.length = 0;
    smtp.refuse(null);
  });
  afterEach(async () => {
    await Promise.all(open.map((close) => close()));
    open = [];
  });

  /** A process: `url` null is one without a mail server. */
  async function start(url: string | null = smtp.url, over: { now?: () => number; work?: boolean } = {}) {
    const jobs = createJobs({ db: test.db, clock, log });
    const news: LiveNews[] = [];
    const mail = createMail({
      db: test.db,
      clock: { ...clock, ...(over.now && { now: over.now }) },
      log,
      secrets: createSecrets("a-secret-that-only-tests-know-of"),
      jobs,
      live: { changed: (_scope, change) => void news.push(change) },
      smtp: url === null ? null : { url, from: "Parley <parley@chat.example.com>" },
    });
    await jobs.start({ work: over.work ?? true });
    open.push(async () => {
      mail.stop();
      await jobs.stop(1_000);
    });
    const send = async (letter = LETTER, owner: Scope | typeof SYSTEM = scope) => {
      const id = await test.db.transaction(owner, (tx) => mail.enqueue(tx, owner, letter));
      mail.wake();
      return id;
    };
    return { mail, send, news };
  }
  const reader = (holdsServer = false): MailReader => ({ scope, holdsServer });

  it("arrives once, in text and HTML, and shows as sent", async () => {
    const { mail, send, news } = await start();
    const id = await send();
    await until(async () => (await mail.get(reader(), id)).state === "sent");
    expect(smtp.taken).toHaveLength(1);
    expect(smtp.recipients).toEqual(["ada@example.com"]);
    const [raw = ""] = smtp.taken;
    expect(raw).toContain("From: Parley <parley@chat.example.com>");
    expect(raw).toContain("To: Ada <ada@example.com>");
    expect(raw).toContain("Subject: You are invited");
    expect(raw).toContain(`Message-ID: <${id}.0@chat.example.com>`);
    expect(raw).toMatch(/multipart\/alternative[\s\S]*text\/plain[\s\S]*text\/html/);
    expect(await mail.get(reader(), id)).toMatchObject({ attempts: 1, error: null, sentAt: expect.any(Date) });
    expect(news).toContainEqual({ resource: "mails", id });
  });

  it("is there if and only if the transaction commits", async () => {
    const { mail } = await start();
    const failing = test.db.transaction(scope, async (tx: Tx) => {
      await mail.enqueue(tx, scope, LETTER);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect((await mail.list(reader(), { limit: 10 })).data).toEqual([]);
    expect(smtp.taken).toEqual([]);
  });

  it("stays in the outbox while no mail server is configured, and goes out when one is and somebody asks", async () => {
    const without = await start(null, { work: false });
    const id = await without.send();
    expect(without.mail.canSend).toBe(false);
    expect(await without.mail.get(reader(), id)).toMatchObject({
      state: "kept",
      html: expect.stringContaining("Grace asks"),
    });
    await expect(without.mail.resend(reader(), id, nothing)).rejects.toMatchObject({ code: "conflict" });
    const { mail } = await start();
    expect(await mail.resend(reader(), id, nothing)).toMatchObject({ state: "waiting" });
    await until(async () => (await mail.get(reader(), id)).state === "sent");
    expect(smtp.taken[0]).toContain(`Message-ID: <${id}.1@chat.example.com>`);
  });

  it("waits for a mail server that is down or busy, and is not lost", async () => {
    smtp.refuse({ code: 451, text: "try later" });
    const { mail, send } = await start();
    const id = await send();
    await until(async () => (await mail.get(reader(), id)).attempts >= 2);
    expect(await mail.get(reader(), id)).toMatchObject({
      state: "waiting",
      error: expect.stringMatching(/^The mail server answered: 451 .*try later/),
    });
    smtp.refuse(null);
    await until(async () => (await mail.get(reader(), id)).state === "sent");
    expect(smtp.taken).toHaveLength(1);
  });

  it("does not hold up other mail behind a server that nobody reaches, and says so", async () => {
    const { mail, send } = await start("smtp://127.0.0.1:1");
    const id = await send();
    await until(async () => (await mail.get(reader(), id)).error !== null);
    expect(await mail.get(reader(), id)).toMatchObject({
      state: "waiting",
      error: "The mail server cannot be reached.",
    });
  });

  it("fails at once where the server refuses the address, and can be sent again", async () => {
    smtp.refuse({ code: 550, text: "no such user" });
    const { mail, send } = await start();
    const id = await send();
    await until(async () => (await mail.get(reader(), id)).state === "failed");
    expect((await mail.get(reader(), id)).attempts).toBe(1);
    smtp.refuse(null);
    await mail.resend(reader(), id, nothing);
    await until(async () => (await mail.get(reader(), id)).state === "sent");
    expect((await mail.get(reader(), id)).error).toBeNull();
  });

  it("is given up after three days", async () => {
    smtp.refuse({ code: 451, text: "try later" });
    let late = 0;
    const { mail, send } = await start(smtp.url, { now: () => Date.now() + late });
    const id = await send();
    await until(async () => (await mail.get(reader(), id)).attempts >= 1);
    late = 3 * 86_400_000 + 1_000;
    await until(async () => (await mail.get(reader(), id)).state === "failed");
    expect(smtp.taken).toEqual([]);
  });

  it("is sent by one of two processes, and cannot be sent again while it is on its way", async () => {
    smtp.refuse({ code: 451, text: "try later" });
    const [one] = [await start(), await start()];
    const ids = [await one.send(), await one.send(), await one.send()];
    await until(async () => (await one.mail.get(reader(), ids[0] ?? "")).attempts >= 1);
    await expect(one.mail.resend(reader(), ids[0] ?? "", nothing)).rejects.toMatchObject({ code: "conflict" });
    smtp.refuse(null);
    await until(() => smtp.taken.length >= 3);
    await until(async () => (await one.mail.list(reader(), { limit: 10, state: "sent" })).data.length === 3);
    expect(smtp.taken).toHaveLength(3);
  });

  it("is taken up by another process when the one that wrote it never sends", async () => {
    const writer = await start(smtp.url, { work: false });
    const id = await writer.send();
    await test.db.batch(SYSTEM, [{ text: "delete from pgboss.job where name = 'mail.send'", values: [] }]);
    const worker = await start();
    worker.mail.start();
    await until(async () => (await worker.mail.get(reader(), id)).state === "sent");
    // What earlier tests left waiting is taken up too.
    expect(smtp.taken.filter((raw) => raw.includes(id))).toHaveLength(1);
  });

  it("is sealed when it opens an account, and shown to who holds the server alone", async () => {
    const { mail, send } = await start(null);
    const code = "481 516";
    const secret: OutgoingMail = { ...LETTER, subject: "Your code", secret: true, blocks: [{ type: "code", code }] };
    const id = await send(secret);
    const [[row] = []] = await test.db.batch(SYSTEM, [
      { text: "select content from mails where id = $1", values: [id] },
    ]);
    expect(row?.["content"]).toMatch(/^v1\./);
    expect(await mail.get(reader(), id)).toMatchObject({ subject: "Your code", text: null, html: null, preview: null });
    expect((await mail.get(reader(true), id)).text).toContain(code);
    expect(written.join("")).not.toContain(code);
  });

  it("belongs to its organization, and the server's own to who holds the server", async () => {
    const { mail, send } = await start(null);
    const own = await send();
    const ofServer = await send(LETTER, SYSTEM);
    const stranger: MailReader = { scope: await makeOrganization(test.db), holdsServer: false };
    await expect(mail.get(stranger, own)).rejects.toMatchObject({ code: "not_found" });
    await expect(mail.get(reader(), ofServer)).rejects.toMatchObject({ code: "not_found" });
    await expect(mail.resend(stranger, own, nothing)).rejects.toMatchObject({ code: "not_found" });
    expect((await mail.list(reader(), { limit: 10 })).data.map(({ id }) => id)).toEqual([own]);
    expect((await mail.get(reader(true), ofServer)).ofServer).toBe(true);
    expect((await mail.list(stranger, { limit: 10 })).data).toEqual([]);
  });

  it("is listed newest first, by pages and by state", async () => {
    const { mail, send } = await start(null);
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      ids.unshift(await send());
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const first = await mail.list(reader(), { limit: 2 });
    const second = await mail.list(reader(), { limit: 2, cursor: first.next ?? "" });
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(ids);
    expect(second.next).toBeNull();
    expect((await mail.list(reader(), { limit: 2, state: "sent" })).data).toEqual([]);
  });

  it("takes no address that would be two, and no header from a name or a subject", async () => {
    const { mail, send } = await start();
    for (const address of [
      "",
      "ada",
      "a@b.c, d@e.f",
      "a@b.c\r\nBcc: d@e.f",
      "Ada <a@b.c>",
      "a b@c.d",
      "a@b@c",
      '"x"@b.c',
    ])
      await expect(send({ ...LETTER, to: { address } })).rejects.toMatchObject({
        code: "invalid_request",
        field: "email",
      });
    const id = await send({
      ...LETTER,
      to: { address: "ada@example.com", name: 'Eve"\r\nBcc: eve@example.com\r\n<x@y.z>' },
      subject: "Hello\r\nBcc: eve@example.com\u2028\r\n\r\n<script>",
    });
    await until(async () => (await mail.get(reader(), id)).state === "sent");
    expect(smtp.recipients).toEqual(["ada@example.com"]);
    const [head = ""] = (smtp.taken[0] ?? "").split("\r\n\r\n");
    expect(head).not.toMatch(/^bcc:/im);
    expect((await mail.get(reader(), id)).html).not.toContain("<script>");
  });
});
