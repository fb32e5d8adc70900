import type { Clock, Database, Events, Files, Jobs, Live, Log, Scope } from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import type { DocumentItem, IndexedDocument } from "../documents/index-documents.ts";
import type { Readers } from "./create-readers.ts";
import type { createFileReading } from "./read-file-job.ts";
import type { createFileRemoval } from "./remove-file.ts";

export interface FilesDeps {
  db: Database;
  clock: Clock;
  log: Pick<Log, "warn">;
  jobs: Pick<Jobs, "define" | "send">;
  events: Pick<Events, "publish" | "wake">;
  live: Live;
  audit: Audit;
  files: Files;
  /** Null: links lead to a path of this server. */
  publicUrl: string | null;
  readers: Readers;
  detectLanguage(text: string): string;
  indexDocuments(scope: Scope, agentId: string, items: readonly DocumentItem[]): Promise<IndexedDocument[]>;
  removeDocuments(scope: Scope, documentIds: readonly string[]): Promise<void>;
}

/** What goes on with files behind their screens. */
export interface FilesWork {
  reading: ReturnType<typeof createFileReading>;
  removal: ReturnType<typeof createFileRemoval>;
  /** Where visitors open a file; null when they may not. */
  addressOf(file: { id: string; public: boolean }): string | null;
  told(scope: Scope, file: { id: string; agentId: string }): void;
}

/** A file as somebody saw it; `revision` null for as it is now. */
export interface Seen {
  id: string;
  revision: number | null;
}
