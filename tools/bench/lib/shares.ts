/** Shares of what was asked, as rows of the table. */
import type { DocumentItem } from "../../../server/src/knowledge/index.ts";
import type { BenchRow } from "../row.ts";

export interface Paragraph {
  id: string;
  title: string;
  text: string;
}

export function item({ id, title, text }: Paragraph): DocumentItem {
  return { sourceId: null, externalId: id, url: null, title, language: "en", content: text, contentHash: id };
}

export async function share<Item>(items: readonly Item[], test: (one: Item) => Promise<boolean>): Promise<number> {
  let passed = 0;
  for (const one of items) if (await test(one)) passed += 1;
  return items.length === 0 ? 0 : passed / items.length;
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

export function row(name: string, value: number, target: number | null): BenchRow {
  return { name, value: Math.round(value * 10_000) / 10_000, unit: "share", target, better: "higher" };
}
