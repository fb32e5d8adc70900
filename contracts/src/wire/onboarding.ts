/** From an address to a talking agent: what the site says of itself, facts of the business, and questions to try. */
import { z } from "zod";
import { citation } from "../answer.ts";

/** What visitors ask a business most, kept apart from the pages that say it. */
export const factKind = z.enum(["hours", "address", "phone", "email"]);
export type FactKind = z.infer<typeof factKind>;

/** One line, such as `Mon–Fri 9:00–18:00`, in the words of the site or the owner. */
export const businessFact = z.object({
  text: z.string().trim().min(1).max(500),
  /** The page that says so; null when the owner said it. */
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_048)
    .nullable()
    .default(null),
});
export type BusinessFact = z.infer<typeof businessFact>;

const lines = z.array(businessFact).max(14);
export const businessFacts = z.object({ hours: lines, address: lines, phone: lines, email: lines });
export type BusinessFacts = z.infer<typeof businessFacts>;

/**
 * What the owner has set or confirmed: it is answered before pages are looked at. A kind that is left out,
 * or whose list is empty, is answered from the pages.
 */
export const factSettings = businessFacts.partial();
export type FactSettings = z.infer<typeof factSettings>;

/** How a site speaks to its visitors. */
export const tone = z.enum(["neutral", "formal", "friendly"]);
export type Tone = z.infer<typeof tone>;

/** What a site says of itself, as found while it is read. The agent's own settings come before it. */
export const siteProfile = z.object({
  name: z.string().nullable(),
  description: z.string().nullable(),
  language: z.string().nullable(),
  tone: tone.nullable(),
  color: z.string().nullable(),
  /** A path on this server. */
  logoUrl: z.string().nullable(),
  questions: z.array(z.string()),
  facts: businessFacts,
  /** Null until the first pages were read. */
  foundAt: z.iso.datetime().nullable(),
});
export type SiteProfileView = z.infer<typeof siteProfile>;

/** One question that visitors of such a business ask, and what the agent says to it. */
export const probe = z.object({
  question: z.string(),
  state: z.enum(["waiting", "answered", "unanswered"]),
  answer: z.string().nullable(),
  citations: z.array(citation),
});
export type Probe = z.infer<typeof probe>;

export const probeRun = z.object({
  status: z.enum(["none", "running", "done"]),
  data: z.array(probe),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type ProbeRun = z.infer<typeof probeRun>;

export const probeInput = z.object({
  /** Asks only those again that were not answered. */
  unansweredOnly: z.boolean().default(false),
});
