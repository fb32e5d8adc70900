/** Documents by the ids that whoever sends them has for them. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { documentInput } from "./rest.ts";

export const externalDocumentInput = documentInput.omit({ externalId: true });

const most = 1_000;

/** Either or both; what is not there is passed over. */
export const documentBulk = z.object({
  action: z.literal("delete"),
  externalIds: z.array(documentInput.shape.externalId).max(most).default([]),
  ids: z.array(idSchema("document")).max(most).default([]),
});
export type DocumentBulk = z.infer<typeof documentBulk>;
