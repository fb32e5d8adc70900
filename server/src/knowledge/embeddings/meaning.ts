import type { SearchFilter } from "@parley/contracts";
import type { Scope } from "../../platform/index.ts";
import type { Passage, SearchOutcome } from "../types.ts";

export interface MeaningRequest {
  agentId: string;
  index: number;
  query: string;
  filter: SearchFilter | undefined;
  signal: AbortSignal | undefined;
}

/** Search by vectors, beside the search by words. */
export interface Meaning {
  /** Asks the model at once; what comes too late is not waited for. */
  begin(scope: Scope, request: MeaningRequest): Begun | undefined;
}

export interface Begun {
  /** The passages ranked by both; undefined where there are no vectors, or none in time. */
  blend(passages: readonly Passage[], outcome: SearchOutcome): Promise<Passage[] | undefined>;
}
