import { Fault, type FaultCode } from "@parley/contracts";
import { describe, expect, it } from "vitest";
import type { FetchPublic, PublicResponse } from "../../platform/index.ts";
import { findStartUrl } from "./find-start-url.ts";

/** A network where some origins answer and the others fail in a way of their own. */
function makeNetwork(answers: Record<string, FaultCode | "ok">) {
  const asked: string[] = [];
  const said: string[] = [];
  const fetchPublic: FetchPublic = async (url, { trustedOrigins = [] }) => {
    const { origin } = new URL(url);
    asked.push(trustedOrigins.includes(origin) ? `${origin} trusted` : origin);
    const answer = answers[origin] ?? "connection_refused";
    if (answer !== "ok") throw new Fault(answer);
    return { status: 404, url, redirects: [], headers: {}, body: new Uint8Array() } satisfies PublicResponse;
  };
  const log = { info: (_data: object, words: string) => void said.push(words) };
  const find = (typed: string, trusted = false) =>
    findStartUrl({ fetchPublic, log: Object.assign(log) }, typed, { trusted });
  return { asked, said, find };
}

describe("an address without a scheme", () => {
  it("is https where https answers", async () => {
    const { find, asked, said } = makeNetwork({ "https://shop.example": "ok", "http://shop.example": "ok" });
    expect(await find("shop.example")).toBe("https://shop.example/");
    expect(asked).toEqual(["https://shop.example"]);
    expect(said).toEqual([]);
  });

  it.each([
    ["old.example", "http://old.example", "connection_refused"],
    ["shop.example:8080/de", "http://shop.example:8080", "tls_failed"],
  ] as const)("is http where only that answers, and the log says so: %s", async (typed, origin, code) => {
    const { find, said } = makeNetwork({ [origin]: "ok", [origin.replace("http:", "https:")]: code });
    expect(await find(typed)).toBe(`${origin}/${typed.split("/")[1] ?? ""}`);
    expect(said).toEqual(["A site's address came without a scheme: https did not answer, http did"]);
  });

  it.each(["127.0.0.1:3000", "localhost:3000"])("of this very machine is http for its admin: %s", async (typed) => {
    const { find, asked } = makeNetwork({ [`http://${typed}`]: "ok", [`https://${typed}`]: "tls_failed" });
    expect(await find(typed, true)).toBe(`http://${typed}/`);
    expect(asked).toEqual([`https://${typed} trusted`, `http://${typed} trusted`]);
    expect(await makeNetwork({}).find(typed, true)).toBe(`http://${typed}/`);
  });

  it("stays https where a public site's certificate is not trusted", async () => {
    const { find, asked } = makeNetwork({ "https://shop.example": "tls_failed", "http://shop.example": "ok" });
    expect(await find("shop.example")).toBe("https://shop.example/");
    expect(asked).toEqual(["https://shop.example"]);
  });

  it("stays https where nobody answers just now", async () => {
    expect(await makeNetwork({}).find("shop.example")).toBe("https://shop.example/");
  });
});

describe("what cannot be a site", () => {
  it.each(["private_address", "host_not_found"] as const)(
    "is refused with its field, in either scheme: %s",
    async (code) => {
      const { find } = makeNetwork({ "https://a.example": code, "http://a.example": code });
      await expect(find("a.example")).rejects.toMatchObject({ code, field: "url" });
      await expect(find("http://a.example")).rejects.toMatchObject({ code, field: "url" });
    },
  );

  it("gets no second try with what was typed in full", async () => {
    const { find, asked } = makeNetwork({ "http://shop.example": "ok" });
    expect(await find("https://shop.example")).toBe("https://shop.example/");
    expect(asked).toEqual(["https://shop.example"]);
  });
});
