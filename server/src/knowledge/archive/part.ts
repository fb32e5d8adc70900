/** A kind of thing in an agent's archive: who has it says how it is written, checked and read. */
import type { z } from "zod";
import type { Scope } from "../../platform/index.ts";

export interface Into {
  scope: Scope;
  /** The agent that is being made; nobody knows of it until all is read. */
  agentId: string;
  /**
   * The id here of what had another one there: always the same for the same archive, so that reading may break off and
   * begin again. Ids of nothing that the archive holds lead nowhere.
   */
  idOf(kind: IdKind, id: string): string;
  signal: AbortSignal;
}

export type IdKind = "source" | "document" | "answer" | "file" | "product" | "synonym";

export interface ArchivePart<Line = unknown> {
  /** Of its entries: `documents/000001.jsonl`. */
  name: string;
  /** What a line must look like; what it does not name is left out. */
  line: z.ZodType<Line>;
  /** Everything of the agent, in an order in which it can be read again. */
  write(scope: Scope, agentId: string): AsyncIterable<unknown>;
  /** Stored files that go along after the lines, by the name that these give. */
  files?(scope: Scope, agentId: string): AsyncIterable<{ name: string; read(): Promise<Uint8Array | undefined> }>;
  /** One of its stored files; its line was read before. */
  readFile?(into: Into, name: string, bytes: Uint8Array): Promise<void>;
  /** A good many lines at once. Called again with the same, it does nothing. */
  read(into: Into, lines: readonly Line[]): Promise<void>;
}

/** Keeps what a part's lines are to the part itself. */
export function archivePart<Line>(part: ArchivePart<Line>): ArchivePart {
  return {
    ...part,
    read: (into, lines) =>
      part.read(
        into,
        lines.map((line) => part.line.parse(line)),
      ),
  };
}
