import { type SQL } from "../db/drizzle.ts";
import type { EventData, EventType } from "@parley/contracts";
import type { Tx } from "../db/types.ts";
import type { Scope } from "../scope.ts";

export interface StoredEvent<T extends EventType = EventType> {
  id: string;
  type: T;
  /** The organization's own scope, made from the stored envelope. */
  scope: Scope;
  data: EventData<T>;
  at: Date;
}

export interface Events {
  /** Stores an event with the change it tells of. Delivery comes after the commit. */
  publish<T extends EventType>(tx: Tx, scope: Scope, type: T, data: EventData<T>): Promise<void>;
  /**
   * The same as one SQL expression, for statements that must stay one round trip: an
   * `insert into events ...` to be used as a CTE (`with ..., told as (${events.insertion(...)}) ...`).
   * `data` may be SQL that yields jsonb; NULL tells nothing, for a change that may turn out not to happen.
   */
  insertion(scope: { organization: number | SQL }, type: EventType, data: SQL): SQL;
  /**
   * After a commit: deliver soon, not at the next poll. Cheap; calls close together become one. With `types` only who
   * consumes one of them is looked after.
   */
  wake(types?: readonly EventType[]): void;
  /**
   * Delivers every event of the named types, in commit order, at least once, in one process at a time. `name` keeps the consumer's
   * place over restarts. A handler that throws is tried again with back-off; after ten times the event is
   * set aside in `event_failures` and delivery goes on.
   */
  consume<T extends EventType>(
    name: string,
    types: readonly T[],
    handle: (event: StoredEvent<T>) => Promise<void>,
  ): void;
  /**
   * The same, up to fifty events at a time: for what is cheaper done for many at once. One that fails fails alone. With
   * `restMs` those that come within that time after a delivery wait for each other, unless fifty have gathered.
   */
  consumeTogether<T extends EventType>(
    consumer: { name: string; types: readonly T[]; restMs?: number },
    handle: (events: readonly StoredEvent<T>[]) => Promise<void>,
  ): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}
