import { useState } from "react";
import { at } from "../addresses.ts";
import { isProblem, useSend } from "../live/index.ts";
import { Button, Checkbox, Form, FormField, Input, TextLink, useKitForm } from "../ui/index.ts";
import { AccountFrame, tall } from "./account-frame.tsx";
import { FormProblem } from "./form-problem.tsx";
import { useGoOn, useReturnPath } from "./go-back.ts";
import { useAccountTexts } from "./texts.ts";

/** After the password: the code of the app, or one that was kept for when the phone is lost. */
export function SecondFactorScreen() {
  const texts = useAccountTexts();
  const back = useReturnPath();
  const [kind, setKind] = useState<"app" | "recovery">("app");
  const isApp = kind === "app";
  return (
    <AccountFrame
      title={isApp ? texts.secondTitle : texts.recoveryTitle}
      text={isApp ? texts.secondText : texts.recoveryText}
      footer={
        <span className="flex flex-wrap justify-between gap-3">
          <button
            type="button"
            className="rounded-control text-accent-text underline-offset-3 hover:underline"
            onClick={() => setKind(isApp ? "recovery" : "app")}
          >
            {isApp ? texts.useRecovery : texts.useApp}
          </button>
          <TextLink quiet to={at.signIn(back)}>
            {texts.backToSignIn}
          </TextLink>
        </span>
      }
    >
      <CodeForm key={kind} kind={kind} />
    </AccountFrame>
  );
}

function CodeForm({ kind }: { kind: "app" | "recovery" }) {
  const texts = useAccountTexts();
  const goOn = useGoOn();
  const send = useSend("post", "/v1/auth/second-factor");
  const [ended, setEnded] = useState(false);
  const form = useKitForm({
    values: { code: "", trustDevice: false },
    onSubmit: async (values) => {
      try {
        await send.sendAsync({ body: { ...values, kind } });
        await goOn();
      } catch (error) {
        setEnded(isProblem(error, "unauthorized"));
        throw error;
      }
    },
  });
  const isApp = kind === "app";
  return (
    <Form form={form} guard={false} className="space-y-5">
      <FormField form={form} name="code" label={isApp ? texts.code : texts.recoveryCode}>
        {({ onChange, ...control }) => (
          <Input
            {...control}
            mono
            className={tall}
            autoFocus
            required
            inputMode={isApp ? "numeric" : "text"}
            autoComplete={isApp ? "one-time-code" : "off"}
            spellCheck={false}
            maxLength={isApp ? 9 : 40}
            onChange={(typed) => {
              onChange(typed);
              // Six digits are all there is to say.
              if (isApp && typed.replaceAll(/\D/g, "").length === 6) queueMicrotask(() => void form.submit());
            }}
          />
        )}
      </FormField>
      <FormField form={form} name="trustDevice" label={<span className="sr-only">{texts.trustDevice}</span>} group>
        {({ value, onChange }) => <Checkbox checked={value} onChange={onChange} label={texts.trustDevice} />}
      </FormField>
      <FormProblem form={form} />
      {ended ? (
        <Button look="primary" size="large" wide to={at.signIn()}>
          {texts.backToSignIn}
        </Button>
      ) : (
        <Button type="submit" look="primary" size="large" wide loading={form.state === "saving"}>
          {texts.confirm}
        </Button>
      )}
    </Form>
  );
}
