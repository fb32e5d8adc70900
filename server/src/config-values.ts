/** The kinds of values that the environment may hold. */
import { z } from "zod";

export const list = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((item) => item.trim())
      .filter(Boolean),
  );
export const optional = z.string().trim().min(1).optional();
export const number = ({ least, most }: { least: number; most: number }) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};
export const count = (fallback: number, least = 0) => number({ least, most: 1_000_000_000 }).default(fallback);
export const allOf = (fits: (entry: string) => boolean, message: string) =>
  list.superRefine((entries, context) => {
    const wrong = entries.filter((entry) => !fits(entry));
    if (wrong.length > 0)
      context.addIssue({ code: "custom", message: `has ${wrong.map((entry) => `"${entry}"`).join(", ")}: ${message}` });
  });
export const url = (...protocols: string[]) =>
  optional.refine((text) => text === undefined || (URL.canParse(text) && protocols.includes(new URL(text).protocol)), {
    message: `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`,
  });
