/** The port behind which every language model sits. Adapters translate; nothing above knows a vendor. */

export interface ModelMessage {
  role: "user" | "assistant";
  content: string;
}

export interface ModelRequest {
  /** Instructions. Never holds text from a page or a visitor. */
  system: string;
  messages: readonly ModelMessage[];
  maxOutputTokens: number;
  /** 0 to 1. */
  temperature: number;
}

export type ModelPart =
  | { type: "text-delta"; text: string }
  | { type: "usage"; inputTokens: number; outputTokens: number };

export interface LanguageModel {
  /** `vendor/name`, as in `PARLEY_MODELS`. */
  readonly id: string;
  /** The organization's connection that it is reached by; left out for a model of the server's own. */
  readonly connectionId?: string;
  /**
   * Streams an answer. Throws `Fault("vendor_failed")` for anything the vendor does wrong (the vendor's own
   * words only in `cause`, never in the message); stops at once, without a fault, when `signal` aborts.
   */
  stream(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelPart>;
}
