import Fastify, { type FastifyInstance, type RouteOptions } from "fastify";
import { noCompilers } from "./no-compilers.ts";
import { openapiOptions } from "./openapi.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** The OpenAPI document of all routes, made when somebody first asks for it. */
    openapi(): Promise<object>;
  }
}

/** Call before the first route. */
export function describeApi(app: FastifyInstance, version: string): void {
  const routes: RouteOptions[] = [];
  app.addHook("onRoute", (route) => void routes.push(route));
  let document: Promise<object> | undefined;
  app.decorate("openapi", () => (document ??= describe(routes, version)));
}

/**
 * What makes the document is read only now, and forgotten afterwards: it gets the routes in a Fastify of its own, which
 * answers nobody.
 */
async function describe(routes: readonly RouteOptions[], version: string): Promise<object> {
  const { default: swagger } = await import("@fastify/swagger");
  const book = Fastify({ exposeHeadRoutes: false, schemaController: noCompilers });
  await book.register(swagger, openapiOptions(version));
  for (const { method, url, schema, config } of routes) {
    if (method !== "HEAD") book.route({ method, url, schema, config, handler: async () => "" });
  }
  await book.ready();
  return book.swagger();
}
