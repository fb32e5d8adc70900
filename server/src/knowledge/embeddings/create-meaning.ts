import type { EmbeddingModel, Reranker } from "@parley/contracts";
import type { Clock, Database, Row, Scope } from "../../platform/index.ts";
import { plainText } from "../plain-text.ts";
import { passageOf } from "../search/find-passages.ts";
import type { Passage, SearchOutcome } from "../types.ts";
import { blendScores } from "./blend-scores.ts";
import { PROBED_SHARE } from "./cells.ts";
import type { Begun, Meaning, MeaningRequest } from "./meaning.ts";
import { bitsOf, cosine, toUnit } from "./quantise.ts";
import { nearest, passagesOf, readSets, setOf, vectorsOf, type VectorSet } from "./vector-store.ts";

export interface MeaningDeps {
  db: Database;
  clock: Clock;
  /** Whether the organization searches by meaning at all. */
  isWanted(scope: Scope): Promise<boolean>;
  /** The one that is wanted or one that served before; undefined where it cannot be asked. */
  modelOf(scope: Scope, id: string): Promise<EmbeddingModel | undefined>;
  reranker: Reranker | undefined;
  /** Told of what the vendor counted. */
  count(scope: Scope, agentId: string, tokens: number): void;
  failed(error: unknown): void;
}

/** For a vector of the question; then words alone answer. */
const PATIENCE_MS = 150;
/** For the reranker, where there is one: it reads every passage. */
const RANK_PATIENCE_MS = 800;
const RANKED = 16;
const FRESH_MS = 5_000;
const REMEMBERED = 2_000;
/** The nearest by bits, of which the order is then counted with all that is stored. */
const NEAREST = 80;
/** Of those, so many that words alone would not have found join the others. */
const JOINING = 16;
/** After a failure the vendor is left alone for so long. */
const REST_MS = 5_000;

export function createMeaning(deps: MeaningDeps): Meaning {
  const { db, clock } = deps;
  const sets = new Map<string, { until: number; serving: VectorSet | undefined }>();
  const queries = new Map<string, Float32Array>();
  /** Each model by itself: what one organization's vendor does is nothing to the others. */
  const resting = new Map<string, number>();

  async function servingSet(scope: Scope, index: number): Promise<VectorSet | undefined> {
    const key = `${scope.organization} ${index}`;
    const known = sets.get(key);
    if (known && known.until > clock.now()) return known.serving;
    const [rows = []] = await db.batch(scope, [readSets(scope, index)]);
    const serving = rows.map(setOf).findLast(({ state }) => state === "serving");
    if (sets.size > REMEMBERED) sets.clear();
    sets.set(key, { until: clock.now() + FRESH_MS, serving });
    return serving;
  }

  async function vectorOf(
    scope: Scope,
    { agentId, model, query, signal }: { agentId: string; model: EmbeddingModel; query: string; signal: AbortSignal },
  ): Promise<Float32Array> {
    const key = `${model.id} ${query}`;
    const known = queries.get(key);
    if (known) return known;
    const { vectors, tokens } = await model.embed([query], { kind: "query", signal });
    deps.count(scope, agentId, tokens);
    const unit = toUnit(vectors[0] ?? new Float32Array());
    if (queries.size > REMEMBERED) queries.clear();
    queries.set(key, unit);
    return unit;
  }

  /** Never throws: what goes wrong here costs nothing but meaning. */
  async function prepare(scope: Scope, { agentId, index, query, filter, signal }: MeaningRequest) {
    if (!(await deps.isWanted(scope))) return undefined;
    const set = await servingSet(scope, index);
    const model = set && (await deps.modelOf(scope, set.model));
    if (!set || !model || (set.trust ?? 0) <= 0 || clock.now() < (resting.get(model.id) ?? 0)) return undefined;
    const late = AbortSignal.timeout(PATIENCE_MS);
    const both = signal === undefined ? late : AbortSignal.any([late, signal]);
    let unit: Float32Array;
    try {
      unit = await vectorOf(scope, { agentId, model, query, signal: both });
    } catch (error) {
      if (signal?.aborted !== true) {
        if (resting.size > REMEMBERED) resting.clear();
        resting.set(model.id, clock.now() + REST_MS);
      }
      throw error;
    }
    const probes = Math.max(8, Math.ceil(set.cells * PROBED_SHARE));
    // Beside the search by words, which takes about as long.
    const [near = []] = await db.batch(scope, [
      nearest(scope, { set, bits: bitsOf(unit), probes, most: NEAREST, filter }),
    ]);
    return { set, unit, near };
  }

  async function rerank(query: string, passages: Passage[]): Promise<Passage[]> {
    const { reranker } = deps;
    if (reranker === undefined || passages.length < 2) return passages;
    const head = passages.slice(0, RANKED);
    const texts = head.map(({ title, text }) => `${title}\n${plainText(text)}`.slice(0, 2_000));
    const scores = await reranker.rank(query, texts, AbortSignal.timeout(RANK_PATIENCE_MS)).catch((error: unknown) => {
      deps.failed(error);
      return undefined;
    });
    if (scores === undefined) return passages;
    const order = head.map((passage, at) => ({ passage, score: scores[at] ?? 0 }));
    order.sort((one, other) => other.score - one.score);
    // The scores stay those of the search, so that whoever judges by them still can: only the order is new.
    return [
      ...order.map(({ passage, score }, at) => ({ ...passage, score: head[at]?.score ?? 0, reranked: score })),
      ...passages.slice(RANKED),
    ];
  }

  return {
    begin(scope, request): Begun {
      const prepared = prepare(scope, request).catch((error: unknown) => {
        if (request.signal?.aborted !== true) deps.failed(error);
        return undefined;
      });
      return {
        async blend(passages, outcome) {
          const ready = await prepared;
          const blended = ready && (await blend(scope, { ...ready, passages, outcome }));
          return deps.reranker === undefined ? blended : rerank(request.query, blended ?? [...passages]);
        },
      };
    },
  };

  async function blend(
    scope: Scope,
    {
      set,
      unit,
      near,
      passages,
      outcome,
    }: {
      set: VectorSet;
      unit: Float32Array;
      near: readonly Row[];
      passages: readonly Passage[];
      outcome: SearchOutcome;
    },
  ): Promise<Passage[]> {
    const cosines = new Map(cosinesOf(unit, near));
    const known = new Set(passages.map(({ chunk }) => chunk));
    const joining = [...cosines]
      .filter(([chunk]) => !known.has(chunk))
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, JOINING)
      .map(([chunk]) => chunk);
    const unread = [...known].filter((chunk) => !cosines.has(chunk));
    const [own = [], rows = []] =
      unread.length + joining.length === 0
        ? []
        : await db.batch(scope, [vectorsOf(scope, set.number, unread), passagesOf(scope, joining)]);
    for (const [chunk, nearness] of cosinesOf(unit, own)) cosines.set(chunk, nearness);
    const joined = rows.map((row): Passage => passageOf(row));
    return blendScores([...passages, ...joined], { cosines, trust: set.trust ?? 0, terms: outcome });
  }
}

const cosinesOf = (unit: Float32Array, rows: readonly Row[]): [number, number][] =>
  rows.flatMap((row): [number, number][] =>
    row["vector"] instanceof Uint8Array ? [[Number(row["chunk"]), cosine(unit, row["vector"])]] : [],
  );
