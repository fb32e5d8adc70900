import { faultCatalogue, problem } from "@parley/contracts";
import type { SwaggerOptions } from "@fastify/swagger";
import { jsonSchemaTransform } from "fastify-type-provider-zod";
import { z } from "zod";

/** OpenAPI of every route that does not hide itself, made from the same schemas that check requests and answers. */
export function openapiOptions(version: string): SwaggerOptions {
  return {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Parley",
        description: "Turns any website into an agent that answers visitors from it, with proof.",
        version,
      },
      components: {
        schemas: { Problem: problemSchema() },
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
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      };
      const { permission }: Record<string, unknown> = { ...document.route.config };
      const open = permission === undefined || permission === "none";
      return { schema: { ...schema, response, ...(open ? {} : { security: [{ bearer: [] }] }) }, url };
    },
  };
}

function problemSchema() {
  const withCodes = problem.extend({ code: z.enum(Object.keys(faultCatalogue)) });
  const { $schema, ...schema } = z.toJSONSchema(withCodes, { target: "draft-2020-12" });
  // Plain data: zod's and swagger's words for a schema's type differ.
  return JSON.parse(JSON.stringify(schema));
}
