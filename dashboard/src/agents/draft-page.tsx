import { useGet } from "../live/index.ts";
import { Page, type PageProps, PublishState, SaveState, type SaveStateName } from "../ui/index.ts";
import { PublishControls } from "./publish-controls.tsx";

export interface DraftPageProps extends Omit<PageProps, "state" | "action"> {
  agentId: string;
  /** Whether what is typed here is kept in the draft. */
  save?: { state: SaveStateName; onRetry: () => void };
  /** Saves what is typed and not yet saved, before the changes are shown. */
  beforePublish?: () => Promise<unknown>;
  /** Something has to be settled first. */
  blocked?: boolean;
}

/** Every screen that shows an agent's draft: what is saved, what is published, and publishing, always at the same place. */
export function DraftPage({ agentId, save, beforePublish, blocked, ...page }: DraftPageProps) {
  const agent = useGet("/v1/agents/{id}", { id: agentId }).data;
  return (
    <Page
      {...page}
      state={
        agent && (
          <>
            {save && save.state !== "idle" && <SaveState {...save} />}
            <PublishState changed={agent.hasDraft} />
          </>
        )
      }
      action={agent && <PublishControls {...{ agent, beforePublish, blocked }} />}
    />
  );
}
