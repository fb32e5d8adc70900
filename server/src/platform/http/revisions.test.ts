import fc from "fast-check";
import { expect, it } from "vitest";
import { assertSeen, etag, seenRevision } from "./revisions.ts";

it("reads what it wrote, weakened or not, and takes none or any for no wish", () => {
  for (const revision of [0, 1, 999_999_999]) {
    expect(seenRevision(etag(revision))).toBe(revision);
    expect(seenRevision(` W/${etag(revision)} `)).toBe(revision);
  }
  expect(seenRevision(undefined)).toBeNull();
  expect(seenRevision("*")).toBeNull();
});

it("refuses everything else, naming the header", () => {
  const garbage = [
    "",
    "3",
    '"3',
    '"3", "4"',
    '"-1"',
    '"1.5"',
    '"1e3"',
    '"9999999999"',
    `"${"9".repeat(100_000)}"`,
    "\u0000",
  ];
  const refused = expect.objectContaining({ code: "invalid_request", field: "If-Match" });
  for (const header of garbage) expect(() => seenRevision(header)).toThrow(refused);
  fc.assert(
    fc.property(fc.string(), (header) => {
      try {
        const revision = seenRevision(header);
        return (
          revision === null || header.trim().endsWith(`${etag(revision)}`) || Number(/\d+/.exec(header)) === revision
        );
      } catch (error) {
        expect(error).toEqual(refused);
        return true;
      }
    }),
  );
});

it("is stale as soon as the revision moved on", () => {
  expect(() => assertSeen(3, 4)).toThrow(expect.objectContaining({ code: "stale" }));
  expect(() => assertSeen(4, 4)).not.toThrow();
  expect(() => assertSeen(null, 4)).not.toThrow();
});
