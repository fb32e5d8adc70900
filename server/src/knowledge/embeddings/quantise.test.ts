import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellOf, learn } from "./cells.ts";
import { blendScores } from "./blend-scores.ts";
import { bitsOf, cosine, quantise, toUnit } from "./quantise.ts";
import type { Passage } from "../types.ts";

const vector = fc
  .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 16, maxLength: 64 })
  .map((values) => Float32Array.from(values));

describe("a stored vector", () => {
  it("tells the cosine to a hundredth", () => {
    fc.assert(
      fc.property(vector, fc.nat(), (values, seed) => {
        const other = values.map((value, at) => value * Math.cos(seed + at) + 0.1);
        const [one, two] = [toUnit(values), toUnit(other)];
        const exact = one.reduce((sum, value, at) => sum + value * (two[at] ?? 0), 0);
        expect(Math.abs(cosine(two, quantise(values).bytes) - exact)).toBeLessThan(0.03);
        expect(quantise(values).bits).toBe(bitsOf(one));
      }),
    );
  });

  it("is not compared with one of another length", () => {
    expect(cosine(new Float32Array(8), quantise(new Float32Array(16).fill(1)).bytes)).toBe(0);
  });
});

describe("neighbourhoods", () => {
  it("put what is alike together", () => {
    const around = (middle: string, at: number) =>
      middle.slice(0, at) + (middle[at] === "1" ? "0" : "1") + middle.slice(at + 1);
    const [one, other] = ["1".repeat(32) + "0".repeat(32), "01".repeat(32)];
    const sample = [
      ...Array.from({ length: 30 }, (_, at) => around(one, at)),
      ...Array.from({ length: 30 }, (_, at) => around(other, at)),
    ];
    const cells = learn(sample, 2);
    const of = sample.map((bits) => cellOf(cells, bits));
    expect(new Set(of.slice(0, 30)).size).toBe(1);
    expect(new Set(of.slice(30)).size).toBe(1);
    expect(of[0]).not.toBe(of[59]);
  });
});

describe("the blend", () => {
  const passages = (scores: readonly number[]): Passage[] =>
    scores.map((score, at) => ({
      chunk: at + 1,
      documentId: "d",
      externalId: null,
      title: "",
      url: null,
      headings: [],
      text: "",
      language: "en",
      score,
    }));
  const terms = { terms: [{ term: "a", passages: 1 }], indexSize: 100 };
  const score = fc.float({ min: 0, max: 50, noNaN: true });
  const near = fc.float({ min: -1, max: 1, noNaN: true });

  it("takes nothing away, and leaves all as it is where the model is not trusted", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(score, near), { maxLength: 20 }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (given, trust) => {
          const before = passages(given.map(([one]) => one));
          const cosines = new Map(given.map(([, cosine], at) => [at + 1, cosine]));
          const after = blendScores(before, { cosines, trust, terms });
          expect(after).toHaveLength(before.length);
          for (const { chunk, score: now } of after) expect(now).toBeGreaterThanOrEqual(before[chunk - 1]?.score ?? 0);
          const untrusted = blendScores(before, { cosines, trust: 0, terms });
          expect(untrusted.map(({ chunk }) => chunk)).toEqual(before.map(({ chunk }) => chunk));
        },
      ),
    );
  });

  it("lets meaning decide where the words say little, and not where they say enough", () => {
    const cosines = new Map([
      [1, 0.1],
      [2, 0.9],
      [3, 0.1],
      [4, 0.1],
    ]);
    const weak = blendScores(passages([1, 0.9, 0.5, 0.5]), { cosines, trust: 1, terms });
    expect(weak[0]?.chunk).toBe(2);
    const strong = blendScores(passages([9, 8, 1, 1]), { cosines, trust: 1, terms });
    expect(strong[0]?.chunk).toBe(1);
  });
});
