import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holdSentences } from "./hold-sentences.ts";

const TEXT =
  "Dr. Smith opens at 9.30 a.m. [1]. Really? Yes! [2][3] See e.g. the menu [1, 2].\n\n- Bread: $2.50 [4]\n- Milk\n\n```js\nitems[1] = 2;\nconst a = 1. + 2;\n```\nUse `items[1]` there. 今日は休みです。[2]明日は開きます。";

function hold(deltas: readonly string[]) {
  const held = holdSentences();
  return [...deltas.flatMap((delta) => held.push(delta)), ...held.flush()];
}

/** A mark that comes when its sentence is out already stands alone: here it is put back. */
function joined(deltas: readonly string[]) {
  const sentences: { text: string; sources: number[] }[] = [];
  for (const { text, sources } of hold(deltas)) {
    if (text === "") sentences.at(-1)?.sources.push(...sources);
    else sentences.push({ text, sources });
  }
  return sentences;
}

describe("holding sentences", () => {
  it("gives whole ones with their sources, in order", () => {
    expect(hold([TEXT]).map(({ text, sources }) => [text, ...sources])).toEqual([
      ["Dr. Smith opens at 9.30 a.m.", 1],
      ["Really?"],
      ["Yes!", 2, 3],
      ["See e.g. the menu.", 1, 2],
      ["- Bread: $2.50", 4],
      ["- Milk"],
      ["```js\nitems[1] = 2;\nconst a = 1. + 2;\n```"],
      ["Use `items[1]` there."],
      ["今日は休みです。", 2],
      ["明日は開きます。"],
    ]);
  });

  it("gives the same however the text is cut", () => {
    const whole = joined([TEXT]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: TEXT.length }), { maxLength: 30 }), (cuts) => {
        const places = [0, ...cuts.toSorted((one, other) => one - other), TEXT.length];
        const deltas = places.slice(1).map((place, at) => TEXT.slice(places[at], place));
        expect(joined(deltas)).toEqual(whole);
      }),
    );
  });

  it("does not wait for the next sentence when the source is named", () => {
    const held = holdSentences();
    expect(held.push("The shop opens at nine [2].").map(({ text }) => text)).toEqual(["The shop opens at nine."]);
  });

  it("loses no word of any text", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(..."ab.!? \n"), maxLength: 8 })), (deltas) => {
        const out = hold(deltas)
          .map(({ before, text }) => before + text)
          .join("");
        expect(out.replace(/\s/gu, "")).toBe(deltas.join("").replace(/\s/gu, ""));
      }),
    );
  });
});
