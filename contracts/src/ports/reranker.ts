/** The port behind which a model sits that reads a question and a passage together and says how well they fit. */
export interface Reranker {
  /** `vendor/name`. */
  readonly id: string;
  /** How relevant each text is, 0 to 1, in their order. Throws as `EmbeddingModel.embed` does. */
  rank(query: string, texts: readonly string[], signal: AbortSignal): Promise<number[]>;
}
