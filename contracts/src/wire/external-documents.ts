/** Documents by the ids that whoever sends them has for them. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { documentInput } from "./rest.ts";

export const externalDocumentInput = documentInput.omit({ externalId: true });

const most = 1_000;

export const documentBulk = z
  .object({
    action: z.literal("delete"),
    externalIds: z.array(documentInput.shape.externalId).max(most).default([]),
    ids: z.array(idSchema("document")).max(most).default([]),
  })
  .refine(({ externalIds, ids }) => externalIds.length + ids.length > 0, "names no document: give externalIds or ids");
export type DocumentBulk = z.infer<typeof documentBulk>;
