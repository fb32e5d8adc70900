import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { createSecrets } from "../../platform/index.ts";
import { describeDevice } from "./device.ts";
import { assertGoodPassword, hashPassword, verifyPassword } from "./passwords.ts";
import { cookieNames, readSessionToken, sessionCookie, signingSecret } from "./session-cookie.ts";

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0",
    "Firefox on Windows",
    "computer",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15",
    "Safari on macOS",
    "computer",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
    "Edge on Windows",
    "computer",
  ],
  [
    "Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
    "Chrome on Android",
    "phone",
  ],
  [
    "Mozilla/5.0 (iPad; CPU OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1",
    "Chrome on iPad",
    "tablet",
  ],
  ["curl/8.9.1", "curl", "program"],
  ["", "Unknown program", "program"],
  ["<script>alert(1)</script>", "scriptalert1", "program"],
])("%s is called %s", (userAgent, device, kind) => {
  expect(describeDevice(userAgent)).toEqual({ device, kind });
});

it("gives every name a short one without marks of any language", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (name) => {
      const { device } = describeDevice(name);
      expect(device.length).toBeGreaterThan(0);
      expect(device.length).toBeLessThan(80);
      expect(device).not.toMatch(/[<>"'&]/);
    }),
  );
});

describe("the session's cookie", () => {
  const secret = signingSecret(createSecrets("a-secret-that-only-tests-know-of"));
  const key = { name: cookieNames(false).session, secret };

  it("is read back as it was written, among others, and not when a character of it differs", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9]{1,40}$/), fc.nat(), (token, place) => {
        const [pair = ""] = sessionCookie(token, key, false).split(";", 1);
        expect(readSessionToken(`a=b; ${pair}; parley_look=dark`, key)).toBe(token);
        const [name, value = ""] = pair.split("=");
        const at = place % value.length;
        const other = value[at] === "x" ? "y" : "x";
        const changed = `${name}=${value.slice(0, at)}${other}${value.slice(at + 1)}`;
        expect(readSessionToken(changed, key)).not.toBe(token === changed ? "" : token);
      }),
    );
  });

  it("is nothing where it is missing, unsigned or nonsense", () => {
    for (const cookies of [
      undefined,
      "",
      key.name,
      `${key.name}=`,
      `${key.name}=%E0%A4%A`,
      `${key.name}=token.`,
      "; ;=;",
    ]) {
      expect(readSessionToken(cookies, key)).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.string(), (cookies) => {
        expect(readSessionToken(cookies, key)).toBeUndefined();
      }),
    );
  });
});

describe("passwords", () => {
  it.each([
    ["seven green bicycles", true],
    ["пароль из слов", true],
    ["🚲🚲🚲🚲🌳🌳🌳🌳🏠🏠🏠🏠", false],
    ["short", false],
    ["Password123", false],
    ["aaaaaaaaaaaa", false],
    ["Anna.Lovelace2026", false],
    ["x".repeat(129), false],
  ])("%s: %s", (password, good) => {
    const judge = () => assertGoodPassword(password, "anna.lovelace@example.com");
    if (good) expect(judge).not.toThrow();
    else expect(judge).toThrow(/password/i);
  });

  it("are kept as hashes that differ for the same password", async () => {
    const [one, two] = await Promise.all([hashPassword("seven green bicycles"), hashPassword("seven green bicycles")]);
    expect(one).not.toBe(two);
    expect(await verifyPassword(one, "seven green bicycles")).toBe(true);
    expect(await verifyPassword(one, "seven green bicycle")).toBe(false);
  });
});
