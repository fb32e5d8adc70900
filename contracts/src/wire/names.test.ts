/** Names that people can see, in every script, and none that they cannot. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  agentSettingsChange,
  apiKeyInput,
  duplicateInput,
  meInput,
  newAgent,
  organizationInput,
  roleInput,
  signUpInput,
  teamInput,
} from "../index.ts";

const blanks = [
  ..." \t\n\u0000\u001b\u007f\u0085\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180e\u2000\u200a\u200b",
  ..."\u200c\u200d\u200e\u200f\u2028\u2029\u202e\u202f\u205f\u2060\u2064\u2066\u206f\u2800\u3000\u3164\ufe00\ufe0f",
  ..."\ufeff\uffa0\ufff9\u{13441}\u{13442}\u{1d159}\u{1d173}\u{e0001}\u{e0041}\u{e007f}\u{e0100}\u0301\u20e3",
];
const names = [
  "Ada",
  "7",
  "!",
  "🚲",
  "👩‍👩‍👧‍👦",
  "🏳️‍🌈",
  "❤️",
  "1️⃣",
  "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
  "🇳🇴",
  "مكتب تأجير",
  "می‌خواهم",
  "क्‍ष",
  "ශ්‍රී",
  "日本語",
  "한국어",
  "ไทย",
  "ខ្មែរ",
  "עברית",
  "ᠮᠣᠩᠭᠣᠯ",
  "ᚠᚢᚦ",
  "𓀀",
  "⠃⠗",
];
const holders = {
  organization: (name: string) => organizationInput.safeParse({ name }),
  team: (name: string) => teamInput.safeParse({ name }),
  role: (name: string) => roleInput.safeParse({ name, permissions: ["ask"] }),
  key: (name: string) => apiKeyInput.safeParse({ name }),
  profile: (name: string) => meInput.safeParse({ name }),
  "sign-up": (name: string) =>
    signUpInput.safeParse({ name, email: "a@example.com", password: "seven green bicycles" }),
  agent: (name: string) => newAgent.safeParse({ name }),
  "agent's draft": (name: string) => agentSettingsChange.safeParse({ name }),
  "agent's copy": (name: string) => duplicateInput.safeParse({ name }),
};

describe.each(Object.entries(holders))("the name of a %s", (_kind, parse) => {
  test("of nothing that can be seen is refused at its field, in words", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...blanks), maxLength: 120 }), (name) => {
        const { success, error } = parse(name);
        expect(success, JSON.stringify(name)).toBe(false);
        expect(error?.issues[0]?.path).toEqual(["name"]);
        expect(error?.issues[0]?.message).toMatch(/^needs /);
      }),
    );
  });

  test("is kept in every script, with what holds its signs together", () => {
    for (const name of names) expect(parse(name).data, name).toMatchObject({ name: name.normalize("NFC") });
  });

  test("may hold what cannot be seen beside what can", () => {
    const blank = fc.string({ unit: fc.constantFrom(...blanks), maxLength: 20 });
    fc.assert(
      fc.property(blank, fc.constantFrom(...names), blank, (before, name, after) => {
        expect(parse(before + name + after).success).toBe(true);
      }),
    );
  });
});

test("every letter, digit and sign is a name by itself, but for those that are drawn as nothing", () => {
  const drawnAsNothing = new Set(blanks);
  const wrong: string[] = [];
  for (let point = 0; point < 0x11_0000; point += 1) {
    const sign = String.fromCodePoint(point);
    if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(sign) || /\p{Default_Ignorable_Code_Point}/u.test(sign)) continue;
    const { success } = organizationInput.safeParse({ name: sign });
    if (success === drawnAsNothing.has(sign)) wrong.push(`U+${point.toString(16)}`);
  }
  expect(wrong).toEqual([]);
});
