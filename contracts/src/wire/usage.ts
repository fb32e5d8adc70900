/** `/v1/usage`: what the organization's agents used, day by day (UTC), and what they may use. */
import { z } from "zod";

export const usageQuery = z.object({
  /** Whole days back, the present day included. */
  days: z.coerce.number().int().min(1).max(366).default(30),
});

const used = z.object({
  /** Answers given, by whatever answerer. */
  turns: z.int(),
  /** What language models read and wrote, in tokens. */
  inputTokens: z.int(),
  outputTokens: z.int(),
});

export const usage = z.object({
  days: z.array(used.extend({ day: z.iso.date() })),
  total: used,
  agents: z.array(used.extend({ id: z.string(), name: z.string(), tokensToday: z.int() })),
  /** Tokens a day; above them answers come from the passages alone. */
  limits: z.object({ visitorTokensPerDay: z.int(), agentTokensPerDay: z.int() }),
});
export type UsageReport = z.infer<typeof usage>;
