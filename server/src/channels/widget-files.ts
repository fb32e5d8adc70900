/** The built widget, read once and kept: a few hundred kilobytes, compressed beforehand. */
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { distDirectory } from "@parley/widget/dist-directory";
import { Fault } from "@parley/contracts";
import { z } from "zod";
import type { PageAssets } from "./pages/index.ts";

export interface WidgetFile {
  path: string;
  type: string;
  cache: string;
  plain: Buffer;
  /** Null where it would not help. */
  gzipped: Buffer | null;
}

export interface WidgetFiles {
  files: WidgetFile[];
  assets: PageAssets;
}

const manifest = z.object({
  entries: z.object({
    messengerJs: z.string(),
    messengerCss: z.string(),
    pagesCss: z.string(),
    favicon: z.string(),
    shareImage: z.string().nullable(),
    font: z.string(),
    previewJs: z.string(),
    stageJs: z.string(),
    stageCss: z.string(),
  }),
  looks: z.record(z.string(), z.string()),
  files: z.array(z.object({ path: z.string(), file: z.string(), type: z.string(), cache: z.string() })),
});

/** @throws Fault unavailable while the widget is not built. */
export async function readWidgetFiles(): Promise<WidgetFiles> {
  const text = await readFile(new URL("manifest.json", distDirectory), "utf8").catch(() => {
    throw new Fault("unavailable", "The widget is not built. `npm start` builds it; by hand: node widget/build.mjs");
  });
  const { entries, looks, files } = manifest.parse(JSON.parse(text));
  return {
    assets: { ...entries, looks },
    files: await Promise.all(
      files.map(async ({ path, file, type, cache }) => {
        const plain = await readFile(new URL(file, distDirectory));
        const gzipped = type.startsWith("font/") || type === "image/png" ? null : gzipSync(plain, { level: 9 });
        return { path, type, cache, plain, gzipped };
      }),
    ),
  };
}
