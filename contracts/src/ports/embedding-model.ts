/** The port behind which every embedding model sits: texts in, vectors out. */

export interface Embedded {
  /** In the order of the texts, all of one length. */
  vectors: Float32Array[];
  /** What the vendor counted, or an estimate where it counts nothing. */
  tokens: number;
}

export interface EmbeddingModel {
  /** `vendor/name`, as in `PARLEY_EMBEDDINGS`. Vectors of two ids are never compared. */
  readonly id: string;
  /** Texts in one request, at most. */
  readonly atOnce: number;
  /**
   * `kind`: some models read a question otherwise than a passage. Throws `Fault("vendor_failed")` for anything the
   * vendor does wrong, its own words only in `cause`, with `retryAfterMs` where it says when to come back; throws the
   * signal's reason when it aborts.
   */
  embed(texts: readonly string[], options: { kind: "query" | "passage"; signal: AbortSignal }): Promise<Embedded>;
}
