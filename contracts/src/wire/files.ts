/** Files that an agent answers from. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { pageQuery } from "./rest.ts";

export const fileStatus = z.enum(["queued", "reading", "ready", "failed"]);
export type FileStatus = z.infer<typeof fileStatus>;

/** Why a file, or a part of it, cannot be read. `failed`: it was tried and can be tried again. */
export const fileProblem = z.enum([
  "encrypted",
  "damaged",
  "empty",
  "no_text",
  "too_large",
  "too_slow",
  "unsupported",
  "failed",
]);

export const knowledgeFile = z.object({
  id: idSchema("file"),
  agentId: idSchema("agent"),
  sourceId: z.string().nullable(),
  name: z.string(),
  /** In bytes. */
  size: z.int(),
  /** What it is by its content, such as `pdf`; null until it has been read. */
  type: z.string().nullable(),
  /** SHA-256 of its bytes, in hexadecimal. */
  hash: z.string(),
  status: fileStatus,
  code: fileProblem.nullable(),
  /** What is wrong and what to do. */
  message: z.string().nullable(),
  /** Documents that were made of it: one for a text, one for each sheet of a workbook or entry of an archive. */
  documents: z.int(),
  /** Pages or slides, of what has some. */
  pages: z.int().nullable(),
  words: z.int(),
  /** Parts that could not be read, such as a locked file within an archive. */
  skipped: z.array(z.object({ entry: z.string(), code: fileProblem, message: z.string() })),
  /** Whether visitors may open the original from a citation. */
  public: z.boolean(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
  revision: z.int(),
});
export type KnowledgeFile = z.infer<typeof knowledgeFile>;

export const fileQuery = pageQuery.extend({
  /** Part of the name. */
  q: z.string().trim().max(200).optional(),
  status: fileStatus.optional(),
});
export type FileQuery = z.infer<typeof fileQuery>;

export const fileChange = z.object({ name: z.string().trim().min(1).max(255), public: z.boolean() }).partial();
export type FileChange = z.infer<typeof fileChange>;

/** What became of each file that was sent, in their order: it stands here, or it says why not. */
export const uploadResult = z.object({
  data: z.array(
    z.object({
      name: z.string(),
      file: knowledgeFile.nullable(),
      code: z.string().nullable(),
      message: z.string().nullable(),
    }),
  ),
});
export type UploadResult = z.infer<typeof uploadResult>;
