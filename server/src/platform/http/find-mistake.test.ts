import { createValidationErrorOf } from "./validation.testing.ts";
import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { findMistake } from "./find-mistake.ts";

const document = z.object({ externalId: z.string().min(1), title: z.string().max(5).optional() });
const one = z.union([z.array(document).min(1), document]);
const block = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({ type: z.literal("image"), size: z.object({ width: z.int() }) }),
]);
const nested = z.object({
  agent: z.object({ blocks: z.array(block), either: z.union([z.string(), z.object({ url: z.url() })]).optional() }),
});
const strict = z.strictObject({ name: z.string(), deep: z.strictObject({ a: z.number() }).optional() });

it.each([
  ["the field of a list's item", one, [{ externalId: "a" }, { title: "x" }], "1.externalId"],
  ["the field of the single form", one, { externalId: "a", title: "too long" }, "title"],
  ["the field that is missing", one, {}, "externalId"],
  ["nothing where no form was meant", one, 7, ""],
  ["nothing for an empty list", one, [], ""],
  [
    "the field of the form that its type names",
    nested,
    { agent: { blocks: [{ type: "image", size: { width: "1" } }] } },
    "agent.blocks.0.size.width",
  ],
  ["the type where that is none", nested, { agent: { blocks: [{ type: "video" }] } }, "agent.blocks.0.type"],
  ["a choice within", nested, { agent: { blocks: [], either: { url: "no" } } }, "agent.either.url"],
  ["the choice itself", nested, { agent: { blocks: [], either: 7 } }, "agent.either"],
  ["a field that is none", strict, { name: "x", nmae: 1 }, "nmae"],
  ["a field that is none, within", strict, { name: "x", deep: { a: 1, b: 2 } }, "deep.b"],
])("names %s", (_what, schema, value, field) => {
  const mistake = findMistake(createValidationErrorOf(schema, value));
  expect(mistake.field).toBe(field);
  expect(mistake.message).not.toBe("");
});

it("never fails, and says something short, whatever it is given", () => {
  fc.assert(
    fc.property(fc.array(fc.anything(), { maxLength: 3 }), (validation) => {
      const { field, message } = findMistake(validation);
      expect(typeof field).toBe("string");
      expect(message.length).toBeLessThanOrEqual(300);
    }),
  );
});
