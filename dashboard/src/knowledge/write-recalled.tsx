import { CheckBadgeIcon } from "@heroicons/react/16/solid";
import { useState } from "react";
import { useSend } from "../live/index.ts";
import { Button, ConfirmDialog, Field, Input, Textarea } from "../ui/index.ts";
import type { Recall } from "./recall-panel.tsx";
import { useRecallTexts } from "./recall-texts.ts";

/** From the question of a recall to its verified answer. */
export function WriteRecalled({ recall }: { recall: Recall }) {
  const texts = useRecallTexts();
  const [open, setOpen] = useState(false);
  const [question, setQuestion] = useState(recall.question.slice(0, 500));
  const [answer, setAnswer] = useState(recall.newReason === "answered" ? (recall.newAnswer ?? "") : "");
  const write = useSend("post", "/v1/recalls/{id}/verified-answer", {
    changes: ["recalls", "verified-answers", "knowledge"],
    done: texts.written,
  });
  return (
    <>
      <Button icon={CheckBadgeIcon} onClick={() => setOpen(true)}>
        {texts.write}
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        danger={false}
        title={texts.writeTitle}
        description={texts.writeText}
        confirm={texts.write}
        onConfirm={() => write.sendAsync({ params: { id: recall.id }, body: { question, answer } })}
      >
        <div className="space-y-4">
          <Field label={texts.question}>
            <Input value={question} onChange={setQuestion} maxLength={500} />
          </Field>
          <Field label={texts.answer}>
            <Textarea value={answer} onChange={setAnswer} rows={5} maxRows={12} maxLength={8_000} />
          </Field>
        </div>
      </ConfirmDialog>
    </>
  );
}
