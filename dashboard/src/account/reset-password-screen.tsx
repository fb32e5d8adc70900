import { useState } from "react";
import { at } from "../addresses.ts";
import { isProblem, useSearchState, useSend } from "../live/index.ts";
import { Button, Form, FormField, Input, TextLink, useKitForm } from "../ui/index.ts";
import { AccountFrame, tall } from "./account-frame.tsx";
import { FormProblem } from "./form-problem.tsx";
import { useAccountTexts } from "./texts.ts";

/** What the mailed link opens. */
export function ResetPasswordScreen() {
  const texts = useAccountTexts();
  const [search] = useSearchState();
  const token = search["token"] ?? "";
  const send = useSend("post", "/v1/auth/reset-password");
  const [state, setState] = useState<"asking" | "done" | "gone">(token === "" ? "gone" : "asking");
  const form = useKitForm({
    values: { password: "" },
    schema: () =>
      import("@parley/contracts").then(({ resetPasswordInput }) => resetPasswordInput.pick({ password: true })),
    onSubmit: async ({ password }) => {
      try {
        await send.sendAsync({ body: { token, password } });
        setState("done");
      } catch (error) {
        if (!isProblem(error, "link_expired")) throw error;
        setState("gone");
      }
    },
  });
  if (state === "gone")
    return (
      <AccountFrame
        title={texts.linkGone}
        text={texts.linkGoneText}
        footer={<TextLink to={at.signIn()}>{texts.backToSignIn}</TextLink>}
      >
        <Button look="primary" size="large" wide to={at.forgotPassword()}>
          {texts.newLink}
        </Button>
      </AccountFrame>
    );
  if (state === "done")
    return (
      <AccountFrame title={texts.resetDone} text={texts.resetDoneText}>
        <Button look="primary" size="large" wide to={at.signIn()}>
          {texts.signIn}
        </Button>
      </AccountFrame>
    );
  return (
    <AccountFrame title={texts.resetTitle} text={texts.resetText}>
      <Form form={form} guard={false} className="space-y-4">
        <FormField form={form} name="password" label={texts.newPassword} help={texts.passwordHelp}>
          {(control) => (
            <Input {...control} className={tall} type="password" autoComplete="new-password" autoFocus required />
          )}
        </FormField>
        <FormProblem form={form} />
        <Button type="submit" look="primary" size="large" wide loading={form.state === "saving"}>
          {texts.savePassword}
        </Button>
      </Form>
    </AccountFrame>
  );
}
