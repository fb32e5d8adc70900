import { FingerPrintIcon } from "@heroicons/react/16/solid";
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { at } from "../addresses.ts";
import { type AnswerOf, isProblem, useGet, useSearchState, useSend } from "../live/index.ts";
import { Banner, Button, CodeBlock, Form, FormField, Input, TextLink, useKitForm } from "../ui/index.ts";
import { AccountFrame, Or, tall } from "./account-frame.tsx";
import { FormProblem } from "./form-problem.tsx";
import { useGoOn, useReturnPath } from "./go-back.ts";
import { SocialButtons } from "./social-buttons.tsx";
import { useAccountTexts } from "./texts.ts";
import { usePasskeySignIn } from "./use-passkey.ts";

type Options = AnswerOf<"/v1/auth/options">;

/** With a password, a passkey, Google or GitHub. */
export function SignInScreen() {
  const texts = useAccountTexts();
  const back = useReturnPath();
  const options = useGet("/v1/auth/options").data;
  useLeaveWhen(options?.signedIn === true);
  if (options && !options.ownerExists) return <NoOwner />;
  const footer = options?.signUp === "open" && (
    <>
      {texts.noAccount} <TextLink to={at.signUp(back)}>{texts.makeAccount}</TextLink>
    </>
  );
  return (
    <AccountFrame title={texts.signInTitle} text={texts.signInText} footer={footer || undefined}>
      <SocialProblem />
      <PasswordForm />
      {options && <OtherWays options={options} />}
    </AccountFrame>
  );
}

function PasswordForm() {
  const texts = useAccountTexts();
  const router = useRouter();
  const back = useReturnPath();
  const goOn = useGoOn();
  const signIn = useSend("post", "/v1/auth/sign-in");
  const form = useKitForm({
    values: { email: "", password: "" },
    onSubmit: async (body) => {
      try {
        await signIn.sendAsync({ body });
        await goOn();
      } catch (error) {
        if (!isProblem(error, "second_factor_needed")) throw error;
        await router.navigate({ to: at.secondFactor(back) });
      }
    },
  });
  const forgot = (
    <TextLink quiet to={at.forgotPassword()}>
      {texts.forgot}
    </TextLink>
  );
  return (
    <Form form={form} guard={false} className="space-y-4">
      <FormField form={form} name="email" label={texts.email}>
        {(control) => (
          <Input
            {...control}
            className={tall}
            type="email"
            inputMode="email"
            autoComplete="username webauthn"
            autoFocus
            required
          />
        )}
      </FormField>
      <FormField form={form} name="password" label={texts.password} aside={forgot}>
        {(control) => <Input {...control} className={tall} type="password" autoComplete="current-password" required />}
      </FormField>
      <FormProblem form={form} />
      <Button type="submit" look="primary" size="large" wide loading={form.state === "saving"}>
        {texts.signIn}
      </Button>
    </Form>
  );
}

function OtherWays({ options: { passkeys, social } }: { options: Options }) {
  const texts = useAccountTexts();
  const goOn = useGoOn();
  const passkey = usePasskeySignIn({ offered: passkeys, onDone: () => void goOn() });
  if (!passkeys && social.length === 0) return null;
  return (
    <>
      <Or />
      {passkey.problem !== null && <Banner tone="danger">{passkey.problem}</Banner>}
      <div className="space-y-3">
        {passkeys && (
          <Button size="large" wide icon={FingerPrintIcon} loading={passkey.isWaiting} onClick={passkey.start}>
            {texts.signInWithPasskey}
          </Button>
        )}
        <SocialButtons providers={social} />
      </div>
    </>
  );
}

/** Google or GitHub sent the browser back without signing in. */
function SocialProblem() {
  const texts = useAccountTexts();
  const [search] = useSearchState();
  const { with: provider, error } = search;
  if (error === undefined || provider === undefined) return null;
  const name = provider === "github" ? texts.github : texts.google;
  const closed = /sign_?up|unable_to_create/i.test(error);
  const unlinked = /not_linked|unable_to_link/i.test(error);
  return (
    <Banner tone="warning">
      {closed ? texts.socialClosed : unlinked ? texts.socialUnlinked(name) : texts.socialFailed(name)}
    </Banner>
  );
}

function NoOwner() {
  const texts = useAccountTexts();
  return (
    <AccountFrame title={texts.noOwner} text={texts.noOwnerText}>
      <CodeBlock code={texts.ownerCommand} wrap />
    </AccountFrame>
  );
}

/** Who comes here signed in goes on at once. */
function useLeaveWhen(signedIn: boolean): void {
  const goOn = useGoOn();
  useEffect(() => {
    if (signedIn) void goOn();
  }, [signedIn]);
}
