import fc from "fast-check";
import { doublePrecision } from "drizzle-orm/pg-core";
import { bigint, boolean, customType, date, integer, jsonb, pgTable, smallint, text, timestamp } from "./drizzle.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeDatabase, openTestDatabase, type TestDatabase } from "../../testing/index.ts";
import { SYSTEM } from "../scope.ts";

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

const everyType = pgTable("every_type", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  text: text("text"),
  texts: text("texts").array(),
  integers: integer("integers").array(),
  integer: integer("integer"),
  small: smallint("small"),
  big: bigint("big", { mode: "number" }),
  double: doublePrecision("double"),
  flag: boolean("flag"),
  at: timestamp("at", { withTimezone: true }),
  day: date("day"),
  json: jsonb("json"),
  transaction: xid8("transaction"),
});

/** PostgreSQL has no U+0000 and no lone surrogates. */
const anyText = fc.string({ unit: "grapheme" }).map((value) => value.replaceAll("\0", ""));
const anyJson = fc
  .jsonValue({ depthSize: "small", stringUnit: "grapheme", noUnicodeString: false })
  .map((value): unknown => JSON.parse(JSON.stringify(value).replaceAll("\\u0000", "")));
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const anyRow = fc.record({
  text: orNull(anyText),
  texts: orNull(fc.array(anyText, { maxLength: 5 })),
  integers: orNull(fc.array(fc.integer(), { maxLength: 5 })),
  integer: orNull(fc.integer()),
  small: orNull(fc.integer({ min: -32768, max: 32767 })),
  big: orNull(fc.maxSafeInteger()),
  double: orNull(fc.double({ noNaN: true }).map((value) => value + 0)),
  flag: orNull(fc.boolean()),
  at: orNull(fc.date({ min: new Date("1970-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })),
  day: orNull(
    fc
      .date({ min: new Date("1970-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
      .map((value) => value.toISOString().slice(0, 10)),
  ),
  json: anyJson,
  transaction: orNull(fc.bigInt({ min: 1n, max: 2n ** 63n }).map(String)),
});

describeDatabase("values", () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
    await test.db
      .script(`create table every_type (id integer primary key generated always as identity, text text, texts text[], integers integer[],
      integer integer, small smallint, big bigint, double double precision, flag boolean, at timestamptz, day date, json jsonb, transaction xid8)`);
  });
  afterAll(() => test.close());

  it("come back from Drizzle as they went in", async () => {
    const { db } = test;
    await fc.assert(
      fc.asyncProperty(anyRow, async (row) => {
        // Drizzle cannot tell JSON's null from SQL's.
        const [stored] = await db.query(SYSTEM).insert(everyType).values(row).returning();
        expect({ ...stored, id: 0 }).toEqual({ ...row, id: 0 });
      }),
      { numRuns: 150 },
    );
  });

  it("come back from raw statements as they went in", async () => {
    const { db } = test;
    await fc.assert(
      fc.asyncProperty(anyRow, async (row) => {
        const columns = Object.keys(row);
        const values = Object.entries(row).map(([name, value]) => (name === "json" ? JSON.stringify(value) : value));
        const text = `insert into every_type (${columns.join(", ")}) values (${columns.map((_, at) => `$${at + 1}`).join(", ")}) returning *`;
        const [stored] = await db.batch(SYSTEM, [{ text, values }]);
        expect({ ...stored?.[0], id: 0 }).toEqual({ ...row, id: 0 });
      }),
      { numRuns: 150 },
    );
  });

  it("arrive the same whatever the type: numbers, texts of numbers, bytes, lists of lists", async () => {
    const [rows] = await test.db.batch(SYSTEM, [
      {
        text: `select 9007199254740993::int8 as huge, count(*) as n, 1.10::numeric as price, '\\x00ff'::bytea as bytes, $1::bytea as own,
          '{{1,2},{3,4}}'::int[] as grid, '{"{\\"a\\": 1}"}'::jsonb[] as list, 'NaN'::float8 as nan, '2026-01-02 03:04:05+02'::timestamptz as at,
          '{2026-01-02}'::date[] as days, '{t,f,NULL}'::bool[] as flags, $2::text[] as odd, true as flag, 'a'::"char" as letter from organizations`,
        values: [new Uint8Array([0, 255, 7]), ["NULL", null, "", "a,b", '"', "\\", "{}", " "]],
      },
    ]);
    expect(rows).toEqual([
      {
        huge: "9007199254740993",
        n: 0,
        price: "1.10",
        bytes: new Uint8Array([0, 255]),
        own: new Uint8Array([0, 255, 7]),
        grid: [
          [1, 2],
          [3, 4],
        ],
        list: [{ a: 1 }],
        nan: Number.NaN,
        at: new Date("2026-01-02T01:04:05Z"),
        days: ["2026-01-02"],
        flags: [true, false, null],
        odd: ["NULL", null, "", "a,b", '"', "\\", "{}", " "],
        flag: true,
        letter: "a",
      },
    ]);
  });
});
