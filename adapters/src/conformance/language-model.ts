import { Fault, type LanguageModel, type ModelPart, type ModelRequest } from "@parley/contracts";
import { expect, it } from "vitest";

/** How a vendor's test makes the other end behave. Each opens a model that then answers once. */
export interface LanguageModelCases {
  /** Answers with these deltas and says that it read 11 tokens and wrote 7. */
  answering: (deltas: readonly string[]) => Promise<LanguageModel>;
  /** Sends this delta and then nothing, with the connection open. */
  hanging: (delta: string) => Promise<LanguageModel>;
  /** Sends this delta and then breaks off. */
  breakingOff: (delta: string) => Promise<LanguageModel>;
  /** Refuses with an HTTP status and words of its own; null where there is no such thing. */
  refusing: ((status: number, words: string, retryAfter?: number) => Promise<LanguageModel>) | null;
  /** Where vendors count no tokens, what is given is an estimate. */
  countsTokens: boolean;
}

export const request: ModelRequest = {
  system: "Answer briefly.",
  messages: [
    { role: "user", content: "Hello" },
    { role: "assistant", content: "Hello! What is it?" },
    { role: "user", content: "When do you open?" },
  ],
  maxOutputTokens: 100,
  temperature: 0.2,
};

/** What every language model owes the port. To be called inside a `describe`. */
export function languageModelConformance(cases: LanguageModelCases): void {
  it("streams text as it comes and ends with what it used", async () => {
    const model = await cases.answering(["We open ", "at nine", ". Ünïcödé 日本 🙂"]);
    const parts = await collect(model.stream(request, new AbortController().signal));
    expect(textOf(parts)).toBe("We open at nine. Ünïcödé 日本 🙂");
    const usage = parts.filter(({ type }) => type === "usage");
    expect(usage).toHaveLength(1);
    expect(parts.at(-1)?.type).toBe("usage");
    if (cases.countsTokens) expect(usage[0]).toEqual({ type: "usage", inputTokens: 11, outputTokens: 7 });
  });

  it("names itself by vendor and name", async () => {
    expect((await cases.answering(["x"])).id).toMatch(/^[a-z]+\/.+/u);
  });

  it("stops at once and without a fault when it is told to", async () => {
    const model = await cases.hanging("We open");
    const stop = new AbortController();
    const texts: string[] = [];
    for await (const part of model.stream(request, stop.signal)) {
      if (part.type === "text-delta") texts.push(part.text);
      stop.abort();
    }
    expect(texts.join("")).toBe("We open".slice(0, texts.join("").length));
    expect(texts).not.toHaveLength(0);
  });

  it("sends nothing when it was told to stop before", async () => {
    const model = await cases.answering(["never"]);
    expect(await collect(model.stream(request, AbortSignal.abort()))).toEqual([]);
  });

  it("says that the vendor failed when the answer breaks off", async () => {
    const model = await cases.breakingOff("We open");
    const fault = await faultOf(model);
    expect(fault.code).toBe("vendor_failed");
  });

  const { refusing } = cases;
  it.skipIf(refusing === null).each([400, 401, 404, 429, 500, 503])(
    "tells a refusal (%i) without the vendor's words",
    async (status) => {
      const model = await refusing?.(status, "secret words of the vendor", 7);
      if (model === undefined) return;
      const fault = await faultOf(model);
      expect(fault.code).toBe("vendor_failed");
      expect(fault.message).not.toContain("secret words");
      expect(fault.cause).toBeDefined();
      if (status === 429) expect(fault.retryAfterMs).toBe(7_000);
    },
  );
}

export async function collect(stream: AsyncIterable<ModelPart>): Promise<ModelPart[]> {
  const parts: ModelPart[] = [];
  for await (const part of stream) parts.push(part);
  return parts;
}

export function textOf(parts: readonly ModelPart[]): string {
  return parts.map((part) => (part.type === "text-delta" ? part.text : "")).join("");
}

async function faultOf(model: LanguageModel): Promise<Fault> {
  const outcome = await collect(model.stream(request, new AbortController().signal)).then(
    () => null,
    (error: unknown) => error,
  );
  if (outcome instanceof Fault) return outcome;
  throw new Error(`A Fault was expected, not ${String(outcome)}.`);
}
