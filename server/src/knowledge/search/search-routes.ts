import {
  documentLabels,
  embeddingState,
  explainedSearchInput,
  idSchema,
  missedDocument,
  missedInput,
  type SearchFilter,
  type SearchVerdict,
  searchResults,
  sourceLabels,
} from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Scope } from "../../platform/index.ts";
import { analyse } from "../analyse/analyse.ts";
import type { Embeddings } from "../embeddings/create-embeddings.ts";
import type { ExplainSearch } from "./explain-search.ts";
import type { FindMissed } from "./find-missed.ts";
import { plainText } from "../plain-text.ts";
import type { Search } from "./search.ts";
import type { SourceLabelStore } from "../sources/label-source.ts";
import type { SearchOutcome } from "../types.ts";

export interface SearchRoutesDeps {
  knowledge: {
    search: Search;
    explainSearch: ExplainSearch;
    findMissed: FindMissed;
    embeddings: Pick<Embeddings, "state">;
  };
  /** What the agent would answer. */
  judge(
    scope: Scope,
    agentId: string,
    asked: { question: string; filter?: SearchFilter | undefined },
  ): Promise<SearchVerdict>;
}

/** The bare search in an agent's passages, and why it found what it found. */
export function searchRoutes(base: FastifyInstance, { knowledge, judge }: SearchRoutesDeps): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.post(
    "/v1/agents/:id/search",
    {
      config: { permission: "knowledge:read", repeats: "freely" },
      schema: {
        tags: ["knowledge"],
        summary: "The passages that answer a question best; with `explain`, why",
        params: z.object({ id: idSchema("agent") }),
        body: explainedSearchInput,
        response: { 200: searchResults },
      },
    },
    async ({ scope, params, body }) => {
      const request = { agentId: params.id, query: body.query, limit: body.limit, filter: body.filter };
      const outcome = await knowledge.search(scope, request);
      const results = outcome.passages.map(({ text, title, url, score, documentId, externalId }) => ({
        text: plainText(text),
        title,
        url,
        score,
        documentId,
        externalId,
      }));
      if (!body.explain) return { results };
      const [explanations, verdict] = await Promise.all([
        knowledge.explainSearch(scope, request, outcome),
        judge(scope, params.id, { question: body.query, filter: body.filter }),
      ]);
      return {
        results: results.map((result, at) => {
          const explain = explanations[at];
          return explain === undefined ? result : { ...result, explain };
        }),
        verdict,
        missing: missingTerms(body.query, outcome),
        substitutions: outcome.substitutions ?? [],
        corrected: outcome.corrected ?? null,
      };
    },
  );

  app.post(
    "/v1/agents/:id/search/missed",
    {
      config: { permission: "knowledge:read", repeats: "freely" },
      schema: {
        tags: ["knowledge"],
        summary: "Why a document is not among the passages that a search finds",
        params: z.object({ id: idSchema("agent") }),
        body: missedInput,
        response: { 200: missedDocument },
      },
    },
    async ({ scope, params, body }) => knowledge.findMissed(scope, { agentId: params.id, ...body }),
  );

  app.get(
    "/v1/agents/:id/embeddings",
    {
      config: { permission: "knowledge:read" },
      schema: {
        tags: ["knowledge"],
        summary: "Which embedding model searches by meaning, and how far its vectors are",
        params: z.object({ id: idSchema("agent") }),
        response: { 200: embeddingState },
      },
    },
    async ({ scope, params }) => knowledge.embeddings.state(scope, params.id),
  );
}

/** Tags and audience of whole sources, by which searches are narrowed. */
export function sourceLabelRoutes(
  base: FastifyInstance,
  { sourceLabels: labels }: { sourceLabels: SourceLabelStore },
): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const params = z.object({ id: idSchema("source") });

  app.get(
    "/v1/sources/:id/labels",
    {
      config: { permission: "knowledge:read" },
      schema: {
        tags: ["knowledge"],
        summary: "Tags and audience of a source",
        params,
        response: { 200: sourceLabels },
      },
    },
    async ({ scope, params: { id } }) => labels.get(scope, id),
  );

  app.patch(
    "/v1/sources/:id/labels",
    {
      config: { permission: "knowledge:write" },
      schema: {
        tags: ["knowledge"],
        summary: "Set the tags and the audience of all that a source holds, for searches from now on",
        params,
        body: documentLabels,
        response: { 200: sourceLabels },
      },
    },
    async ({ scope, params: { id }, body }) => labels.set(scope, id, body),
  );
}

/** What of the question no passage holds; a small word of one language may be a term in another. */
function missingTerms(query: string, { terms, passages, substitutions = [] }: SearchOutcome): string[] {
  const language = passages[0]?.language ?? "en";
  const asked = new Set(analyse(query, language));
  for (const { word } of substitutions) for (const term of analyse(word, language)) asked.delete(term);
  return terms.flatMap(({ term, passages: held }) => (held === 0 && asked.has(term) ? [term] : []));
}
