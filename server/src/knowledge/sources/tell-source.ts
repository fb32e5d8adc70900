import type { Clock, Live, Scope } from "../../platform/index.ts";

/** Tells members' screens that a source went on; what comes quickly is told once, with what came last. */
export type TellSource = (scope: Pick<Scope, "organization">, source: { id: string; agentId: string }) => void;

const APART_MS = 500;

export function createTellSource({ live, clock }: { live: Live; clock: Clock }): TellSource {
  const resting = new Set<string>();
  const again = new Set<string>();

  return function tell(scope, { id, agentId }) {
    if (resting.has(id)) return void again.add(id);
    live.changed(scope, { resource: "sources", id, agentId });
    live.changed(scope, { resource: "pages", id, agentId });
    resting.add(id);
    void clock.sleep(APART_MS).then(() => {
      resting.delete(id);
      if (again.delete(id)) tell(scope, { id, agentId });
    });
  };
}
