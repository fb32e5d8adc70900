import {
  ArchiveBoxIcon,
  ArchiveBoxXMarkIcon,
  ChevronDownIcon,
  DocumentDuplicateIcon,
  RocketLaunchIcon,
  TrashIcon,
} from "@heroicons/react/16/solid";
import { useState } from "react";
import { useSend } from "../live/index.ts";
import type { BodyOf } from "../live/index.ts";
import { Button, ConfirmDialog, Menu, MenuItem, MenuLine, MenuTitle, toast } from "../ui/index.ts";
import { useAgentsTexts } from "./texts.ts";
import type { AgentRow } from "./types.ts";

type Bulk = Omit<BodyOf<"/v1/agents/bulk", "post">, "ids">;

export interface BulkBarProps {
  ids: readonly string[];
  rows: readonly AgentRow[];
  onDone: () => void;
}

interface ArchiveButtonProps {
  /** All that are selected are archived already. */
  archived: boolean;
  loading: boolean;
  onStart: (bulk: Bulk, undo?: Bulk) => void;
}

/** What can be done with all agents that are selected. */
export function BulkBar({ ids, rows, onDone }: BulkBarProps) {
  const texts = useAgentsTexts();
  const [removing, setRemoving] = useState(false);
  const chosen = rows.filter(({ id }) => ids.includes(id));
  const { run, start, isSending } = useBulk(ids, onDone);
  return (
    <>
      <ArchiveButton
        archived={chosen.every(({ status }) => status === "archived")}
        loading={isSending}
        onStart={start}
      />
      {chosen.some(({ hasDraft }) => hasDraft) && (
        <Button size="small" icon={RocketLaunchIcon} onClick={() => start({ action: "publish" })}>
          {texts.bulkPublish}
        </Button>
      )}
      <Menu
        side="top"
        trigger={
          <Button size="small" icon={ChevronDownIcon}>
            {texts.moreActions}
          </Button>
        }
      >
        <MenuItem icon={DocumentDuplicateIcon} onSelect={() => start({ action: "duplicate" })}>
          {texts.bulkDuplicate}
        </MenuItem>
        <MenuTitle>{texts.bulkTone}</MenuTitle>
        {(["neutral", "friendly", "formal", "playful"] as const).map((tone) => (
          <MenuItem key={tone} onSelect={() => start({ action: "set", settings: { tone } })}>
            {texts.toneNames[tone]}
          </MenuItem>
        ))}
        <MenuTitle>{texts.bulkLength}</MenuTitle>
        {(["short", "medium", "detailed"] as const).map((length) => (
          <MenuItem key={length} onSelect={() => start({ action: "set", settings: { length } })}>
            {texts.lengthNames[length]}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem icon={TrashIcon} danger onSelect={() => setRemoving(true)}>
          {texts.bulkDelete}
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={removing}
        onClose={() => setRemoving(false)}
        title={texts.bulkDeleteTitle(ids.length)}
        description={texts.removeText}
        confirm={texts.removeConfirm}
        nameToType={chosen.length === 1 ? (chosen[0]?.name ?? "") : texts.bulkDeleteWord}
        onConfirm={() => run({ action: "delete" })}
      />
    </>
  );
}

function ArchiveButton({ archived, loading, onStart }: ArchiveButtonProps) {
  const texts = useAgentsTexts();
  return archived ? (
    <Button size="small" icon={ArchiveBoxXMarkIcon} loading={loading} onClick={() => onStart({ action: "unarchive" })}>
      {texts.bulkUnarchive}
    </Button>
  ) : (
    <Button
      size="small"
      icon={ArchiveBoxIcon}
      loading={loading}
      onClick={() => onStart({ action: "archive" }, { action: "unarchive" })}
    >
      {texts.bulkArchive}
    </Button>
  );
}

/** Sends one change for all, and tells how it went. */
function useBulk(ids: readonly string[], onDone: () => void) {
  const texts = useAgentsTexts();
  const { sendAsync, isSending } = useSend("post", "/v1/agents/bulk", { changes: ["agents"] });
  const run = async (bulk: Bulk, undo?: Bulk) => {
    const { results } = await sendAsync({ body: { ids: [...ids], ...bulk } });
    const failed = results.filter(({ status }) => status === "failed");
    const done = results.length - failed.length;
    const why = failed[0]?.message ?? "";
    if (failed.length === 0)
      toast.done(texts.bulkDone(done), undo && { undo: () => void sendAsync({ body: { ids: [...ids], ...undo } }) });
    else toast.problem(done === 0 ? texts.bulkFailed(why) : texts.bulkPartly(done, failed.length, why));
    onDone();
  };
  const start = (bulk: Bulk, undo?: Bulk) => void run(bulk, undo).catch((error: Error) => toast.problem(error.message));
  return { run, start, isSending };
}
