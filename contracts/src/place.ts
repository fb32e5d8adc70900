/** Where in a file a passage stands. */
import { z } from "zod";

export const place = z.object({
  /** 1 for the first. */
  page: z.int().positive().optional(),
  /** The name of a sheet of a workbook. */
  sheet: z.string().optional(),
  slide: z.int().positive().optional(),
  /** As the sheet numbers its rows: the first that the passage holds. */
  row: z.int().positive().optional(),
  /** The last row that the passage holds, where it holds several. */
  lastRow: z.int().positive().optional(),
});
export type Place = z.infer<typeof place>;
