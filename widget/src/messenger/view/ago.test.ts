import { expect, test } from "vitest";
import { ago } from "./ago.ts";

const now = Date.parse("2026-03-10T12:00:00Z");
test.each([
  ["2026-03-10T11:59:50Z", "en", "this minute"],
  ["2026-03-10T10:00:00Z", "en", "2 hours ago"],
  ["2026-03-09T11:00:00Z", "de", "gestern"],
  ["2026-03-10T09:30:00Z", "fr", "il y a 2 heures"],
  ["2026-03-10T13:00:00Z", "en", "this minute"],
  ["2025-01-01T00:00:00Z", "ja", "昨年"],
])("%s in %s is %s", (at, language, words) => expect(ago(at, now, language)).toBe(words));
