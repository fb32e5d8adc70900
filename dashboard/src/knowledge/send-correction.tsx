import { PaperAirplaneIcon } from "@heroicons/react/16/solid";
import { useState } from "react";
import { useSend } from "../live/index.ts";
import { Button, ConfirmDialog, Field, Markdown, Textarea } from "../ui/index.ts";
import type { Recall } from "./recall-panel.tsx";
import { useRecallTexts } from "./recall-texts.ts";

/** Shows what people will see, and tells them once it is confirmed. */
export function SendCorrection({ recall }: { recall: Recall }) {
  const texts = useRecallTexts();
  const { id, newAnswer, newReason, oldAnswer, reachable, told } = recall;
  const found = newReason === "answered" ? (newAnswer ?? "") : "";
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(found);
  const send = useSend("post", "/v1/recalls/{id}/correction", {
    changes: ["recalls", "conversations"],
    done: texts.sent,
  });
  const said = oldAnswer.length > 300 ? `${oldAnswer.slice(0, 299)}…` : oldAnswer;
  return (
    <>
      <Button look="primary" icon={PaperAirplaneIcon} onClick={() => setOpen(true)}>
        {texts.send}
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        danger={false}
        title={texts.sendTitle(reachable - told)}
        description={texts.sendText}
        confirm={texts.sendNow}
        onConfirm={() => send.sendAsync({ params: { id }, body: text.trim() === found ? {} : { text } })}
      >
        <div className="space-y-4">
          <Field label={texts.message}>
            <Textarea value={text} onChange={setText} rows={4} maxRows={10} maxLength={8_000} />
          </Field>
          <section aria-label={texts.preview} className="space-y-1.5">
            <h3 className="text-sm font-medium text-muted">{texts.preview}</h3>
            <div dir="auto" className="rounded-card border border-line bg-page p-3.5">
              <p className="font-medium">{texts.correction}</p>
              <p className="mb-2 text-sm text-muted">{texts.correctionText(said)}</p>
              <Markdown text={text} />
            </div>
          </section>
        </div>
      </ConfirmDialog>
    </>
  );
}
