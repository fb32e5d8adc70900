import { at } from "../addresses.ts";
import { useGet, useParam, useSend } from "../live/index.ts";
import { Button, CodeBlock, Form, FormField, Input, Skeleton, TextLink, useKitForm } from "../ui/index.ts";
import { AccountFrame, tall } from "./account-frame.tsx";
import { FormProblem } from "./form-problem.tsx";
import { useGoOn } from "./go-back.ts";
import { OwnerExample } from "./owner-example.tsx";
import { useAccountTexts } from "./texts.ts";

/** The first page that the owner of a server ever sees. */
export function OwnerScreen() {
  const texts = useAccountTexts();
  const token = useParam("token");
  const link = useGet("/v1/owner-links/{token}", { token });
  if (link.error?.code === "link_expired")
    return (
      <AccountFrame
        title={texts.linkGone}
        text={texts.ownerGoneText}
        footer={<TextLink to={at.signIn()}>{texts.signIn}</TextLink>}
      >
        <CodeBlock code={texts.ownerCommand} wrap />
      </AccountFrame>
    );
  const text = link.data?.ownerExists ? texts.ownerResetText : texts.ownerText;
  return (
    <AccountFrame title={texts.ownerTitle} text={link.data ? text : undefined} beside={<OwnerExample />}>
      {link.data ? (
        <OwnerForm token={token} isNew={!link.data.ownerExists} />
      ) : (
        <Waiting problem={link.error?.message} />
      )}
    </AccountFrame>
  );
}

function OwnerForm({ token, isNew }: { token: string; isNew: boolean }) {
  const texts = useAccountTexts();
  const goOn = useGoOn();
  const send = useSend("post", "/v1/owner-links/{token}");
  const form = useKitForm({
    values: { name: "", email: "", password: "" },
    schema: () => import("@parley/contracts").then(({ ownerInputOfLink }) => ownerInputOfLink),
    onSubmit: async (body) => {
      const { organizationId } = await send.sendAsync({ params: { token }, body });
      await goOn(isNew ? at.start(organizationId, { first: "yes" }) : at.home(organizationId));
    },
  });
  return (
    <Form form={form} guard={false} className="space-y-4">
      <FormField form={form} name="name" label={texts.name}>
        {(control) => <Input {...control} className={tall} autoComplete="name" autoFocus required maxLength={120} />}
      </FormField>
      <FormField form={form} name="email" label={texts.email}>
        {(control) => <Input {...control} className={tall} type="email" autoComplete="username" required />}
      </FormField>
      <FormField form={form} name="password" label={texts.password} help={texts.passwordHelp}>
        {(control) => <Input {...control} className={tall} type="password" autoComplete="new-password" required />}
      </FormField>
      <FormProblem form={form} />
      <Button type="submit" look="primary" size="large" wide loading={form.state === "saving"}>
        {texts.ownerSubmit}
      </Button>
      <p className="text-sm text-pretty text-muted">{texts.ownerNote}</p>
    </Form>
  );
}

function Waiting({ problem }: { problem: string | undefined }) {
  if (problem !== undefined) return <p role="alert">{problem}</p>;
  return (
    <>
      <Skeleton className="h-16" />
      <Skeleton className="h-16" />
      <Skeleton className="h-16" />
      <Skeleton className="h-10" />
    </>
  );
}
