/** Makes what is stored of an answer out of the parts in which it came. Pure. */
import type { AnswerPart, ContentPart, EndReason } from "@parley/contracts";

export interface Collected {
  text: string;
  parts: ContentPart[];
  reason: EndReason;
  suggestions: string[];
  /** Of the model that spoke last; null where none did. */
  model: string | null;
  inputTokens: number;
  outputTokens: number;
}

export function createReplyCollector() {
  const parts: ContentPart[] = [];
  let open = "";
  let ended: { reason: EndReason; suggestions: string[] } = { reason: "failed", suggestions: [] };
  let model: string | null = null;
  let inputTokens = 0;
  let outputTokens = 0;

  const closeText = () => {
    if (open !== "") parts.push({ type: "text", text: open });
    open = "";
  };

  return {
    add(part: AnswerPart): void {
      if (part.type === "text-delta") open += part.text;
      if (part.type === "citation") {
        closeText();
        parts.push({ type: "citation", citation: part.citation });
      }
      if (part.type === "products") {
        closeText();
        parts.push(part);
      }
      if (part.type === "usage") {
        model = part.model;
        inputTokens += part.inputTokens;
        outputTokens += part.outputTokens;
      }
      if (part.type === "end") ended = { reason: part.reason, suggestions: part.suggestions };
    },
    end(): Collected {
      closeText();
      const text = parts.map((part) => (part.type === "text" ? part.text : "")).join("");
      return { text: text.trim(), parts, ...ended, model, inputTokens, outputTokens };
    },
  };
}
