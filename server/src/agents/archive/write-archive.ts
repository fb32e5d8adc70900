import { createHash } from "node:crypto";
import { once } from "node:events";
import { createGzip } from "node:zlib";
import { ARCHIVE_FORMAT, ARCHIVE_VERSION } from "@parley/contracts";
import type { ArchivePart } from "../../knowledge/index.ts";
import type { Scope } from "../../platform/index.ts";
import { TAR_END, tarEntry } from "./tar.ts";

export interface ArchiveEntry {
  name: string;
  bytes: number;
  sha256: string;
  /** Of its lines; 1 for a file. */
  lines: number;
}

export interface ArchiveManifest {
  format: string;
  version: number;
  /** Of the agent. */
  name: string;
  createdAt: string;
  counts: Record<string, number>;
  entries: ArchiveEntry[];
}

/** Lines are put together up to so many bytes. */
const PIECE = 4 * 1024 * 1024;

export interface Writing {
  scope: Scope;
  agentId: string;
  name: string;
  createdAt: string;
  parts: readonly ArchivePart[];
  /** Told after each entry how many lines were written so far. */
  wrote(lines: number): Promise<void>;
  signal: AbortSignal;
}

/** A tar.gz: each part's lines in entries of some megabytes, its files, and at the end the manifest with all hashes. */
export async function* writeArchive(writing: Writing): AsyncGenerator<Uint8Array> {
  const gzip = createGzip({ level: 6 });
  const feeding = feed(writing, async (piece) => {
    if (!gzip.write(piece)) await once(gzip, "drain");
  }).then(
    () => gzip.end(),
    (error: unknown) => gzip.destroy(error instanceof Error ? error : new Error("The archive was not written")),
  );
  for await (const piece of gzip) yield piece;
  await feeding;
}

async function feed(writing: Writing, put: (piece: Uint8Array) => Promise<void>): Promise<void> {
  const { scope, agentId, parts, signal } = writing;
  const entries: ArchiveEntry[] = [];
  const counts: Record<string, number> = {};
  let all = 0;

  async function entry(name: string, content: Buffer, lines: number): Promise<void> {
    signal.throwIfAborted();
    for (const piece of tarEntry({ name, content })) await put(piece);
    entries.push({ name, bytes: content.length, sha256: createHash("sha256").update(content).digest("hex"), lines });
    all += lines;
    await writing.wrote(all);
  }

  for (const part of parts) {
    counts[part.name] = 0;
    let number = 0;
    for await (const { content, lines } of pieces(part.write(scope, agentId))) {
      counts[part.name] = (counts[part.name] ?? 0) + lines;
      number += 1;
      await entry(`${part.name}/${String(number).padStart(6, "0")}.jsonl`, content, lines);
    }
    for await (const file of part.files?.(scope, agentId) ?? []) {
      const bytes = await file.read();
      if (bytes) await entry(`blobs/${file.name}.bin`, Buffer.from(bytes), 1);
    }
  }
  const { name, createdAt } = writing;
  const manifest: ArchiveManifest = {
    format: ARCHIVE_FORMAT,
    version: ARCHIVE_VERSION,
    name,
    createdAt,
    counts,
    entries,
  };
  for (const piece of tarEntry({ name: "manifest.json", content: Buffer.from(JSON.stringify(manifest, null, 1)) }))
    await put(piece);
  await put(TAR_END);
}

async function* pieces(values: AsyncIterable<unknown>): AsyncGenerator<{ content: Buffer; lines: number }> {
  let held: string[] = [];
  let size = 0;
  for await (const value of values) {
    const text = `${JSON.stringify(value)}\n`;
    held.push(text);
    size += text.length;
    if (size < PIECE) continue;
    yield { content: Buffer.from(held.join("")), lines: held.length };
    held = [];
    size = 0;
  }
  if (held.length > 0) yield { content: Buffer.from(held.join("")), lines: held.length };
}
