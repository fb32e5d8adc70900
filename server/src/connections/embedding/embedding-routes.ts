import { embeddingChoiceInput, organizationEmbeddings } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { seenRevision, type Scope } from "../../platform/index.ts";
import type { Connections } from "../create-connections.ts";

export interface EmbeddingRouteDeps {
  connections: Pick<Connections, "embedding">;
  /** The server's own model, and how far the vectors of all agents are. */
  progress: (scope: Scope) => Promise<{
    server: string | null;
    passages: number;
    embedded: number;
    problem: string | null;
  }>;
}

const tags = ["connections"];

/** Which model finds passages by meaning, for all agents of an organization. */
export function embeddingRoutes(
  base: FastifyInstance,
  { connections: { embedding }, progress }: EmbeddingRouteDeps,
): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const view = async (scope: Scope) => {
    const [chosen, far] = await Promise.all([embedding.get(scope), progress(scope)]);
    return { ...far, ...chosen };
  };
  const response = { 200: organizationEmbeddings };

  app.get(
    "/v1/embeddings",
    {
      config: { permission: "connections:read" },
      schema: { tags, summary: "Which model finds passages by meaning, and how far its vectors are", response },
    },
    async ({ scope }) => view(scope),
  );

  app.put(
    "/v1/embeddings",
    {
      config: { permission: "connections:write" },
      schema: {
        tags,
        summary: "Find passages by meaning with a model of your own: tested first, then all passages are read again",
        body: embeddingChoiceInput,
        response,
      },
    },
    async ({ scope, body, headers }) => {
      await embedding.choose(scope, seenRevision(headers["if-match"]), body);
      return view(scope);
    },
  );

  app.delete(
    "/v1/embeddings",
    {
      config: { permission: "connections:write" },
      schema: { tags, summary: "Go back to the server's embedding model, or to words where it has none", response },
    },
    async ({ scope, headers }) => {
      await embedding.clear(scope, seenRevision(headers["if-match"]));
      return view(scope);
    },
  );
}
