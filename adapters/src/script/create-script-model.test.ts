import { describe, expect, it } from "vitest";
import { collect, languageModelConformance, textOf } from "../conformance/language-model.ts";
import { createScriptModel } from "./create-script-model.ts";

const never = (_ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));

const ask = (content: string) => ({
  system: "",
  messages: [{ role: "user" as const, content }],
  maxOutputTokens: 100,
  temperature: 0,
});

describe("the scripted model", () => {
  languageModelConformance({
    answering: (deltas) => Promise.resolve(createScriptModel({ reply: () => deltas.join("") })),
    hanging: (delta) =>
      Promise.resolve(createScriptModel({ reply: () => `${delta} never`, betweenMs: 1, sleep: never })),
    breakingOff: (delta) =>
      Promise.resolve(createScriptModel({ reply: () => `${delta} never`, failAfter: delta.length })),
    refusing: null,
    countsTokens: false,
  });

  const passages =
    '<passage number="1" title="A">Parking is free.</passage><passage number="2" title="B">We open at nine. Dogs are welcome.</passage>';

  it("answers from the passages of its prompt", async () => {
    const parts = await collect(
      createScriptModel().stream(
        ask(`${passages}<question>May dogs come in?</question>`),
        new AbortController().signal,
      ),
    );
    expect(textOf(parts)).toBe("Dogs are welcome. [2]");
  });

  it("says so when they hold nothing", async () => {
    const parts = await collect(
      createScriptModel().stream(
        ask(`${passages}<question>Which spacecraft?</question>`),
        new AbortController().signal,
      ),
    );
    expect(textOf(parts)).toBe("NO_ANSWER");
  });

  it("cuts its deltas as it is told", async () => {
    const parts = await collect(
      createScriptModel({ reply: () => "abcdef", deltaLength: 2 }).stream(ask(""), new AbortController().signal),
    );
    expect(parts.filter(({ type }) => type === "text-delta")).toHaveLength(3);
  });
});
