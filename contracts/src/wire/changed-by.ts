import { z } from "zod";

/** Who made or changed something; `name` as it was then. */
export const changedBy = z.object({ type: z.string(), id: z.string(), name: z.string().nullable() });
