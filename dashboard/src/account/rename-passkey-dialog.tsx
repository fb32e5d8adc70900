import { useRef } from "react";
import { type RowOf, useSend } from "../live/index.ts";
import { Button, Dialog, Form, FormField, Input, useKitForm } from "../ui/index.ts";
import { FormProblem } from "./form-problem.tsx";
import { useAccountTexts } from "./texts.ts";

interface RenameProps {
  passkey: RowOf<"/v1/me/passkeys">;
  onClose: () => void;
}

export function RenamePasskeyDialog({ passkey: { id, name }, onClose }: RenameProps) {
  const texts = useAccountTexts();
  const first = useRef<HTMLInputElement>(null);
  const rename = useSend("patch", "/v1/me/passkeys/{id}", { changes: ["passkeys"] });
  const form = useKitForm({
    values: { name },
    onSubmit: async (body) => {
      await rename.sendAsync({ params: { id }, body });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={texts.renameTitle}
      initialFocus={first}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button look="primary" loading={form.state === "saving"} onClick={() => void form.submit()}>
            {texts.save}
          </Button>
        </>
      }
    >
      <Form form={form} guard={false} className="space-y-4">
        <FormField form={form} name="name" label={texts.passkeyName}>
          {({ ref: _ref, ...control }) => <Input {...control} ref={first} maxLength={120} />}
        </FormField>
        <FormProblem form={form} />
      </Form>
    </Dialog>
  );
}
