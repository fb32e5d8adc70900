import { useState } from "react";
import { type AnswerOf, useSend } from "../live/index.ts";
import { Button, CopyField, Dialog, Field, Form, FormField, Input, useKitForm } from "../ui/index.ts";
import type { AccountDialogProps } from "./change-email-dialog.tsx";
import { FormProblem } from "./form-problem.tsx";
import { PasswordDialog } from "./password-dialog.tsx";
import { QrCode } from "./qr-code.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { useAccountTexts } from "./texts.ts";

type Setup = AnswerOf<"/v1/me/second-factor", "post">;

/** In three steps: who are you, scan and enter a code, keep the recovery codes. */
export function TwoStepDialog({ me, onClose, onDone }: AccountDialogProps & { onDone: () => void }) {
  const texts = useAccountTexts();
  const begin = useSend("post", "/v1/me/second-factor", { changes: [] });
  const [setup, setSetup] = useState<Setup | null>(null);
  const [isOn, setOn] = useState(false);
  if (setup === null)
    return (
      <PasswordDialog
        me={me}
        title={texts.setUpTitle}
        text={texts.setUpFirst}
        deed={texts.next}
        onClose={onClose}
        onSubmit={async (body) => setSetup(await begin.sendAsync({ body }))}
      />
    );
  if (!isOn) return <ScanDialog setup={setup} onClose={onClose} onDone={() => setOn(true)} />;
  return (
    <RecoveryCodes
      codes={setup.recoveryCodes}
      email={me.email}
      onClose={() => {
        onDone();
        onClose();
      }}
    />
  );
}

function ScanDialog({ setup, onClose, onDone }: { setup: Setup; onClose: () => void; onDone: () => void }) {
  const texts = useAccountTexts();
  const turnOn = useSend("post", "/v1/me/second-factor/confirmation", { changes: ["me", "sessions"] });
  const form = useKitForm({
    values: { code: "" },
    onSubmit: async (body) => {
      await turnOn.sendAsync({ body });
      onDone();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={texts.setUpTitle}
      description={texts.scan}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button look="primary" loading={form.state === "saving"} onClick={() => void form.submit()}>
            {texts.turnOn}
          </Button>
        </>
      }
    >
      <Form form={form} guard={false} className="space-y-5">
        <QrCode text={setup.uri} label={texts.qr} />
        <Field label={texts.orType} group>
          <CopyField value={setup.secret} label={texts.secret} />
        </Field>
        <FormField form={form} name="code" label={texts.thenCode}>
          {(control) => (
            <Input {...control} mono autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={9} />
          )}
        </FormField>
        <FormProblem form={form} />
      </Form>
    </Dialog>
  );
}
