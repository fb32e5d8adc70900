import { type ReactNode, useRef } from "react";
import { Button, Dialog, Form, FormField, Input, useKitForm } from "../ui/index.ts";
import type { AccountDialogProps } from "./change-email-dialog.tsx";
import { FormProblem } from "./form-problem.tsx";
import { useAccountTexts } from "./texts.ts";

interface PasswordDialogProps extends AccountDialogProps {
  title: string;
  text: ReactNode;
  /** What the button does. */
  deed: string;
  danger?: boolean;
  onSubmit: (body: { password?: string }) => Promise<void>;
}

/** Asks for the password once more, where there is one. */
export function PasswordDialog({ me, title, text, deed, danger, onClose, onSubmit }: PasswordDialogProps) {
  const texts = useAccountTexts();
  const first = useRef<HTMLInputElement>(null);
  const form = useKitForm({
    values: { password: "" },
    onSubmit: ({ password }) => onSubmit(me.hasPassword ? { password } : {}),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={title}
      description={text}
      {...(me.hasPassword && { initialFocus: first })}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button
            look={danger ? "danger" : "primary"}
            loading={form.state === "saving"}
            onClick={() => void form.submit()}
          >
            {deed}
          </Button>
        </>
      }
    >
      <Form form={form} guard={false} className="space-y-4">
        {me.hasPassword && (
          <FormField form={form} name="password" label={texts.yourPassword}>
            {({ ref: _ref, ...control }) => (
              <Input {...control} ref={first} type="password" autoComplete="current-password" />
            )}
          </FormField>
        )}
        <FormProblem form={form} />
      </Form>
    </Dialog>
  );
}
