import { faultCatalogue, isPermission, permissionWords, problem } from "@parley/contracts";
import type { SwaggerOptions } from "@fastify/swagger";
import type { FastifyContextConfig } from "fastify";
import { jsonSchemaTransform } from "fastify-type-provider-zod";
import { z } from "zod";

const DESCRIPTION = `Turns any website into an agent that answers visitors from it, with proof.

Everything that the dashboard does goes through this API. Lists come in pages; a POST may carry an \`Idempotency-Key\`; what
two people may edit carries an \`ETag\`; problems are \`application/problem+json\` with a stable \`code\`.`;

const idempotencyKey = {
  type: "object",
  properties: {
    "idempotency-key": {
      type: "string",
      maxLength: 255,
      description: "Sent again under the same key, the request is done once and answered as the first time.",
    },
  },
};

/** OpenAPI of every route that does not hide itself, made from the same schemas that check requests and answers. */
export function openapiOptions(version: string): SwaggerOptions {
  return {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Parley", description: DESCRIPTION, version },
      components: {
        schemas: { Problem: problemSchema() },
        securitySchemes: {
          bearer: {
            type: "http",
            scheme: "bearer",
            description: "An API key: made in the dashboard under Settings, or by `parley key create --name NAME`.",
          },
          session: {
            type: "apiKey",
            in: "cookie",
            name: "parley.session_token",
            description: "Who is signed in to the dashboard; the header Parley-Organization names the organization.",
          },
        },
      },
    },
    transform(document) {
      const { schema, url } = jsonSchemaTransform(document);
      if (!schema || ("hide" in schema && schema.hide)) return { schema, url };
      const response: Record<string, unknown> = typeof schema.response === "object" ? { ...schema.response } : {};
      for (const [status, answer] of Object.entries(response)) response[status] = withEtag(answer);
      response["default"] = {
        description: "A problem",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      };
      const { config, method } = document.route;
      return { schema: { ...schema, response, ...conventionsOf(schema, { method, config: { ...config } }) }, url };
    },
  };
}

/** What has a revision is answered with it as its ETag. */
function withEtag(answer: unknown): unknown {
  if (!hasRevision(answer)) return answer;
  const description = "The revision, for the If-Match of a change";
  return { ...Object(answer), headers: { ETag: { type: "string", description } } };
}

/** One of several shapes has it when all of them do. */
function hasRevision(answer: unknown): boolean {
  const { properties, oneOf }: Record<string, unknown> = { ...Object(answer) };
  if (Array.isArray(oneOf)) return oneOf.length > 0 && oneOf.every(hasRevision);
  return Object.hasOwn(Object(properties), "revision");
}

interface RouteParts {
  method: string | string[];
  config: FastifyContextConfig & { permission?: unknown };
}

/** What the route's declarations say beyond its schemas. */
function conventionsOf(schema: object, { method, config }: RouteParts): object {
  const { permission } = config;
  if (permission === undefined || permission === "none") return {};
  const ownHeaders = "headers" in schema ? schema.headers : undefined;
  return {
    security: securityOf(permission),
    "x-permission": permission,
    ...(typeof permission === "string" &&
      isPermission(permission) && { "x-permission-words": permissionWords[permission] }),
    ...(method === "POST" && config.repeats !== "freely" && { headers: withKey(ownHeaders) }),
  };
}

/** What needs a person is done by a session alone, what needs who holds the server by its token alone. */
function securityOf(permission: unknown): object[] {
  if (permission === "person") return [{ session: [] }];
  return permission === "admin" ? [{ bearer: [] }] : [{ bearer: [] }, { session: [] }];
}

function withKey(headers: unknown): object {
  const { properties, ...rest }: Record<string, unknown> = { ...Object(headers) };
  return { ...idempotencyKey, ...rest, properties: { ...idempotencyKey.properties, ...Object(properties) } };
}

function problemSchema() {
  const withCodes = problem.extend({ code: z.enum(Object.keys(faultCatalogue)) });
  const { $schema, ...schema } = z.toJSONSchema(withCodes, { target: "draft-2020-12" });
  // Plain data: zod's and swagger's words for a schema's type differ.
  return JSON.parse(JSON.stringify(schema));
}
