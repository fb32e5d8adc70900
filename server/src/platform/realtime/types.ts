/** Topics that carry JSON to whoever subscribed, in any process. At most once: who must not miss, resumes by seq. */
export interface Realtime {
  /** Called in order of publication, per publisher. Returns the end of the subscription. */
  subscribe(topic: string, heard: (data: unknown) => void): () => void;
  /** Never throws and never waits. Local subscribers hear it in the same tick. */
  publish(topic: string, data: object): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}
