import { useState } from "react";
import { useSend } from "../live/index.ts";
import { ConfirmDialog, Field, Input } from "../ui/index.ts";
import type { AccountDialogProps } from "./change-email-dialog.tsx";
import { useAccountTexts } from "./texts.ts";

export function DeleteAccountDialog({ me, onClose }: AccountDialogProps) {
  const texts = useAccountTexts();
  const [password, setPassword] = useState("");
  const remove = useSend("post", "/v1/me/deletion");
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={texts.deleteTitle}
      description={texts.deleteAccountText}
      confirm={texts.deleteConfirm}
      nameToType={me.email}
      onConfirm={async () => {
        await remove.sendAsync({ body: { email: me.email, ...(me.hasPassword && { password }) } });
        // A whole new page: nothing of this person stays in memory.
        location.assign("/sign-in");
      }}
    >
      {me.hasPassword && (
        <Field label={texts.yourPassword} className="mb-4">
          <Input type="password" autoComplete="current-password" value={password} onChange={setPassword} />
        </Field>
      )}
    </ConfirmDialog>
  );
}
