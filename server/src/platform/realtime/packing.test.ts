import fc from "fast-check";
import { expect, it } from "vitest";
import { createUnpacker, packFrames, readPayload, writePayload, type Frame, type Payload } from "./packing.ts";

const frames = fc.array(fc.tuple(fc.string({ unit: "binary" }), fc.jsonValue({ stringUnit: "binary" })), {
  maxLength: 12,
});

it("carries any frames over payloads of any size, in order", () => {
  const property = fc.property(frames, fc.integer({ min: 20, max: 400 }), (sent, maxBytes) => {
    const unpack = createUnpacker(1_000_000);
    const payloads = packFrames(
      sent.map((frame) => JSON.stringify(frame)),
      maxBytes,
    );
    const arrived: Frame[] = [];
    for (const outgoing of payloads) {
      const text = writePayload({ from: "me", ...outgoing });
      expect(Buffer.byteLength(outgoing.body)).toBeLessThanOrEqual(maxBytes);
      expect(Buffer.from(text).toString()).toBe(text);
      const read = readPayload(text);
      if (read) arrived.push(...unpack(read));
    }
    expect(JSON.stringify(arrived)).toBe(JSON.stringify(sent));
  });
  fc.assert(property, { numRuns: 500 });
});

it("puts what fits into one payload", () => {
  const encoded = Array.from({ length: 100 }, (_, n) => JSON.stringify(["topic", { n }]));
  expect(packFrames(encoded, 7_900)).toHaveLength(1);
});

it("loses a frame of which a part is missing, and only that", () => {
  const unpack = createUnpacker(1_000_000);
  const payload = (outgoing: Omit<Payload, "from">): Payload => ({ from: "me", ...outgoing });
  const large = packFrames([JSON.stringify(["big", "x".repeat(300)])], 100);
  const heard = large.toSpliced(1, 1).flatMap((part) => unpack(payload(part)));
  expect(heard).toEqual([]);
  expect(packFrames(['["small",1]'], 100).flatMap((whole) => unpack(payload(whole)))).toEqual([["small", 1]]);
});

it("takes nothing that is not ours", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = readPayload(text);
      if (read) createUnpacker(100)(read);
    }),
  );
  expect(readPayload("")).toBeUndefined();
  expect(readPayload("x y")).toBeUndefined();
});
