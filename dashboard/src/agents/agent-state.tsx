import { PublishState, Status } from "../ui/index.ts";
import { useAgentsTexts } from "./texts.ts";
import type { AgentRow } from "./types.ts";

/** How an agent is, and whether changes wait. */
export function AgentState({ agent }: { agent: AgentRow }) {
  const texts = useAgentsTexts();
  const { status, state, hasDraft } = agent;
  return (
    <span className="flex min-w-0 items-center gap-2">
      {status === "archived" ? (
        <Status tone="neutral">{texts.archived}</Status>
      ) : state === "reading" ? (
        <Status tone="info" pulse>
          {texts.reading}
        </Status>
      ) : (
        <Status tone={state === "ready" ? "success" : "warning"}>
          {state === "ready" ? texts.ready : texts.empty}
        </Status>
      )}
      {hasDraft && <PublishState changed />}
    </span>
  );
}
