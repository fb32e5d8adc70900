import type { getDocumentProxy } from "unpdf";
import type { ReadPicture } from "../types.ts";

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

interface Picture {
  width: number;
  height: number;
  /** 1: a bit a point; 2: red, green, blue; 3: these and opacity. */
  kind: number;
  data: Uint8Array | Uint8ClampedArray;
}

/** Smaller ones are signs and lines. */
const LEAST_SIDE = 200;
const MOST_PAGES = 200;
/** pdf.js's names of "draw this picture". */
const DRAW = new Set([85, 86]);

/** Words in the pictures of a page, as a program for it reads them. */
export async function readPictures(pdf: Pdf, number: number, readPicture: ReadPicture): Promise<string[]> {
  if (number > MOST_PAGES) return [];
  const page = await pdf.getPage(number);
  const { fnArray, argsArray } = await page.getOperatorList();
  const texts: string[] = [];
  for (const [at, operation] of fnArray.entries()) {
    if (!DRAW.has(operation)) continue;
    const name: unknown = argsArray[at]?.[0];
    const picture = typeof name === "string" ? await pictureOf(page, name) : name;
    if (!isPicture(picture) || Math.min(picture.width, picture.height) < LEAST_SIDE) continue;
    const text = (await readPicture(asPortableMap(picture))).trim();
    if (text !== "") texts.push(text);
  }
  page.cleanup();
  return texts;
}

function pictureOf(page: Awaited<ReturnType<Pdf["getPage"]>>, name: string): Promise<unknown> {
  const store = name.startsWith("g_") ? page.commonObjs : page.objs;
  return new Promise((resolve) => store.get(name, resolve));
}

function isPicture(value: unknown): value is Picture {
  return (
    typeof value === "object" && value !== null && "data" in value && "width" in value && ArrayBuffer.isView(value.data)
  );
}

/** The plainest format there is, which every reader of pictures knows. */
function asPortableMap({ width, height, kind, data }: Picture): Uint8Array {
  const points = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const to = (y * width + x) * 3;
      for (let part = 0; part < 3; part += 1) points[to + part] = valueOf({ width, kind, data }, { x, y, part });
    }
  }
  return Buffer.concat([Buffer.from(`P6\n${width} ${height}\n255\n`), points]);
}

function valueOf(
  { width, kind, data }: Omit<Picture, "height">,
  { x, y, part }: { x: number; y: number; part: number },
): number {
  if (kind === 1) return ((data[y * Math.ceil(width / 8) + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
  return data[(y * width + x) * (kind === 3 ? 4 : 3) + part] ?? 255;
}
