import { useState } from "react";
import { at } from "../addresses.ts";
import { useGet, useSend } from "../live/index.ts";
import { Banner, Button, Form, FormField, Input, TextLink, useKitForm } from "../ui/index.ts";
import { AccountFrame, tall } from "./account-frame.tsx";
import { FormProblem } from "./form-problem.tsx";
import { useAccountTexts } from "./texts.ts";

/** Asks for a link to a new password. Says the same whether the address is known or not. */
export function ForgotPasswordScreen() {
  const texts = useAccountTexts();
  const options = useGet("/v1/auth/options").data;
  const send = useSend("post", "/v1/auth/forgot-password");
  const [asked, setAsked] = useState<string | null>(null);
  const form = useKitForm({
    values: { email: "" },
    schema: () => import("@parley/contracts").then(({ forgotPasswordInput }) => forgotPasswordInput),
    onSubmit: async (body) => {
      await send.sendAsync({ body });
      setAsked(body.email);
    },
  });
  const footer = <TextLink to={at.signIn()}>{texts.backToSignIn}</TextLink>;
  return (
    <AccountFrame title={texts.forgotTitle} text={texts.forgotText} footer={footer}>
      {options?.mailIsSent === false && <Banner tone="info">{texts.forgotNoMail}</Banner>}
      {asked !== null && (
        <Banner tone="success" title={texts.confirmTitle}>
          {texts.forgotDone(asked)}
        </Banner>
      )}
      <Form form={form} guard={false} className="space-y-4">
        <FormField form={form} name="email" label={texts.email}>
          {(control) => <Input {...control} className={tall} type="email" autoComplete="username" autoFocus required />}
        </FormField>
        <FormProblem form={form} />
        <Button type="submit" look="primary" size="large" wide loading={form.state === "saving"}>
          {texts.sendLink}
        </Button>
      </Form>
    </AccountFrame>
  );
}
