import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collect, languageModelConformance, request } from "../conformance/language-model.ts";
import { serveVendor, type VendorServer, type VendorWire } from "../conformance/serve-vendor.ts";
import { createLanguageModel } from "../index.ts";

/** Anthropic's messages, streamed. */
const wire: VendorWire = {
  opening: [
    {
      type: "message_start",
      message: {
        id: "msg_1",
        type: "message",
        role: "assistant",
        model: "claude",
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: 11, output_tokens: 1 },
      },
    },
    { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
    { type: "ping" },
  ],
  delta: (text) => ({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text } }),
  closing: [
    { type: "content_block_stop", index: 0 },
    { type: "message_delta", delta: { stop_reason: "end_turn", stop_sequence: null }, usage: { output_tokens: 7 } },
    { type: "message_stop" },
  ],
  error: (words) => ({ type: "error", error: { type: "invalid_request_error", message: words } }),
};

let server: VendorServer;
beforeAll(async () => {
  server = await serveVendor(wire, (url) =>
    createLanguageModel({ vendor: "anthropic", name: "claude-sonnet-4-5", apiKey: "sk-ant-key", baseUrl: url, fetch }),
  );
});
afterAll(() => server.close());

describe("anthropic", () => {
  languageModelConformance({
    answering: (deltas) => server.cases.answering(deltas),
    hanging: (delta) => server.cases.hanging(delta),
    breakingOff: (delta) => server.cases.breakingOff(delta),
    refusing: (status, words, retryAfter) => server.cases.refusing(status, words, retryAfter),
    countsTokens: true,
  });

  it("keeps instructions apart from messages", async () => {
    const model = await server.cases.answering(["Hello"]);
    await collect(model.stream(request, new AbortController().signal));
    const sent = server.requests.at(-1);
    expect(sent?.path).toBe("/v1/messages");
    expect(sent?.headers["x-api-key"]).toBe("sk-ant-key");
    expect(sent?.body).toMatchObject({ model: "claude-sonnet-4-5", stream: true, max_tokens: 100 });
    expect(sent?.body).toHaveProperty("system.0.text", "Answer briefly.");
    expect(sent?.body).toHaveProperty("messages.length", 3);
    expect(sent?.body).not.toHaveProperty("temperature");
  });
});
