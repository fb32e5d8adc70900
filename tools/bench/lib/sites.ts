import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPage } from "../../../server/src/knowledge/extract/read-page.ts";
import type { DocumentItem } from "../../../server/src/knowledge/index.ts";
import { dataFile, readLines } from "./data.ts";

export interface SiteQuestion {
  question: string;
  answers: string[];
  /** Paths of the pages that hold the answer. */
  pages: string[];
  answerable: boolean;
}

export const sites = ["nyu-library", "docling-docs"];

/** Every page of a site that the data holds, read as the crawler reads it; its path is its external id. */
export async function readSite(name: string): Promise<{ items: DocumentItem[]; questions: SiteQuestion[] }> {
  const manifest: { pages: { path: string; url: string }[] } = JSON.parse(
    readFileSync(dataFile(`sites/${name}.manifest.json`), "utf8"),
  );
  const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
  try {
    execFileSync("tar", ["-xJf", dataFile(`sites/${name}.tar.xz`), "-C", folder, "--strip-components=1"]);
    const items: DocumentItem[] = [];
    for (const { path, url } of manifest.pages) {
      const file = join(folder, path);
      if (!existsSync(file) || path === "404.html") continue;
      const item = await readItem(path, `http://site.example${url}`, readFileSync(file, "utf8"));
      if (item !== null) items.push(item);
    }
    return { items, questions: readLines<SiteQuestion>(`sites/${name}.questions.jsonl`) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readItem(path: string, url: string, html: string): Promise<DocumentItem | null> {
  const page = await readPage({ url, html });
  if (page.refresh !== null || page.markdown.trim() === "") return null;
  const contentHash = createHash("sha256").update(page.markdown).digest("hex");
  const language = page.declaredLanguage ?? "en";
  return { sourceId: null, externalId: path, url, title: page.title, language, content: page.markdown, contentHash };
}
