import {
  ArrowPathIcon,
  EllipsisHorizontalIcon,
  PauseIcon,
  PlayIcon,
  StopIcon,
  TrashIcon,
} from "@heroicons/react/20/solid";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { at } from "../addresses.ts";
import { useOrganizationId, usePermissions, useSend } from "../live/index.ts";
import { ConfirmDialog, IconButton, Menu, MenuItem, MenuLine } from "../ui/index.ts";
import { isOpen, type Source } from "./source-status.tsx";
import { useKnowledgeTexts } from "./texts.ts";

const changes = ["sources", "pages", "documents", "agents"];

/** Hold, go on, read again, stop, delete: what its state allows. */
export function SourceActions({ source }: { source: Source }) {
  const texts = useKnowledgeTexts();
  const { can } = usePermissions();
  const [asking, setAsking] = useState(false);
  const input = { params: { id: source.id } };
  const pause = useSend("post", "/v1/sources/{id}/pause", { changes });
  const resume = useSend("post", "/v1/sources/{id}/resume", { changes });
  const cancel = useSend("post", "/v1/sources/{id}/cancel", { changes });
  const recrawl = useSend("post", "/v1/sources/{id}/recrawl", { changes, done: texts.readingAgain });
  if (!can("knowledge:write")) return null;
  const open = isOpen(source);
  const paused = source.status === "paused";
  return (
    <>
      <Menu trigger={<IconButton name={texts.sourceActions} icon={EllipsisHorizontalIcon} />} align="end">
        {open && (
          <MenuItem icon={PauseIcon} onSelect={() => pause.send(input)}>
            {texts.pause}
          </MenuItem>
        )}
        {paused && (
          <MenuItem icon={PlayIcon} onSelect={() => resume.send(input)}>
            {texts.resume}
          </MenuItem>
        )}
        {(open || paused) && (
          <MenuItem icon={StopIcon} onSelect={() => cancel.send(input)}>
            {texts.cancel}
          </MenuItem>
        )}
        {!open && !paused && (
          <MenuItem icon={ArrowPathIcon} onSelect={() => recrawl.send(input)}>
            {texts.recrawl}
          </MenuItem>
        )}
        {source.url !== null && <MenuItem href={source.url}>{texts.openSite}</MenuItem>}
        <MenuLine />
        <MenuItem danger icon={TrashIcon} onSelect={() => setAsking(true)}>
          {texts.remove}
        </MenuItem>
      </Menu>
      <RemoveSource source={source} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}

function RemoveSource({ source, open, onClose }: { source: Source; open: boolean; onClose: () => void }) {
  const texts = useKnowledgeTexts();
  const organization = useOrganizationId() ?? "";
  const navigate = useNavigate();
  const remove = useSend("delete", "/v1/sources/{id}", { changes, done: texts.sourceRemoved });
  return (
    <ConfirmDialog
      danger
      open={open}
      onClose={onClose}
      title={texts.removeSource}
      description={texts.removeSourceText}
      confirm={texts.remove}
      onConfirm={async () => {
        await remove.sendAsync({ params: { id: source.id } });
        void navigate({ to: at.agent(organization, source.agentId, "knowledge/sources") });
      }}
    />
  );
}
