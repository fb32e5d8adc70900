import { validatorCompiler } from "fastify-type-provider-zod";
import type { z } from "zod";

/** What Fastify is told of a value that does not fit. */
export function createValidationErrorOf(schema: z.ZodType, value: unknown): unknown[] {
  const validate = validatorCompiler({ schema, method: "POST", url: "/" });
  const { error }: Record<string, unknown> = { ...Object(validate(value)) };
  if (!Array.isArray(error)) throw new Error("the value fits");
  return error;
}
