import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chatCompletionsWire } from "../conformance/chat-completions-wire.ts";
import { collect, languageModelConformance, request } from "../conformance/language-model.ts";
import { serveVendor, type VendorServer } from "../conformance/serve-vendor.ts";
import { createLanguageModel } from "../index.ts";

let server: VendorServer;
beforeAll(async () => {
  server = await serveVendor(chatCompletionsWire("own-chunk"), (url) =>
    createLanguageModel({ vendor: "compatible", name: "qwen3", apiKey: null, baseUrl: `${url}/v1`, fetch }),
  );
});
afterAll(() => server.close());

describe("a compatible server", () => {
  languageModelConformance({
    answering: (deltas) => server.cases.answering(deltas),
    hanging: (delta) => server.cases.hanging(delta),
    breakingOff: (delta) => server.cases.breakingOff(delta),
    refusing: (status, words, retryAfter) => server.cases.refusing(status, words, retryAfter),
    countsTokens: true,
  });

  it("needs no key and counts tokens", async () => {
    const model = await server.cases.answering(["Hello"]);
    await collect(model.stream(request, new AbortController().signal));
    const sent = server.requests.at(-1);
    expect(sent?.path).toBe("/v1/chat/completions");
    expect(sent?.headers.authorization).toBeUndefined();
    expect(sent?.body).toMatchObject({ model: "qwen3", stream: true, stream_options: { include_usage: true } });
  });

  it("leaves out what a model thinks aloud", async () => {
    const model = await server.cases.answering(["<thi", "nk>We open", " at nine?</think>", "\n\nAt nine."]);
    const parts = await collect(model.stream(request, new AbortController().signal));
    expect(parts.map((part) => (part.type === "text-delta" ? part.text : "")).join("")).toBe("At nine.");
  });
});

describe("opening a model", () => {
  it.each(["groq", "openai", "anthropic"] as const)("%s needs a key", (vendor) => {
    expect(() => createLanguageModel({ vendor, name: "m", apiKey: null, baseUrl: null, fetch })).toThrow(
      `The model ${vendor}/m needs a key.`,
    );
  });

  it("a compatible server needs an address", () => {
    expect(() => createLanguageModel({ vendor: "compatible", name: "m", apiKey: null, baseUrl: null, fetch })).toThrow(
      "needs a base address",
    );
  });

  it("uses the fetch that it was given, and no other", async () => {
    const asked: string[] = [];
    const refuse: typeof fetch = (input) => {
      asked.push(input instanceof Request ? input.url : String(input));
      return Promise.reject(new TypeError("no network here"));
    };
    const model = createLanguageModel({ vendor: "groq", name: "m", apiKey: "k", baseUrl: null, fetch: refuse });
    await expect(collect(model.stream(request, new AbortController().signal))).rejects.toMatchObject({
      code: "vendor_failed",
    });
    expect(asked).toEqual(["https://api.groq.com/openai/v1/chat/completions"]);
  });
});
