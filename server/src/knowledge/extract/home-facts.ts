import { z } from "zod";

/** What a start page tells of the whole site, kept with the source so that it need not be read again. */
export const homeFacts = z.object({
  /** As the site names itself; null when only its titles tell. */
  name: z.string().nullable(),
  title: z.string(),
  description: z.string().nullable(),
  language: z.string().nullable(),
  themeColor: z.string().nullable(),
  /** Addresses of pictures that may be its logo, best first. */
  icons: z.array(z.string()),
  manifest: z.string().nullable(),
  /** Its stylesheets, in order. */
  stylesheets: z.array(z.string()),
  /** CSS on the page itself, cut off. */
  css: z.string(),
  /** Questions that the page's data names. */
  questions: z.array(z.string()),
});
export type HomeFacts = z.infer<typeof homeFacts>;
