import { useState } from "react";
import { at } from "../addresses.ts";
import { useGet, useSearchState, useSend } from "../live/index.ts";
import { Banner, Button, Form, FormField, Input, LoadFailure, Skeleton, TextLink, useKitForm } from "../ui/index.ts";
import { AccountFrame, Or, tall } from "./account-frame.tsx";
import { FormProblem } from "./form-problem.tsx";
import { useGoOn, useReturnPath } from "./go-back.ts";
import { SocialButtons } from "./social-buttons.tsx";
import { useAccountTexts } from "./texts.ts";
import { type Glimpse, useGlimpse } from "./use-glimpse.ts";

/** A new account: of one's own where that is open, or by an invitation. */
export function SignUpScreen() {
  const texts = useAccountTexts();
  const back = useReturnPath();
  const options = useGet("/v1/auth/options");
  const token = useInvitationToken();
  const invitation = useGlimpse(token);
  const footer = (
    <>
      {texts.haveAccount} <TextLink to={at.signIn(back)}>{texts.signIn}</TextLink>
    </>
  );
  if (options.error) return <LoadFailure error={options.error} onRetry={options.refetch} />;
  if (token !== undefined && invitation.error) {
    return (
      <AccountFrame title={texts.linkGone} text={invitation.error.message} footer={footer}>
        <Button to={at.signIn()}>{texts.signIn}</Button>
      </AccountFrame>
    );
  }
  if (!options.data || (token !== undefined && !invitation.data)) return <Waiting />;
  if (options.data.signUp !== "open" && token === undefined)
    return <AccountFrame title={texts.closedTitle} text={texts.closedText} footer={footer} />;
  const invited = invitation.data;
  const text = invited ? texts.signUpInvited(invited.organization, invited.inviter) : texts.signUpText;
  return (
    <AccountFrame title={texts.signUpTitle} text={text} footer={footer}>
      <SignUpForm invited={invited} token={token} />
      {options.data.social.length > 0 && (
        <>
          <Or />
          <SocialButtons providers={options.data.social} />
        </>
      )}
    </AccountFrame>
  );
}

function SignUpForm({ invited, token }: { invited: Glimpse | undefined; token: string | undefined }) {
  const texts = useAccountTexts();
  const goOn = useGoOn();
  const [confirming, setConfirming] = useState<string | null>(null);
  const signUp = useSend("post", "/v1/auth/sign-up");
  const signIn = useSend("post", "/v1/auth/sign-in");
  const form = useKitForm({
    values: { name: "", email: invited?.email ?? "", password: "", organization: "" },
    // An empty name of an organization is none: what it must be like, the server says.
    schema: () => import("@parley/contracts").then(({ signUpInput }) => signUpInput.omit({ organization: true })),
    onSubmit: async ({ name, email, password, organization }) => {
      const own = organization.trim() === "" ? {} : { organization };
      const extra = token === undefined ? own : { invitation: token };
      const { next } = await signUp.sendAsync({ body: { name, email, password, ...extra } });
      if (next === "confirm") return setConfirming(email);
      await signIn.sendAsync({ body: { email, password } });
      await goOn(at.begin());
    },
  });
  if (confirming !== null)
    return (
      <Banner tone="success" title={texts.confirmTitle}>
        {texts.confirmText(confirming)}
      </Banner>
    );
  return (
    <Form form={form} guard={false} className="space-y-4">
      <FormField form={form} name="name" label={texts.name}>
        {(control) => <Input {...control} className={tall} autoComplete="name" autoFocus required maxLength={120} />}
      </FormField>
      <FormField form={form} name="email" label={texts.email}>
        {(control) => (
          <Input
            {...control}
            className={tall}
            type="email"
            autoComplete="username"
            required
            disabled={invited !== undefined}
          />
        )}
      </FormField>
      <FormField form={form} name="password" label={texts.password} help={texts.passwordHelp}>
        {(control) => <Input {...control} className={tall} type="password" autoComplete="new-password" required />}
      </FormField>
      {token === undefined && (
        <FormField
          form={form}
          name="organization"
          label={texts.yourOrganization}
          help={texts.organizationHelp}
          optional
        >
          {(control) => <Input {...control} className={tall} autoComplete="organization" maxLength={120} />}
        </FormField>
      )}
      <FormProblem form={form} />
      <Button type="submit" look="primary" size="large" wide loading={form.state === "saving"}>
        {texts.signUp}
      </Button>
    </Form>
  );
}

function Waiting() {
  const texts = useAccountTexts();
  return (
    <AccountFrame title={texts.signUpTitle}>
      <Skeleton className="h-16" />
      <Skeleton className="h-16" />
      <Skeleton className="h-16" />
    </AccountFrame>
  );
}

/** Given outright, or as the page of the invitation that one came from. */
function useInvitationToken(): string | undefined {
  const [search] = useSearchState();
  const back = useReturnPath() ?? "";
  return search["invitation"] ?? /^\/invitations\/([\w-]+)$/.exec(back)?.[1];
}
