import { describe, expect, it } from "vitest";
import { postedQuestion } from "./posted-question.ts";

const posted = (
  body: string,
  { url = "https://shop.example/graphql", type = "application/json", resourceType = "Fetch" } = {},
) =>
  postedQuestion({
    resourceType,
    request: {
      url,
      headers: { "Content-Type": type },
      postDataEntries: [{ bytes: Buffer.from(body).toString("base64") }],
    },
  });

describe("what a page posts", () => {
  it("goes through where it asks for something", () => {
    for (const body of [
      `{"query":"query Rooms { rooms { name } }"}`,
      `{"query":"{ mutations { name } }","variables":{"city":"Zürich 🏔"}}`,
      `[{"query":"{ a }"},{"query":"query B { b }"}]`,
      `{"search":"chairs","page":1}`,
    ])
      expect(posted(body)).toBe(body);
    expect(posted("{}", { type: "application/json; charset=utf-8", url: "https://shop.example/api/events" })).toBe(
      "{}",
    );
  });

  it("is not sent where it changes something, counts who looks, or is not what it says", () => {
    for (const body of [
      `{"query":"mutation Buy { buy { id } }"}`,
      `{"query":"query A { a }\\nmutation B { b }"}`,
      `[{"query":"{ a }"},{"query":"# nothing\\nsubscription { b }"}]`,
      "not json",
      "",
      JSON.stringify({ text: "x".repeat(16_000) }),
    ])
      expect(posted(body), body.slice(0, 60)).toBeUndefined();
    for (const path of ["track", "api/collect", "v1/page-views/log", "auth/login", "_vercel/vitals"])
      expect(posted("{}", { url: `https://shop.example/${path}` }), path).toBeUndefined();
    for (const type of ["text/plain", "application/json-patch", "application/x-www-form-urlencoded", ""])
      expect(posted("{}", { type }), type).toBeUndefined();
    expect(posted("{}", { resourceType: "Ping" })).toBeUndefined();
  });
});
