import { expect, test } from "vitest";
import { readExpiry } from "./read-expiry.ts";

const now = new Date("2026-11-20T12:00:00Z");

test.each([
  ["12h", "2026-11-21T00:00:00.000Z"],
  ["30d", "2026-12-20T12:00:00.000Z"],
  ["2w", "2026-12-04T12:00:00.000Z"],
  ["2027-01-31", "2027-01-31T23:59:59.000Z"],
])("%s", (text, expected) => {
  expect(readExpiry(text, now).toISOString()).toBe(expected);
});

test.each(["", "soon", "30", "30y", "-1d", "0d", "2027-13-01", "2020-01-01", "99999999d"])("%s is refused", (text) => {
  expect(() => readExpiry(text, now)).toThrow(/is no time to expire at|lies in the past/);
});
