import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { type Arrival, UploadBody, uploadLimits } from "./receive-upload.ts";

const headOf = (name: string) => `--part\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;

/** An upload that is under way, with what came of its files. */
function begin(refuse: (name: string) => boolean = () => false) {
  const content = new PassThrough();
  const arrivals: Arrival[] = [];
  const whole = new UploadBody(content, { "content-type": "multipart/form-data; boundary=part" }).each(uploadLimits, {
    async keep(bytes) {
      let size = 0;
      for await (const piece of bytes) size += piece.length;
      return `stored ${size}`;
    },
    async arrived(arrival) {
      if (refuse(arrival.name)) throw new Error("The database is away");
      arrivals.push(arrival);
    },
  });
  return { content, arrivals, whole };
}

it.each([
  ["without a word", undefined],
  ["with an error", new Error("reset")],
])("ends when the connection ends %s in the middle of a file", async (_how, error) => {
  const { content, arrivals, whole } = begin();
  content.write(`${headOf("half.txt")}the first half`);
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  content.destroy(error);
  await expect(whole).rejects.toMatchObject({ code: "invalid_request" });
  expect(arrivals).toMatchObject([{ name: "half.txt", fault: { code: "internal" } }]);
});

it("ends when the connection ended before it was read", async () => {
  const { content, arrivals, whole } = begin();
  content.destroy();
  await expect(whole).rejects.toMatchObject({ code: "invalid_request" });
  expect(arrivals).toEqual([]);
});

it("tells at its end what failed on our side, and keeps the files after that", async () => {
  const unheard: unknown[] = [];
  const hear = (error: unknown) => void unheard.push(error);
  process.on("unhandledRejection", hear);
  const { content, arrivals, whole } = begin((name) => name === "one.txt");
  content.write(`${headOf("one.txt")}one\r\n${headOf("two.txt")}tw`);
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  content.end("o\r\n--part--\r\n");
  await expect(whole).rejects.toThrow("The database is away");
  process.off("unhandledRejection", hear);
  expect(unheard).toEqual([]);
  expect(arrivals).toMatchObject([{ name: "two.txt", received: { size: 3 } }]);
});
