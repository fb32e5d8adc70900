import { ArrowUturnLeftIcon, EllipsisHorizontalIcon, RocketLaunchIcon } from "@heroicons/react/16/solid";
import { useState } from "react";
import { at } from "../addresses.ts";
import { useOrganizationId, usePermissions, useSend } from "../live/index.ts";
import { Button, ConfirmDialog, IconButton, Menu, MenuItem, MenuLine } from "../ui/index.ts";
import { AgentMenuItems, useAgentActions } from "./agent-actions.tsx";
import { PublishDialog } from "./publish-dialog.tsx";
import { useAgentsTexts } from "./texts.ts";
import type { Agent } from "./types.ts";

export interface PublishControlsProps {
  agent: Agent;
  /** Saves what is typed and not yet saved, before the changes are shown. */
  beforePublish?: (() => Promise<unknown>) | undefined;
  /** Something has to be settled first. */
  blocked?: boolean | undefined;
}

/** Publishing the draft, and what else can be done with it. */
export function PublishControls({ agent, beforePublish, blocked = false }: PublishControlsProps) {
  const texts = useAgentsTexts();
  const organization = useOrganizationId() ?? "";
  const { id: agentId } = agent;
  const [asking, setAsking] = useState<"publish" | "discard" | null>(null);
  const { can } = usePermissions();
  const discard = useSend("delete", "/v1/agents/{id}/draft", { done: texts.discarded, changes: ["agents"] });
  const actions = useAgentActions();
  const mayWrite = can("agents:write");
  const openPublish = () => void (beforePublish?.() ?? Promise.resolve()).then(() => setAsking("publish"));
  return (
    <>
      {mayWrite && (
        <Button look="primary" icon={RocketLaunchIcon} disabled={!agent.hasDraft || blocked} onClick={openPublish}>
          {texts.publish}
        </Button>
      )}
      {mayWrite && (
        <Menu trigger={<IconButton look="secondary" name={texts.moreActions} icon={EllipsisHorizontalIcon} />}>
          <MenuItem icon={ArrowUturnLeftIcon} disabled={!agent.hasDraft} onSelect={() => setAsking("discard")}>
            {texts.discard}
          </MenuItem>
          <MenuItem to={at.agent(organization, agentId, "history")}>{texts.history}</MenuItem>
          <MenuLine />
          <AgentMenuItems agent={agent} actions={actions} />
        </Menu>
      )}
      {asking === "publish" && <PublishDialog agent={agent} onClose={() => setAsking(null)} />}
      <ConfirmDialog
        open={asking === "discard"}
        onClose={() => setAsking(null)}
        title={texts.discardTitle}
        description={texts.discardText}
        confirm={texts.discard}
        onConfirm={() => discard.sendAsync({ params: { id: agentId }, ifMatch: agent.revision })}
      />
      {actions.dialogs}
    </>
  );
}
