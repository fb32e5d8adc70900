import { type AnswerOf, useSend } from "../live/index.ts";
import { Button, Form, FormField, Input, toast, useKitForm } from "../ui/index.ts";
import { FormProblem } from "./form-problem.tsx";
import { useAccountTexts } from "./texts.ts";

export function PasswordSection({ me }: { me: AnswerOf<"/v1/me"> }) {
  const texts = useAccountTexts();
  const change = useSend("post", "/v1/me/password", { changes: ["me", "sessions"] });
  const form = useKitForm({
    values: { currentPassword: "", password: "" },
    onSubmit: async ({ currentPassword, password }) => {
      await change.sendAsync({ body: { password, ...(me.hasPassword && { currentPassword }) } });
      toast.done(texts.passwordChanged);
      form.discard();
      form.hook.reset({ currentPassword: "", password: "" });
    },
  });
  return (
    <Form form={form} guard={false} className="space-y-4">
      {!me.hasPassword && <p className="text-pretty text-muted">{texts.noPassword}</p>}
      {/* Password managers need to know whose password it is. */}
      <input type="text" autoComplete="username" value={me.email} readOnly hidden />
      {me.hasPassword && (
        <FormField form={form} name="currentPassword" label={texts.currentPassword}>
          {(control) => <Input {...control} type="password" autoComplete="current-password" />}
        </FormField>
      )}
      <FormField form={form} name="password" label={texts.newPassword} help={texts.passwordHelp}>
        {(control) => <Input {...control} type="password" autoComplete="new-password" />}
      </FormField>
      <FormProblem form={form} />
      <Button type="submit" loading={form.state === "saving"} disabled={!form.isDirty}>
        {me.hasPassword ? texts.changePassword : texts.setPassword}
      </Button>
    </Form>
  );
}
