import { problem } from "@parley/contracts";
import type { SwaggerOptions } from "@fastify/swagger";
import { jsonSchemaTransform } from "fastify-type-provider-zod";
import { z } from "zod";

/** OpenAPI of every route that does not hide itself, made from the same schemas that check requests and answers. */
export function openapiOptions(version: string): SwaggerOptions {
  const problemSchema = z.toJSONSchema(problem, { target: "draft-2020-12" });
  delete problemSchema.$schema;
  return {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Parley",
        description: "Turns any website into an agent that answers visitors from it, with proof.",
        version,
      },
      components: {
        securitySchemes: {
          bearer: {
            type: "http",
            scheme: "bearer",
            description: "An API key: `parley key create --name NAME` makes one.",
          },
        },
      },
    },
    transform(document) {
      const { schema, url } = jsonSchemaTransform(document);
      if (!schema || ("hide" in schema && schema.hide)) return { schema, url };
      const response: Record<string, unknown> = typeof schema.response === "object" ? { ...schema.response } : {};
      response["default"] = {
        description: "A problem",
        content: { "application/problem+json": { schema: problemSchema } },
      };
      const { permission }: Record<string, unknown> = { ...document.route.config };
      const open = permission === undefined || permission === "none";
      return { schema: { ...schema, response, ...(open ? {} : { security: [{ bearer: [] }] }) }, url };
    },
  };
}
