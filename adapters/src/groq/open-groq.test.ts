import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chatCompletionsWire } from "../conformance/chat-completions-wire.ts";
import { collect, languageModelConformance, request } from "../conformance/language-model.ts";
import { serveVendor, type VendorServer } from "../conformance/serve-vendor.ts";
import { createLanguageModel } from "../index.ts";

let server: VendorServer;
beforeAll(async () => {
  server = await serveVendor(chatCompletionsWire("x-groq"), (url) =>
    createLanguageModel({ vendor: "groq", name: "llama-3.3-70b-versatile", apiKey: "gsk_key", baseUrl: url, fetch }),
  );
});
afterAll(() => server.close());

describe("groq", () => {
  languageModelConformance({
    answering: (deltas) => server.cases.answering(deltas),
    hanging: (delta) => server.cases.hanging(delta),
    breakingOff: (delta) => server.cases.breakingOff(delta),
    refusing: (status, words, retryAfter) => server.cases.refusing(status, words, retryAfter),
    countsTokens: true,
  });

  it("asks at the vendor's path with the key", async () => {
    const model = await server.cases.answering(["Hello"]);
    await collect(model.stream(request, new AbortController().signal));
    const sent = server.requests.at(-1);
    expect(sent?.path).toBe("/openai/v1/chat/completions");
    expect(sent?.headers.authorization).toBe("Bearer gsk_key");
    expect(sent?.body).toMatchObject({
      model: "llama-3.3-70b-versatile",
      stream: true,
      max_tokens: 100,
      temperature: 0.2,
    });
    expect(sent?.body).not.toHaveProperty("stream_options");
    expect(sent?.body).toHaveProperty("messages.0", { role: "system", content: "Answer briefly." });
    expect(sent?.body).toHaveProperty("messages.length", 4);
  });
});
