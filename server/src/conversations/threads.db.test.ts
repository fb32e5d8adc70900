/** What members and programs do with conversations, through the API. */
import { type Conversation, newId, type ThreadMessage } from "@parley/contracts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../house.testing.ts";
import { analyse } from "../knowledge/index.ts";
import { type Scope, sql } from "../platform/index.ts";
import { joinAs, type TestPerson } from "../tenants/people.testing.ts";
import { describeDatabase, makeOrganization, until } from "../testing/index.ts";
import { digestConversations, digestOld } from "./digest-conversations.ts";
import { listConversations } from "./list-conversations.ts";

let world: TestHouse;
let scope: Scope;
let admin: TestPerson;
let agentId: string;

beforeAll(async () => {
  world = await openTestHouse({ env: { PARLEY_SIGNUP: "open", PARLEY_MODELS: "script" } });
  scope = await makeOrganization(world.house.db);
  admin = await joinAs(world, scope, "admin");
  const made = await admin.browser.post("/v1/agents", { name: "Shop" });
  agentId = made.json().id;
  await world.house.knowledge.documents.put(scope, agentId, [
    {
      externalId: "hours",
      title: "Opening hours",
      text: "# Opening hours\n\nThe shop opens at nine in the morning from Monday to Friday, and at ten on Saturday.",
    },
  ]);
});
afterAll(() => world.close());

async function ask(question: string, conversationId?: string) {
  const answer = await admin.browser.post(`/v1/agents/${agentId}/ask`, {
    question,
    ...(conversationId === undefined ? {} : { conversationId }),
  });
  expect(answer.statusCode).toBe(200);
  const body: { conversationId: string; messageId: string; answered: boolean } = answer.json();
  return body;
}

