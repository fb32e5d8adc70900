import type { VendorWire } from "./serve-vendor.ts";

/** OpenAI's chat completions, as groq and the compatible servers stream them. */
export function chatCompletionsWire(usage: "own-chunk" | "x-groq"): VendorWire {
  const counted = { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 };
  const chunk = (delta: unknown, finish: string | null, extra: object = {}) => ({
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1,
    model: "m",
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
    ...extra,
  });
  const last =
    usage === "x-groq"
      ? [chunk({}, "stop", { x_groq: { id: "r", usage: counted } })]
      : [chunk({}, "stop"), { ...chunk({}, null), choices: [], usage: counted }];
  return {
    opening: [chunk({ role: "assistant", content: "" }, null)],
    delta: (text) => chunk({ content: text }, null),
    closing: last,
    end: "data: [DONE]\n\n",
    error: (words) => ({ error: { message: words, type: "invalid_request_error", code: null } }),
  };
}
