/** Files that others made, read in the server's own threads. Left out, with a word, where the test data is missing. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createClock } from "../../platform/index.ts";
import { createReaders } from "./create-readers.ts";
import { ParseFault } from "./parse/types.ts";

const data = join(process.env["PARLEY_TEST_DATA"] ?? join(import.meta.dirname, "../../../../../shared"), "data");
const manifest = join(data, "files/manifest.jsonl");
const line = z.object({ file: z.string(), kind: z.string(), format: z.string(), expected: z.string().optional() });
const isThere = existsSync(manifest);
if (!isThere) console.warn("The files of others are not read: there is no test data at PARLEY_TEST_DATA.");

describe.skipIf(!isThere)("files of others", () => {
  const readers = createReaders({ clock: createClock() });
  afterAll(() => readers.stop());
  const all = isThere
    ? readFileSync(manifest, "utf8")
        .split("\n")
        .filter((text) => text !== "")
        .map((text) => line.parse(JSON.parse(text)))
    : [];
  const read = async (path: string): Promise<{ text: string; code: string | null }> => {
    try {
      const { documents } = await readers.read({
        name: path.split("/").at(-1) ?? "",
        bytes: readFileSync(join(data, path)),
      });
      return { text: documents.map(({ title, content }) => `${title}\n${content}`).join("\n"), code: null };
    } catch (error) {
      if (error instanceof ParseFault) return { text: "", code: error.code };
      throw error;
    }
  };
  const words = (text: string) =>
    new Set(
      text
        .replace(/<!--.*?-->/gs, "")
        .replace(/\\/g, "")
        .toLowerCase()
        .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [],
    );

  it("give nearly all of their words", async () => {
    const judged: [string, number][] = [];
    for (const { file, kind, format, expected } of all) {
      if (expected === undefined || kind === "readability-html") continue;
      if (!["docx", "xlsx", "xlsm", "csv", "pptx", "html", "md"].includes(format)) continue;
      const wanted = words(readFileSync(join(data, expected), "utf8"));
      const there = words((await read(file)).text);
      const found = [...wanted].filter((word) => there.has(word)).length;
      judged.push([file, wanted.size === 0 ? 1 : found / wanted.size]);
    }
    const met = judged.filter(([, recall]) => recall >= 0.9);
    expect(
      met.length / judged.length,
      JSON.stringify(judged.filter((one) => !met.includes(one))),
    ).toBeGreaterThanOrEqual(0.95);
  }, 120_000);

  it("give text or a fault with a word, however hostile they are", async () => {
    const hostile = [
      ...all.filter(({ kind }) => kind === "hostile").map(({ file }) => file),
      ...readdirSync(join(data, "abuse/files")).map((name) => `abuse/files/${name}`),
    ];
    for (const file of hostile) {
      const { text, code } = await read(file);
      expect(text !== "" || code !== null, file).toBe(true);
    }
    expect((await read("abuse/files/billion_laughs.docx")).code).toBe("damaged");
    expect((await read("abuse/files/bomb_docx_60MB.docx")).code).toBe("too_large");
    expect((await read("abuse/files/gzip_bomb_50MB.html.gz")).code).toBe("too_large");
  }, 120_000);
});
