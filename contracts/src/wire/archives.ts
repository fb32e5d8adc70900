/** A whole agent as one file: written out here, read in there. */
import { z } from "zod";
import { idSchema } from "../ids.ts";

/** Of the file. Another number is another shape, which this version does not read. */
export const ARCHIVE_FORMAT = "parley-agent";
export const ARCHIVE_VERSION = 1;

export const archiveStatus = z.enum(["queued", "running", "done", "failed"]);

export const agentArchive = z.object({
  id: idSchema("archive"),
  kind: z.enum(["export", "import"]),
  /** Of an export: the agent in it. Of an import: the agent that it makes, which is there once it is done. */
  agentId: idSchema("agent"),
  name: z.string(),
  status: archiveStatus,
  /** Entries done so far, and all of them as far as they are known. */
  progress: z.object({ done: z.int(), total: z.int() }),
  /** How much of each kind is in it; null until that is known. */
  counts: z.record(z.string(), z.int()).nullable(),
  /** Of the file. */
  bytes: z.int().nullable(),
  /** Why it failed. */
  code: z.string().nullable(),
  message: z.string().nullable(),
  /** The file can be fetched until then; null where there is none any more. */
  expiresAt: z.iso.datetime().nullable(),
  createdBy: z.object({ type: z.string(), id: z.string(), name: z.string().nullable() }),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type AgentArchive = z.infer<typeof agentArchive>;
