import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collect, languageModelConformance, request } from "../conformance/language-model.ts";
import { serveVendor, type VendorServer, type VendorWire } from "../conformance/serve-vendor.ts";
import { createLanguageModel } from "../index.ts";

const response = {
  id: "resp_1",
  object: "response",
  created_at: 1,
  model: "gpt-4.1-mini",
  status: "in_progress",
  output: [],
};
const item = { id: "msg_1", type: "message", role: "assistant", status: "in_progress", content: [] };

/** OpenAI's responses, streamed. */
const wire: VendorWire = {
  opening: [
    { type: "response.created", sequence_number: 0, response },
    { type: "response.output_item.added", sequence_number: 1, output_index: 0, item },
    {
      type: "response.content_part.added",
      sequence_number: 2,
      item_id: "msg_1",
      output_index: 0,
      content_index: 0,
      part: { type: "output_text", text: "", annotations: [] },
    },
  ],
  delta: (text) => ({
    type: "response.output_text.delta",
    sequence_number: 3,
    item_id: "msg_1",
    output_index: 0,
    content_index: 0,
    delta: text,
    logprobs: [],
  }),
  closing: [
    { type: "response.output_item.done", sequence_number: 4, output_index: 0, item: { ...item, status: "completed" } },
    {
      type: "response.completed",
      sequence_number: 5,
      response: {
        ...response,
        status: "completed",
        usage: {
          input_tokens: 11,
          input_tokens_details: { cached_tokens: 0 },
          output_tokens: 7,
          output_tokens_details: { reasoning_tokens: 0 },
          total_tokens: 18,
        },
      },
    },
  ],
  error: (words) => ({ error: { message: words, type: "invalid_request_error", param: null, code: null } }),
};

let server: VendorServer;
beforeAll(async () => {
  server = await serveVendor(wire, (url) =>
    createLanguageModel({ vendor: "openai", name: "gpt-4.1-mini", apiKey: "sk-key", baseUrl: `${url}/v1`, fetch }),
  );
});
afterAll(() => server.close());

describe("openai", () => {
  languageModelConformance({
    answering: (deltas) => server.cases.answering(deltas),
    hanging: (delta) => server.cases.hanging(delta),
    breakingOff: (delta) => server.cases.breakingOff(delta),
    refusing: (status, words, retryAfter) => server.cases.refusing(status, words, retryAfter),
    countsTokens: true,
  });

  it("asks for nothing to be kept", async () => {
    const model = await server.cases.answering(["Hello"]);
    await collect(model.stream(request, new AbortController().signal));
    const sent = server.requests.at(-1);
    expect(sent?.path).toBe("/v1/responses");
    expect(sent?.headers.authorization).toBe("Bearer sk-key");
    expect(sent?.body).toMatchObject({ model: "gpt-4.1-mini", stream: true, store: false, max_output_tokens: 100 });
  });
});
