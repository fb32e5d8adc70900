import type { Citation } from "@parley/contracts";
import { expect, test } from "vitest";
import { createReplyCollector } from "./collect-reply.ts";

const citation: Citation = {
  number: 1,
  documentId: "doc_1",
  externalId: null,
  title: "Hours",
  url: null,
  link: null,
  text: "Open.",
};

test("text and sources stay in their order", () => {
  const collector = createReplyCollector();
  collector.add({ type: "text-start" });
  collector.add({ type: "text-delta", text: "We open " });
  collector.add({ type: "text-delta", text: "at nine." });
  collector.add({ type: "citation", citation });
  collector.add({ type: "text-delta", text: " On Sundays we rest." });
  collector.add({ type: "text-end" });
  collector.add({ type: "usage", model: "a/b", inputTokens: 30, outputTokens: 12 });
  collector.add({ type: "end", reason: "answered", suggestions: ["And on holidays?"] });
  expect(collector.end()).toEqual({
    text: "We open at nine. On Sundays we rest.",
    parts: [
      { type: "text", text: "We open at nine." },
      { type: "citation", citation },
      { type: "text", text: " On Sundays we rest." },
    ],
    reason: "answered",
    suggestions: ["And on holidays?"],
    model: "a/b",
    inputTokens: 30,
    outputTokens: 12,
  });
});

test("an answer that broke off without its end counts as failed", () => {
  const collector = createReplyCollector();
  collector.add({ type: "text-delta", text: "We op" });
  expect(collector.end().reason).toBe("failed");
});
