import { useState } from "react";
import { useAnswerTexts } from "../answers/texts.ts";
import { useAgentId, useGet, useSend } from "../live/index.ts";
import { Button, Combobox, ConfirmDialog, Dialog, Field } from "../ui/index.ts";
import { useKnowledgeTexts } from "./texts.ts";

/** Several answers at a time: on, off, away. */
export function AnswersBulk({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const texts = useKnowledgeTexts();
  const agent = useAgentId() ?? "";
  const answers = useAnswerTexts();
  const [asking, setAsking] = useState(false);
  const [tagging, setTagging] = useState<"tag" | "untag" | null>(null);
  const bulk = useSend("post", "/v1/agents/{id}/verified-answers/bulk", {
    changes: ["verified-answers", "knowledge"],
    done: ({ changed }) => texts.bulkDone(changed),
    onDone,
  });
  const input = (action: "enable" | "disable" | "delete") => ({
    params: { id: agent },
    body: { action, ids: ids.slice(0, 200) },
  });
  return (
    <>
      <Button size="small" onClick={() => bulk.send(input("enable"))} loading={bulk.isSending}>
        {texts.bulkOn}
      </Button>
      <Button size="small" onClick={() => bulk.send(input("disable"))} loading={bulk.isSending}>
        {texts.bulkOff}
      </Button>
      <Button size="small" onClick={() => setTagging("tag")}>
        {answers.giveTag}
      </Button>
      <Button size="small" onClick={() => setTagging("untag")}>
        {answers.takeTag}
      </Button>
      <TagDialog
        action={tagging}
        onClose={() => setTagging(null)}
        onTag={(action, tag) =>
          bulk.sendAsync({ params: { id: agent }, body: { action, tag, ids: ids.slice(0, 200) } })
        }
      />
      <Button size="small" look="danger-quiet" onClick={() => setAsking(true)}>
        {texts.bulkDelete}
      </Button>
      <ConfirmDialog
        danger
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.bulkRemoveTitle(ids.length)}
        description={texts.removeAnswerText}
        confirm={texts.remove}
        onConfirm={() => bulk.sendAsync(input("delete"))}
      />
    </>
  );
}

interface TagDialogProps {
  action: "tag" | "untag" | null;
  onClose: () => void;
  onTag: (action: "tag" | "untag", tag: string) => Promise<unknown>;
}

function TagDialog({ action, onClose, onTag }: TagDialogProps) {
  const texts = useAnswerTexts();
  const agent = useAgentId() ?? "";
  const [tag, setTag] = useState("");
  const known = useGet("/v1/agents/{id}/verified-answers/tags", { id: agent }, { enabled: action !== null });
  const go = async () => {
    if (action === null || tag.trim() === "") return;
    await onTag(action, tag.trim());
    setTag("");
    onClose();
  };
  return (
    <Dialog
      open={action !== null}
      onClose={onClose}
      size="small"
      title={action === "untag" ? texts.takeTag : texts.giveTag}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button look="primary" disabled={tag.trim() === ""} onClick={() => void go()}>
            {texts.tagGo}
          </Button>
        </>
      }
    >
      <Field label={texts.tagName}>
        <Combobox
          value={tag === "" ? null : tag}
          onChange={setTag}
          create={action === "tag"}
          options={(known.data?.data ?? []).map((one) => ({ value: one.tag, label: one.tag }))}
        />
      </Field>
    </Dialog>
  );
}
