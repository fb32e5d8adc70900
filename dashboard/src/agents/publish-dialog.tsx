import { useState } from "react";
import { useGet, useSend } from "../live/index.ts";
import { Banner, Button, Dialog, Field, QueryView, Textarea } from "../ui/index.ts";
import { ChangesList } from "./changes-list.tsx";
import { useAgentsTexts } from "./texts.ts";
import type { Agent } from "./types.ts";

/** What will be different for visitors, once more before it is. */
export function PublishDialog({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const texts = useAgentsTexts();
  const [note, setNote] = useState("");
  const changes = useGet(
    "/v1/agents/{id}/changes",
    { id: agent.id, from: "published", to: "draft" },
    { live: ["agents"] },
  );
  const publishing = useSend("post", "/v1/agents/{id}/publish", {
    changes: ["agents", "versions", "draft", "changes"],
    done: (published) => texts.published(published.version),
    onDone: onClose,
    onProblem: () => undefined,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      title={texts.publishTitle}
      description={texts.publishText}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button
            look="primary"
            loading={publishing.isSending}
            onClick={() => publishing.send({ params: { id: agent.id }, body: { note }, ifMatch: agent.revision })}
          >
            {texts.publish}
          </Button>
        </>
      }
    >
      <div className="space-y-5">
        {publishing.problem && <Banner tone="danger">{publishing.problem.message}</Banner>}
        <QueryView query={changes} skeleton="text">
          {(data) => <ChangesList changes={data.changes} />}
        </QueryView>
        <Field label={texts.note} optional>
          <Textarea value={note} onChange={setNote} rows={2} maxLength={500} placeholder={texts.notePlaceholder} />
        </Field>
      </div>
    </Dialog>
  );
}
