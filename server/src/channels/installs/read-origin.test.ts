import { expect, it } from "vitest";
import { isListed, isLocal, readOrigin } from "./read-origin.ts";

it("keeps the origin of an address and nothing more", () => {
  expect(readOrigin("https://shop.example/secret/path?token=1#x")).toBe("https://shop.example");
  expect(readOrigin("https://ada:secret@shop.example:8443/")).toBe("https://shop.example:8443");
  for (const no of [
    "null",
    "",
    "file:///etc/passwd",
    "chrome-extension://abc",
    "about:blank",
    "nonsense",
    null,
    undefined,
  ])
    expect(readOrigin(no), String(no)).toBeNull();
  expect(readOrigin(`https://${"a".repeat(300)}.example`)).toBeNull();
});

it("knows developers' machines", () => {
  for (const origin of [
    "http://localhost:3000",
    "http://127.0.0.1",
    "http://192.168.1.5:80",
    "http://[::1]:3000",
    "http://app.test",
  ])
    expect(isLocal(origin), origin).toBe(true);
  for (const origin of ["https://shop.example", "https://localhost.example", "https://8.8.8.8"])
    expect(isLocal(origin), origin).toBe(false);
});

it.each<[domains: string[], origin: string, listed: boolean]>([
  [[], "https://any.example", true],
  [["shop.example"], "https://shop.example", true],
  [["shop.example"], "http://shop.example:3000", true],
  [["shop.example:3000"], "http://shop.example:3000", true],
  [["shop.example:3000"], "http://shop.example", false],
  [["shop.example"], "https://www.shop.example", false],
  [["*.shop.example"], "https://www.shop.example", true],
  [["*.shop.example"], "https://shop.example", false],
  [["*.shop.example"], "https://evilshop.example", false],
  [["shop.example"], "https://shop.example.evil.example", false],
])("%j takes %s: %s", (domains, origin, listed) => {
  expect(isListed(domains, origin)).toBe(listed);
});
