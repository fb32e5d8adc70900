import { useRef, useState } from "react";
import { type AnswerOf, useSend } from "../live/index.ts";
import { Button, Dialog, Form, FormField, Input, toast, useKitForm } from "../ui/index.ts";
import { FormProblem } from "./form-problem.tsx";
import { useAccountTexts } from "./texts.ts";

export interface AccountDialogProps {
  me: AnswerOf<"/v1/me">;
  onClose: () => void;
}

export function ChangeEmailDialog({ me, onClose }: AccountDialogProps) {
  const texts = useAccountTexts();
  const first = useRef<HTMLInputElement>(null);
  const [waiting, setWaiting] = useState<string | null>(null);
  const change = useSend("post", "/v1/me/email", { changes: ["me", "members"] });
  const form = useKitForm({
    values: { email: "", password: "" },
    onSubmit: async ({ email, password }) => {
      const { next } = await change.sendAsync({ body: { email, ...(me.hasPassword && { password }) } });
      if (next === "confirm") return setWaiting(email);
      toast.done(texts.emailChanged);
      onClose();
    },
  });
  if (waiting !== null)
    return (
      <Dialog
        open
        onClose={onClose}
        size="small"
        title={texts.confirmTitle}
        description={texts.emailToConfirm(waiting)}
        actions={<Button onClick={onClose}>{texts.close}</Button>}
      />
    );
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={texts.changeEmailTitle}
      initialFocus={first}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button look="primary" loading={form.state === "saving"} onClick={() => void form.submit()}>
            {texts.change}
          </Button>
        </>
      }
    >
      <Form form={form} guard={false} className="space-y-4">
        <FormField form={form} name="email" label={texts.newEmail}>
          {({ ref: _ref, ...control }) => <Input {...control} ref={first} type="email" autoComplete="email" />}
        </FormField>
        {me.hasPassword && (
          <FormField form={form} name="password" label={texts.yourPassword}>
            {(control) => <Input {...control} type="password" autoComplete="current-password" />}
          </FormField>
        )}
        <FormProblem form={form} />
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden>
          {texts.change}
        </button>
      </Form>
    </Dialog>
  );
}
