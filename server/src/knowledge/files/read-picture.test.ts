import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createClock } from "../../platform/index.ts";
import { createReaders } from "./create-readers.ts";
import { createReadPicture } from "./read-picture.ts";

let folder = "";
const clock = createClock();
/** What stands between is drawn on a page, two points of grey wide enough to be a scan. */
const scan = (): Uint8Array => {
  const [width, height] = [300, 200];
  const points = Buffer.alloc(width * height, 128).toString("latin1");
  const image = `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length ${points.length} >>\nstream\n${points}\nendstream`;
  const draw = "q 500 0 0 300 20 20 cm /Im1 Do Q";
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Im1 5 0 R >> >> /Contents 4 0 R >>",
    `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
    image,
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((content, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${content}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 6\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(text, "latin1");
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "parley-tesseract-"));
  // It says what it was given: the head of a portable map.
  await writeFile(join(folder, "tesseract"), '#!/bin/sh\nhead -c 2\necho " was seen with $*"\ncat > /dev/null\n');
  await chmod(join(folder, "tesseract"), 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("reads scanned pages with the program that is found", async () => {
  const readPicture = createReadPicture({ path: null, searchPath: `/nowhere:${folder}`, languages: "eng+deu" }, clock);
  const readers = createReaders({ clock, readPicture });
  try {
    const { documents, pages } = await readers.read({ name: "scan.pdf", bytes: scan() });
    expect(pages).toBe(1);
    expect(documents[0]?.content).toBe("P6 was seen with stdin stdout -l eng+deu");
    expect(documents[0]?.places).toEqual([{ at: 0, place: { page: 1 } }]);
  } finally {
    await readers.stop();
  }
});

it("says so where there is none", async () => {
  expect(createReadPicture({ path: null, searchPath: "/nowhere", languages: null }, clock)).toBeUndefined();
  expect(createReadPicture({ path: "off", searchPath: folder, languages: null }, clock)).toBeUndefined();
  const readers = createReaders({ clock });
  try {
    await expect(readers.read({ name: "scan.pdf", bytes: scan() })).rejects.toMatchObject({
      code: "no_text",
      message: expect.stringContaining("Tesseract"),
    });
  } finally {
    await readers.stop();
  }
});
