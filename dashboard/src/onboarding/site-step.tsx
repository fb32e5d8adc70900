import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { at } from "../addresses.ts";
import { useOrganizationId, useSend } from "../live/index.ts";
import { Banner, Button, Form, FormField, Input, useKitForm } from "../ui/index.ts";
import { StepHead } from "./step-head.tsx";
import { useOnboardingTexts } from "./texts.ts";

/** One field: the address of the site. Or an agent without one. */
export function SiteStep() {
  const texts = useOnboardingTexts();
  const [hasSite, setHasSite] = useState(true);
  return (
    <>
      <StepHead title={texts.siteTitle}>{texts.siteText}</StepHead>
      {hasSite ? <AddressForm /> : <NameForm />}
      <p className="mt-8 flex flex-wrap items-center gap-x-2 text-muted">
        {hasSite && <span>{texts.noSite}</span>}
        <Button look="ghost" onClick={() => setHasSite(!hasSite)}>
          {hasSite ? texts.noSiteGo : texts.withSite}
        </Button>
      </p>
    </>
  );
}

function useMake() {
  const organization = useOrganizationId() ?? "";
  const navigate = useNavigate();
  return useSend("post", "/v1/agents", {
    changes: ["sources"],
    onDone: ({ id, siteUrl }) =>
      void navigate({
        to: at.start(organization),
        search: { agent: id, step: siteUrl === null ? "questions" : "learn" },
      }),
  });
}

function AddressForm() {
  const texts = useOnboardingTexts();
  const make = useMake();
  const form = useKitForm<{ siteUrl: string }>({
    values: { siteUrl: "" },
    onSubmit: async ({ siteUrl }) => void (await make.sendAsync({ body: { siteUrl: siteUrl.trim() } })),
  });
  return (
    <Form form={form} guard={false}>
      <FormField form={form} name="siteUrl" label={texts.siteLabel} help={texts.siteHelp} required>
        {(control) => (
          <Input
            {...control}
            autoFocus
            placeholder={texts.sitePlaceholder}
            autoComplete="url"
            spellCheck={false}
            inputMode="url"
            maxLength={2048}
            className="h-11 text-lg"
          />
        )}
      </FormField>
      {form.problem !== null && (
        <div className="mt-4">
          <Banner tone="danger">{form.problem}</Banner>
        </div>
      )}
      <Button type="submit" look="primary" size="large" className="mt-5" loading={make.isSending}>
        {texts.siteGo}
      </Button>
    </Form>
  );
}

function NameForm() {
  const texts = useOnboardingTexts();
  const make = useMake();
  const form = useKitForm<{ name: string }>({
    values: { name: "" },
    onSubmit: async ({ name }) => void (await make.sendAsync({ body: { name: name.trim() } })),
  });
  return (
    <Form form={form} guard={false}>
      <FormField form={form} name="name" label={texts.nameLabel} help={texts.nameHelp} required>
        {(control) => <Input {...control} autoFocus placeholder={texts.namePlaceholder} maxLength={120} />}
      </FormField>
      {form.problem !== null && (
        <div className="mt-4">
          <Banner tone="danger">{form.problem}</Banner>
        </div>
      )}
      <Button type="submit" look="primary" size="large" className="mt-5" loading={make.isSending}>
        {texts.nameGo}
      </Button>
    </Form>
  );
}
