import { eq, sql } from "./drizzle.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeDatabase, makeOrganization, openTestDatabase, type TestDatabase, until } from "../../testing/index.ts";
import { SYSTEM, type Scope } from "../scope.ts";
import { eventFailures } from "../tables.ts";

const FAIL = { text: "select 1 / 0", values: [] };

describeDatabase("the database", () => {
  let test: TestDatabase;
  let scope: Scope;
  beforeAll(async () => {
    test = await openTestDatabase();
    scope = await makeOrganization(test.db);
  });
  afterAll(() => test.close());

  const insert = (id: string) => ({
    text: "insert into event_failures (organization, consumer, number, code) values ($1, $2, 1, 'internal')",
    values: [scope.organization, id],
  });
  const failureOf = (consumer: string) => ({ organization: scope.organization, consumer, number: 1, code: "internal" });
  const ids = async () =>
    (
      await test.db
        .query(scope)
        .select({ id: eventFailures.consumer })
        .from(eventFailures)
        .orderBy(eventFailures.consumer)
    ).map(({ id }) => id);

  it("stores all of a batch or nothing", async () => {
    await expect(test.db.batch(scope, [insert("a1"), FAIL, insert("a2")])).rejects.toMatchObject({ code: "22012" });
    await expect(test.db.batch(SYSTEM, [insert("a1"), FAIL])).rejects.toMatchObject({ code: "22012" });
    expect(await ids()).toEqual([]);
    await test.db.batch(scope, [insert("a1"), insert("a2")]);
    expect(await ids()).toEqual(["a1", "a2"]);
    await test.db.query(scope).delete(eventFailures);
  });

  it("sends what is asked in one tick as one transaction, and fails it as one", async () => {
    const query = test.db.query(scope);
    const transactionId = () => query.execute(sql`select pg_current_xact_id()::text as id`);
    const [[first], [second]] = await Promise.all([transactionId(), transactionId()]);
    expect(first).toEqual(second);
    expect((await transactionId())[0]).not.toEqual(first);
    const [stored, failed] = await Promise.allSettled([
      query.insert(eventFailures).values(failureOf("b1")),
      query.execute(sql`select 1 / 0`),
    ]);
    expect(stored).toMatchObject({ status: "rejected", reason: { code: "22012" } });
    expect(failed).toMatchObject({ status: "rejected", reason: { code: "22012" } });
    expect(await ids()).toEqual([]);
  });

  it("keeps two callers of one tick apart", async () => {
    const [good, bad] = await Promise.allSettled([
      test.db.query(scope).insert(eventFailures).values(failureOf("c1")),
      test.db.query(scope).execute(sql`select 1 / 0`),
    ]);
    expect([good.status, bad.status]).toEqual(["fulfilled", "rejected"]);
    expect(await ids()).toEqual(["c1"]);
    await test.db.query(scope).delete(eventFailures);
  });

  it("works on after every kind of failure", async () => {
    const wrong = ["selec 1", "select * from nowhere", "select $1::int", "select 'x'::int", "commit; select 1"];
    for (const text of wrong) {
      await expect(test.db.batch(scope, [{ text, values: text.includes("$1") ? ["x"] : [] }])).rejects.toMatchObject({
        code: expect.stringMatching(/^(42601|42P01|22P02)$/),
      });
      await expect(test.db.batch(SYSTEM, [{ text, values: text.includes("$1") ? ["x"] : [] }])).rejects.toMatchObject({
        code: expect.stringMatching(/^(42601|42P01|22P02)$/),
      });
    }
    expect(await ids()).toEqual([]);
  });

  it("tells PostgreSQL's code and constraint, and nothing of what was said", async () => {
    const secret = "what the visitor said";
    await test.db.batch(scope, [insert(secret)]);
    const errors = await Promise.all([
      test.db
        .query(scope)
        .insert(eventFailures)
        .values(failureOf(secret))
        .catch((error: unknown) => error),
      test.db.batch(scope, [{ text: "select $1::int", values: [secret] }]).catch((error: unknown) => error),
      test.db
        .query(scope)
        .execute(sql`select ${secret}::jsonb`)
        .catch((error: unknown) => error),
      test.db
        .transaction(scope, (tx) => tx.execute(sql`select ${secret}::timestamptz`))
        .catch((error: unknown) => error),
    ]);
    expect(errors[0]).toMatchObject({
      code: "23505",
      constraint: "event_failures_organization_consumer_number_pk",
      table: "event_failures",
    });
    for (const error of errors) {
      if (!(error instanceof Error)) throw new Error("It should have failed");
      const everything = [error.message, error.stack, JSON.stringify(error, Object.getOwnPropertyNames(error))].join(
        "\n",
      );
      expect(everything).not.toContain(secret);
      expect(error.cause).toBeUndefined();
    }
    await test.db.query(scope).delete(eventFailures);
  });

  it("commits a transaction that succeeds and rolls back one that does not", async () => {
    const result = await test.db.transaction(scope, async (tx) => {
      await tx.batch([insert("t1")]);
      await tx.update(eventFailures).set({ code: "u" }).where(eq(eventFailures.consumer, "t1"));
      return "done";
    });
    expect(result).toBe("done");
    const failing = test.db.transaction(scope, async (tx) => {
      await tx.batch([insert("t2")]);
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await ids()).toEqual(["t1"]);
    await test.db.query(scope).delete(eventFailures);
  });

  it("does not call a transaction stored in which a failure was swallowed", async () => {
    const work = test.db.transaction(scope, async (tx) => {
      await tx.batch([insert("s1")]);
      await tx.batch([FAIL]).catch(() => {});
    });
    await expect(work).rejects.toThrow("not stored");
    expect(await ids()).toEqual([]);
  });

  it("refuses the database itself inside a transaction, and a transaction after its end", async () => {
    for (const use of [
      () => test.db.query(scope),
      () => test.db.batch(scope, [insert("x")]),
      () => test.db.transaction(scope, async () => {}),
      () => test.db.notify("c", "x"),
    ]) {
      await expect(test.db.transaction(scope, async () => use())).rejects.toThrow("Use `tx`");
    }
    const before = test.db.query(scope);
    await expect(test.db.transaction(scope, async () => before.select().from(eventFailures))).rejects.toThrow(
      "Use `tx`",
    );
    let kept: (() => Promise<unknown>) | undefined;
    await test.db.transaction(scope, async (tx) => {
      kept = () => tx.batch([insert("late")]);
    });
    await expect(kept?.()).rejects.toThrow("has ended");
    expect(await ids()).toEqual([]);
  });

  it("tries a transaction again after a deadlock or serialization failure, and not for ever", async () => {
    let attempts = 0;
    const clash = () =>
      test.db.transaction(scope, async (tx) => {
        attempts += 1;
        await tx.execute(
          sql.raw(
            attempts % 4 === 0 ? "select 1" : "do $$ begin raise exception 'clash' using errcode = '40001'; end $$",
          ),
        );
        return attempts;
      });
    expect(await clash()).toBe(4);
    const always = test.db.transaction(scope, async (tx) => {
      attempts += 1;
      await tx.execute(sql.raw("do $$ begin raise exception 'clash' using errcode = '40P01'; end $$"));
    });
    await expect(always).rejects.toMatchObject({ code: "40P01" });
    expect(attempts).toBe(8);
  });

  it("serves many at once, transactions among them, each in its turn", async () => {
    const work = Array.from({ length: 60 }, (_, at) =>
      at % 3 === 0
        ? test.db.transaction(scope, async (tx) => {
            await tx.batch([insert(`m${at}`)]);
            return (
              await tx
                .select({ id: eventFailures.consumer })
                .from(eventFailures)
                .where(eq(eventFailures.consumer, `m${at}`))
            )[0]?.id;
          })
        : test.db
            .batch(scope, [{ text: "select $1::text as id", values: [`m${at}`] }])
            .then(([rows]) => rows?.[0]?.["id"]),
    );
    expect(await Promise.all(work)).toEqual(Array.from({ length: 60 }, (_, at) => `m${at}`));
    await test.db.query(scope).delete(eventFailures);
  });

  it("carries notifications, also from within a transaction, until one stops listening", async () => {
    const heard: string[] = [];
    const stop = await test.db.listen("parley_test", (payload) => heard.push(payload));
    await test.db.notify("parley_test", "one");
    await test.db.transaction(scope, (tx) => tx.execute(sql`select pg_notify('parley_test', 'two')`));
    await test.db
      .transaction(scope, async (tx) => {
        await tx.execute(sql`select pg_notify('parley_test', 'never')`);
        throw new Error("no");
      })
      .catch(() => {});
    await test.db.notify("parley_test", "x".repeat(7_900));
    await until(() => heard.length === 3);
    await stop();
    await test.db.notify("parley_test", "unheard");
    expect(heard.map((payload) => payload.slice(0, 5))).toEqual(["one", "two", "xxxxx"]);
  });

  it("cleans up the tables it is told, and no others", async () => {
    await test.db.vacuum(["event_failures", "public.events"]);
    await expect(test.db.vacuum(["events; drop table events"])).rejects.toThrow("Not a name");
    await expect(test.db.vacuum(["nowhere"])).rejects.toMatchObject({ code: "42P01" });
  });

  it("runs a script of several statements", async () => {
    const results = await test.db.script(
      "create table scripted (v int); insert into scripted values (1), (2); select v from scripted order by v; drop table scripted",
    );
    expect(results.at(2)).toEqual([{ v: 1 }, { v: 2 }]);
  });
});
