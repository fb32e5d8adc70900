import { useState } from "react";
import { useAgentId, useSend } from "../live/index.ts";
import { Button, ConfirmDialog } from "../ui/index.ts";
import { useKnowledgeTexts } from "./texts.ts";

/** Several answers at a time: on, off, away. */
export function AnswersBulk({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const texts = useKnowledgeTexts();
  const agent = useAgentId() ?? "";
  const [asking, setAsking] = useState(false);
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