async function list(query: string): Promise<Conversation[]> {
  const answer = await admin.browser.get(`/v1/conversations?${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json().data;
}

async function thread(id: string): Promise<ThreadMessage[]> {
  return (await admin.browser.get(`/v1/conversations/${id}/messages`)).json().data;
}

const digested = (id: string) =>
  until(async () => {
    const [row] = await world.house.db.query(scope).execute<{ done: boolean }>(sql`
      select d.seq = c.last_seq as done from conversations c
      join conversation_digests d on d.organization = c.organization and d.conversation_id = c.id where c.id = ${id}`);
    return row?.done === true;
  });

describeDatabase("conversations of an organization", () => {
  test("say how they went: title, outcome, language, rating; and how each answer was made", async () => {
    const { conversationId, messageId } = await ask("When does the shop   open on\nSaturday?");
    await ask("Can I rent a submarine for the weekend?", conversationId);
    await digested(conversationId);
    await admin.browser.put(`/v1/conversations/${conversationId}/messages/${messageId}/rating`, { rating: "down" });
    const detail = (await admin.browser.get(`/v1/conversations/${conversationId}`)).json();
    expect(detail).toMatchObject({
      title: "When does the shop open on Saturday?",
      agentName: "Shop",
      channel: "api",
      language: "en",
      answered: 1,
      unanswered: 1,
      personAsked: false,
      corrected: 0,
      rating: "down",
      answering: false,
      visits: null,
      lastSeq: 4,
    });
    const [question, answer] = await thread(conversationId);
    expect(question).toMatchObject({ model: null, tookMs: null, reason: null, correction: null });
    expect(answer).toMatchObject({ reason: "answered", rating: "down" });
    expect(answer?.tookMs).toBeGreaterThanOrEqual(0);
    expect(answer?.firstMs).toBeGreaterThanOrEqual(0);
    expect(answer?.model).toMatch(/script/);
    expect(answer?.inputTokens).toBeGreaterThan(0);
    const sum = (await thread(conversationId)).reduce((all, { inputTokens }) => all + (inputTokens ?? 0), 0);
    expect(detail.inputTokens).toBe(sum);
  });

  test("are corrected with a verified answer, once or again, and answer so from the next message on", async () => {
    const { conversationId } = await ask("Do you repair tandem bicycles?");
    const faulty = (await thread(conversationId)).at(-1);
    const correct = (answer: string) =>
      admin.browser.post(`/v1/conversations/${conversationId}/messages/${faulty?.id}/correction`, { answer });
    const first = await correct("Yes, every Tuesday.");
    expect(first.statusCode, first.body).toBe(200);
    const { correction } = first.json();
    expect(correction).toMatchObject({
      question: "Do you repair tandem bicycles?",
      answer: "Yes, every Tuesday.",
      by: admin.userId,
    });
    const again = await ask("Do you repair tandem bicycles?");
    expect((await thread(again.conversationId)).at(-1)?.text).toContain("Yes, every Tuesday.");
    const second = (await correct("Yes, every Wednesday.")).json();
    expect(second.correction).toMatchObject({ answerId: correction.answerId, answer: "Yes, every Wednesday." });
    const answers = (await admin.browser.get(`/v1/agents/${agentId}/verified-answers`)).json().data;
    expect(answers).toHaveLength(1);
    expect((await list("corrected=true")).map(({ id, corrected }) => [id, corrected])).toEqual([[conversationId, 1]]);
    const entries = (await admin.browser.get("/v1/audit-entries")).json().data;
    const actions = entries.map(({ action }: { action: string }) => action);
    expect(actions.filter((action: string) => action === "conversation.corrected")).toHaveLength(2);
    // A visitor's words are in no audit entry.
    expect(JSON.stringify(entries)).not.toContain("tandem");
    // When the verified answer is gone, correcting again makes another one.
    await admin.browser.delete(`/v1/agents/${agentId}/verified-answers/${correction.answerId}`);
    const third = (await correct("Not any more.")).json();
    expect(third.correction.answerId).not.toBe(correction.answerId);
  });

  test("two corrections at once leave one verified answer and count once", async () => {
    const { conversationId } = await ask("Is there parking for camels?");
    const faulty = (await thread(conversationId)).at(-1);
    const url = `/v1/conversations/${conversationId}/messages/${faulty?.id}/correction`;
    await Promise.all(["Yes", "No", "Maybe"].map((answer) => admin.browser.post(url, { answer })));
    const [message] = (await thread(conversationId)).slice(-1);
    expect((await admin.browser.get(`/v1/conversations/${conversationId}`)).json().corrected).toBe(1);
    const answers: { question: string; answer: string }[] = (
      await admin.browser.get(`/v1/agents/${agentId}/verified-answers?q=camels`)
    ).json().data;
    expect(answers.map(({ answer }) => answer)).toEqual([message?.correction?.answer]);
  });

  test("correct nothing that is a visitor's, somebody else's, or not there", async () => {
    const { conversationId } = await ask("Hello?");
    const [question, answer] = await thread(conversationId);
    const correct = (person: TestPerson, messageId: string | undefined) =>
      person.browser.post(`/v1/conversations/${conversationId}/messages/${messageId}/correction`, { answer: "Yes" });
    expect((await correct(admin, question?.id)).statusCode).toBe(404);
    expect((await correct(admin, newId("message"))).statusCode).toBe(404);
    const stranger = await joinAs(world, await makeOrganization(world.house.db), "admin");
    expect((await correct(stranger, answer?.id)).statusCode).toBe(404);
    expect((await correct(await joinAs(world, scope, "analyst"), answer?.id)).statusCode).toBe(403);
  });

  test("are read from either end, page by page, and taken along as JSON or text", async () => {
    const { conversationId } = await ask("When do you open?");
    for (const question of ["And on Saturday?", "On Monday?", "Thanks"]) await ask(question, conversationId);
    const page = async (order: string, cursor = "") =>
      (await admin.browser.get(`/v1/conversations/${conversationId}/messages?limit=3&order=${order}${cursor}`)).json();
    for (const order of ["asc", "desc"]) {
      const seqs: number[] = [];
      for (let cursor = ""; ;) {
        const { data, next } = await page(order, cursor);
        seqs.push(...data.map(({ seq }: ThreadMessage) => seq));
        if (next === null) break;
        cursor = `&cursor=${next}`;
      }
      expect(seqs).toEqual(order === "asc" ? [1, 2, 3, 4, 5, 6, 7, 8] : [8, 7, 6, 5, 4, 3, 2, 1]);
    }
    const text = await admin.browser.get(`/v1/conversations/${conversationId}/export?format=text`);
    expect(text.headers["content-disposition"]).toBe(`attachment; filename="${conversationId}.txt"`);
    expect(text.body).toContain("And on Saturday?");
    expect(text.body).toContain("[1] Opening hours");
    const json = (await admin.browser.get(`/v1/conversations/${conversationId}/export`)).json();
    expect(json.messages).toHaveLength(8);
  });

  test("go with all that was said in them, one or many, and are found no more", async () => {
    const ids: string[] = [];
    for (const word of ["zebrafinch", "zebrafinch", "zebrafinch"])
      ids.push((await ask(`Tell me of the ${word}`)).conversationId);
    await Promise.all(ids.map(digested));
    expect(await list("q=zebrafinch")).toHaveLength(3);
    expect((await admin.browser.delete(`/v1/conversations/${ids[0]}`)).statusCode).toBe(204);
    expect((await admin.browser.delete(`/v1/conversations/${ids[0]}`)).statusCode).toBe(404);
    const many = await admin.browser.post("/v1/conversations/delete", { ids: [...ids, newId("conversation")] });
    expect(many.json()).toEqual({ deleted: 2 });
    expect(await list("q=zebrafinch")).toEqual([]);
    const [left] = await world.house.db.query(scope).execute<{ words: number; messages: number }>(sql`select
      (select count(*)::int from conversation_words where term like 'zebrafinch%') as words,
      (select count(*)::int from messages where text like '%zebrafinch%') as messages`);
    expect(left).toEqual({ words: 0, messages: 0 });
  });

  test("what nobody wrote down while the process was dead is written down at the next start, and once", async () => {
    const [one, other] = [newId("conversation"), newId("conversation")];
    for (const id of [one, other]) await say(id, ["a quetzalcoatl sighting"]);
    await digestConversations(world.house.db, scope, [one]);
    await digestOld(world.house.db, new AbortController().signal);
    await digestConversations(world.house.db, scope, [one, other, one]);
    expect((await list("q=quetzalcoatl")).map(({ id }) => id).toSorted()).toEqual([one, other].toSorted());
    const [counted] = await world.house.db
      .query(scope)
      .execute<{ conversations: number }>(
        sql`select sum(conversations)::int as conversations from conversation_hours where agent_id = 'agt_00000000000000000000000000'`,
      );
    expect(counted?.conversations).toBe(2);
    await say(one, ["and an axolotl"], 2);
    await digestConversations(world.house.db, scope, [one]);
    expect((await list("q=axolotl+quetzalcoatl")).map(({ id }) => id)).toEqual([one]);
  });
});

/** Straight into the tables, as the past left them. */
async function say(id: string, texts: readonly string[], seq = 1, of: Scope = scope): Promise<void> {
  await world.house.db.query(of).execute(sql`
    with c as (insert into conversations (organization, id, agent_id, channel, last_seq) values
      (${of.organization}, ${id}, 'agt_00000000000000000000000000', 'web', ${seq + texts.length - 1}) on conflict (organization, id)
      do update set last_seq = excluded.last_seq)
    insert into messages (organization, conversation_id, seq, id, role, text, parts, suggestions)
    select ${of.organization}::int, ${id}::text, ${seq}::int + place - 1, 'msg_' || ${id}::text || (${seq}::int + place), 'visitor', said,
      '[]'::jsonb, '[]'::jsonb from jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb) with ordinality as t(said, place)`);
}

describeDatabase("search in conversations", () => {
  const word = fc.constantFrom(
    ..."refund refunds order orders running bicycle bikes the is of 1234 AB-12 größe naïve 日本語 مرحبا don't info@shop.example café".split(
      " ",
    ),
  );
  const said = fc.array(word, { minLength: 1, maxLength: 5 });

  test("finds a conversation if and only if it holds every word, and something that begins as the last one", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(said, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(said, fc.nat(6)), { minLength: 1, maxLength: 6 }),
        async (texts, queries) => {
          const here = await makeOrganization(world.house.db);
          const all = texts.map((lines) => ({
            id: newId("conversation"),
            lines: lines.map((words) => words.join(" ")),
          }));
          for (const { id, lines } of all) await say(id, lines, 1, here);
          await digestConversations(
            world.house.db,
            here,
            all.map(({ id }) => id),
          );
          const stored = await world.house.conversations.list(here, { limit: 200 });
          for (const [words, kept] of queries) {
            const last = [...(words.at(-1) ?? "")].slice(0, kept + 1).join("");
            const q = [...words.slice(0, -1), last].join(" ").trim();
            if (q === "") continue;
            const found = await world.house.conversations.list(here, { q, limit: 200 });
            const laid = await listConversations(world.house.db, here, { q, limit: 200, bounds: SMALL });
            expect(laid.data.map(({ id }) => id)).toEqual(found.data.map(({ id }) => id));
            const expected = stored.data.filter(({ id, language }) => {
              const lines = all.find((one) => one.id === id)?.lines ?? [];
              return holds(lines, q, language ?? "en");
            });
            expect(
              found.data.map(({ id }) => id),
              `${q} in ${JSON.stringify(all)}`,
            ).toEqual(expected.map(({ id }) => id));
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  test("loses and doubles nothing, whatever is filtered and however it is paged", async () => {
    const here = await makeOrganization(world.house.db);
    const q = world.house.db.query(here);
    const ids = Array.from({ length: 70 }, (_, at) => newId("conversation", 1_700_000_000_000 + at * 60_000));
    await Promise.all(
      ids.map((id, at) => say(id, [`parcel ${at % 3 === 0 ? "lost" : "late"} number${at % 7}`], 1, here)),
    );
    await Promise.all(
      ids.map((id, at) =>
        q.execute(sql`update conversations set answered = ${at % 2}, unanswered = ${at % 5 === 0 ? 1 : 0},
          person_asked = ${at % 11 === 0}, corrected = ${at % 6 === 0 ? 1 : 0}, agent_id = ${`agt_${at % 4}`.padEnd(30, "0")},
          channel = ${at % 3 === 0 ? "api" : "web"}, rating = ${at % 4 === 0 ? "down" : at % 4 === 1 ? "up" : null}
          where id = ${id}`),
      ),
    );
    await digestConversations(world.house.db, here, ids);
    const all = (await world.house.conversations.list(here, { limit: 200 })).data;
    expect(all.map(({ id }) => id)).toEqual(ids.toReversed());
    const at = (index: number) => new Date(1_700_000_000_000 + index * 60_000).toISOString();
    const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          limit: fc.integer({ min: 1, max: 50 }),
          agentId: optional(fc.constantFrom("0", "1", "2", "3").map((digit) => `agt_${digit}`.padEnd(30, "0"))),
          channel: optional(fc.constantFrom("web" as const, "api" as const)),
          outcome: optional(fc.constantFrom("answered" as const, "unanswered" as const, "person-asked" as const)),
          rating: optional(fc.constantFrom("up" as const, "down" as const)),
          corrected: optional(fc.boolean()),
          from: optional(fc.integer({ min: 0, max: 69 })),
          to: optional(fc.integer({ min: 0, max: 69 })),
          q: optional(fc.constantFrom("parcel", "lost", "late parc", "number3", "num", "lost number0 par")),
        }),
        async ({ from, to, ...rest }) => {
          const query = {
            ...rest,
            ...(from === undefined ? {} : { from: at(from) }),
            ...(to === undefined ? {} : { to: at(to) }),
          };
          const paged: string[] = [];
          for (let cursor: string | null | undefined; cursor !== null;) {
            const page = await world.house.conversations.list(here, { ...query, cursor });
            const laid = await listConversations(world.house.db, here, {
              ...query,
              cursor: cursor ?? undefined,
              bounds: SMALL,
            });
            expect(laid.data.map(({ id }) => id)).toEqual(page.data.map(({ id }) => id));
            expect(page.data.length).toBeLessThanOrEqual(query.limit);
            paged.push(...page.data.map(({ id }) => id));
            cursor = page.next;
          }
          const fits = (one: Conversation, index: number) =>
            (query.agentId === undefined || one.agentId === query.agentId) &&
            (query.channel === undefined || one.channel === query.channel) &&
            (query.rating === undefined || one.rating === query.rating) &&
            (query.corrected === undefined || one.corrected > 0 === query.corrected) &&
            (query.outcome !== "answered" || (one.answered > 0 && one.unanswered === 0)) &&
            (query.outcome !== "unanswered" || one.unanswered > 0) &&
            (query.outcome !== "person-asked" || one.personAsked) &&
            (from === undefined || index >= from) &&
            (to === undefined || index < to) &&
            (query.q === undefined || holds([one.title], query.q, "en") || holdsSeed(index, query.q));
          const expected = all.filter((one) => fits(one, ids.indexOf(one.id))).map(({ id }) => id);
          expect(paged).toEqual(expected);
        },
      ),
      { numRuns: 30 },
    );
  });
});

/** Every word counts as one that many hold. */
const SMALL = { counted: 1, lookedUp: 2 };

const holdsSeed = (at: number, q: string) =>
  holds([`parcel ${at % 3 === 0 ? "lost" : "late"} number${at % 7}`], q, "en");

/** Said again in other words than the code's: every word by its analysis, the last one as a beginning. */
function holds(lines: readonly string[], q: string, language: string): boolean {
  const said = new Set(lines.flatMap((line) => analyse(line, language)));
  const words = q.trim().split(/\s+/);
  const last = words.pop() ?? "";
  const before = analyse(words.join(" "), language);
  if (!before.every((term) => said.has(term))) return false;
  const typed = analyse(last, language);
  const end = typed.at(-1);
  const begins = (beginning: string) => [...said].some((term) => term.startsWith(beginning));
  if (end === undefined) {
    if (before.length > 0) return true;
    const beginning = /[\p{L}\p{M}\p{N}]+$/u.exec(last)?.[0].toLowerCase();
    return beginning !== undefined && begins(beginning);
  }
  const joined = typed.length > 1 && end.startsWith(typed[0] ?? "");
  return begins(end) && (joined || typed.slice(0, -1).every((term) => said.has(term)));
}
