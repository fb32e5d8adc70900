/** What narrows a search or a question to some of the documents. */
import { z } from "zod";
import { idSchema } from "../ids.ts";

const shortTag = z.string().trim().min(1).max(60);

export const documentTags = z.array(shortTag).max(20);
export const documentAudience = z.string().trim().min(1).max(60);

/** Which documents are searched, in the database. What is left out does not matter. */
export const searchFilter = z.object({
  /** Of any of these sources. */
  sources: z.array(idSchema("source")).min(1).max(50).optional(),
  /** In any of these languages (BCP 47; `en` is also en-GB). */
  languages: z
    .array(z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}$/))
    .min(1)
    .max(20)
    .optional(),
  /** With any of these tags, of its own or of its source. */
  tags: documentTags.min(1).optional(),
  /** For this audience; what is for nobody in particular is for everybody. */
  audience: documentAudience.optional(),
});
export type SearchFilter = z.infer<typeof searchFilter>;
