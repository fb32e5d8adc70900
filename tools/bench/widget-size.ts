import { build, budgets } from "@parley/widget/build";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchRow } from "./row.ts";

/** What a visitor's browser fetches, gzipped: the loader on every page, the messenger when it is opened. */
export async function measureWidgetSize(): Promise<BenchRow[]> {
  const outDir = mkdtempSync(join(tmpdir(), "parley-widget-"));
  try {
    const { sizes } = await build({ outDir });
    return [
      {
        name: "widget, loader",
        value: sizes.loader,
        unit: "bytes",
        target: budgets.loader,
        better: "lower",
        note: "gzipped",
      },
      {
        name: "widget, messenger",
        value: sizes.messenger,
        unit: "bytes",
        target: budgets.messenger,
        better: "lower",
        note: "gzipped, script and styles",
      },
    ];
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
