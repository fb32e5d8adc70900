import { ArchiveBoxIcon, ArchiveBoxXMarkIcon, DocumentDuplicateIcon, TrashIcon } from "@heroicons/react/16/solid";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { at } from "../addresses.ts";
import { useAgentId, useOrganizationId, useSend } from "../live/index.ts";
import { ConfirmDialog, MenuItem, MenuLine, toast } from "../ui/index.ts";
import { useAgentsTexts } from "./texts.ts";
import type { AgentRow } from "./types.ts";

export interface AgentActions {
  duplicate: (agent: AgentRow) => void;
  archive: (agent: AgentRow) => void;
  unarchive: (agent: AgentRow) => void;
  remove: (agent: AgentRow) => void;
  /** To be drawn somewhere on the screen. */
  dialogs: ReactNode;
}

/** What is done with a whole agent. What can be taken back is done at once, with undo. */
export function useAgentActions(): AgentActions {
  const texts = useAgentsTexts();
  const organization = useOrganizationId() ?? "";
  const open = useAgentId();
  const navigate = useNavigate();
  const [removing, setRemoving] = useState<AgentRow | null>(null);
  const changes = ["agents"];
  const copying = useSend("post", "/v1/agents/{id}/duplicate", {
    changes,
    done: (copy) => texts.duplicated(copy.name),
    onDone: (copy) => void navigate({ to: at.agent(organization, copy.id) }),
  });
  const archiving = useSend("post", "/v1/agents/{id}/archive", { changes });
  const unarchiving = useSend("post", "/v1/agents/{id}/unarchive", { changes });
  const removal = useSend("delete", "/v1/agents/{id}", { changes });
  const unarchive = ({ id, name }: AgentRow) =>
    void unarchiving.sendAsync({ params: { id } }).then(
      () => toast.done(texts.unarchivedDone(name)),
      (error: Error) => toast.problem(error.message),
    );
  const archive = (agent: AgentRow) =>
    void archiving.sendAsync({ params: { id: agent.id } }).then(
      () => toast.done(texts.archivedDone(agent.name), { undo: () => unarchive(agent) }),
      (error: Error) => toast.problem(error.message),
    );
  const remove = async ({ id, name }: AgentRow) => {
    await removal.sendAsync({ params: { id } });
    toast.done(texts.removed(name));
    if (open === id) await navigate({ to: at.agents(organization) });
  };
  return {
    duplicate: ({ id }) => copying.send({ params: { id }, body: {} }),
    archive,
    unarchive,
    remove: setRemoving,
    dialogs: removing && (
      <ConfirmDialog
        open
        onClose={() => setRemoving(null)}
        title={texts.removeTitle(removing.name)}
        description={texts.removeText}
        confirm={texts.removeConfirm}
        nameToType={removing.name}
        onConfirm={() => remove(removing)}
      />
    ),
  };
}

export function AgentMenuItems({ agent, actions }: { agent: AgentRow; actions: AgentActions }) {
  const texts = useAgentsTexts();
  return (
    <>
      <MenuItem icon={DocumentDuplicateIcon} onSelect={() => actions.duplicate(agent)}>
        {texts.duplicate}
      </MenuItem>
      {agent.status === "archived" ? (
        <MenuItem icon={ArchiveBoxXMarkIcon} onSelect={() => actions.unarchive(agent)}>
          {texts.unarchive}
        </MenuItem>
      ) : (
        <MenuItem icon={ArchiveBoxIcon} onSelect={() => actions.archive(agent)}>
          {texts.archive}
        </MenuItem>
      )}
      <MenuLine />
      <MenuItem icon={TrashIcon} danger onSelect={() => actions.remove(agent)}>
        {texts.remove}
      </MenuItem>
    </>
  );
}
