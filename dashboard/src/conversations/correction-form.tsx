import { useEffect, useRef } from "react";
import { useSend } from "../live/index.ts";
import { Banner, Button, Form, FormField, Input, Textarea, toast, useKitForm } from "../ui/index.ts";
import { useConversationTexts } from "./texts.ts";
import type { Message } from "./types.ts";

interface CorrectionFormProps {
  message: Message;
  /** What the visitor asked. */
  question: string;
  onClose: () => void;
}

const LONGEST_QUESTION = 500;

/** In the place of the answer: what should be said instead. */
export function CorrectionForm({ message, question, onClose }: CorrectionFormProps) {
  const texts = useConversationTexts();
  const { sendAsync } = useSend("post", "/v1/conversations/{id}/messages/{messageId}/correction", {
    changes: ["conversations", "messages", "verified-answers", "home"],
  });
  const { correction } = message;
  const form = useKitForm({
    values: {
      question: correction?.question ?? question.replace(/\s+/g, " ").trim().slice(0, LONGEST_QUESTION),
      // "I could not find that" is nothing to start from.
      answer: correction?.answer ?? (message.reason === "answered" ? message.text : ""),
    },
    schema: () => import("@parley/contracts").then((all) => all.correctionInput),
    async onSubmit(body) {
      await sendAsync({ params: { id: message.conversationId, messageId: message.id }, body });
      toast.done(texts.correctionDone);
      onClose();
    },
  });
  const answer = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    answer.current?.focus();
    answer.current?.select();
  }, []);
  return (
    <div
      className="w-full rounded-card border border-line-strong bg-surface p-4"
      onKeyDown={(event) => event.key === "Escape" && !form.isDirty && onClose()}
    >
      <p className="font-medium">{texts.correctTitle}</p>
      <p className="mb-3 text-sm text-muted">{texts.correctHelp}</p>
      <Form form={form} className="space-y-4">
        <FormField form={form} name="question" label={texts.questionLabel}>
          {(control) => <Input {...control} />}
        </FormField>
        <FormField form={form} name="answer" label={texts.answerLabel}>
          {({ ref: _, ...control }) => <Textarea {...control} ref={answer} rows={4} />}
        </FormField>
        {form.problem !== null && <Banner tone="danger">{form.problem}</Banner>}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" loading={form.state === "saving"}>
            {texts.save}
          </Button>
          <Button
            onClick={() => {
              form.discard();
              onClose();
            }}
          >
            {texts.cancel}
          </Button>
        </div>
      </Form>
    </div>
  );
}
