import { type AgentBulkInput, type AgentBulkResults, Fault } from "@parley/contracts";
import type { Log, Scope } from "../../platform/index.ts";
import type { Behaviour } from "../behaviour/create-behaviour.ts";
import type { Life } from "./create-life.ts";

/** The same for many agents: each wholly or not at all, and each says how it went. */
export async function changeMany(
  deps: { behaviour: Behaviour; life: Life; log: Pick<Log, "error"> },
  scope: Scope,
  input: AgentBulkInput,
): Promise<AgentBulkResults> {
  const results: AgentBulkResults["results"] = [];
  for (const id of new Set(input.ids)) {
    try {
      const copyId = await changeOne(deps, scope, { ...input, id });
      results.push({ id, status: "done", copyId, code: null, message: null });
    } catch (error) {
      const fault = error instanceof Fault ? error : new Fault("internal");
      if (!(error instanceof Fault))
        deps.log.error({ err: error, agentId: id }, "An agent could not be changed with others");
      results.push({ id, status: "failed", copyId: null, code: fault.code, message: fault.message });
    }
  }
  return { results };
}

async function changeOne(
  { behaviour, life }: { behaviour: Behaviour; life: Life },
  scope: Scope,
  { id, action, settings = {}, note }: AgentBulkInput & { id: string },
): Promise<string | null> {
  if (action === "archive") await life.archive(scope, { id });
  if (action === "unarchive") await life.unarchive(scope, { id });
  if (action === "delete") await life.remove(scope, { id });
  if (action === "publish") await behaviour.publish(scope, { id }, note);
  if (action === "set") await behaviour.change(scope, { id, note }, settings);
  return action === "duplicate" ? (await life.duplicate(scope, id)).id : null;
}
