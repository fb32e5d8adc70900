/** Token buckets, in this process or shared through Redis. */

export interface Limit {
  /** How much at once. */
  burst: number;
  /** How much comes back a second. */
  perSecond: number;
}

export interface Limits {
  /** Takes `cost` from the bucket `key`; says in how many milliseconds to try again when it is empty. */
  take(key: string, limit: Limit, cost?: number): Promise<{ allowed: boolean; retryAfterMs: number }>;
}
