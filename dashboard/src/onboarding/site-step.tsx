import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { at } from "../addresses.ts";
import { useOrganizationId, useSend } from "../live/index.ts";
import { Banner, Button, Form, FormField, Input, useKitForm } from "../ui/index.ts";
import { StepHead } from "./step-head.tsx";
import { useOnboardingTexts } from "./texts.ts";

/** One field: the address of the site. Or the name of an agent without one. */
export function SiteStep() {
  const texts = useOnboardingTexts();
  const [hasSite, setHasSite] = useState(true);
  return (
    <>
      <StepHead title={hasSite ? texts.siteTitle : texts.nameTitle}>
        {hasSite ? texts.siteText : texts.nameText}
      </StepHead>
      <MakeForm key={String(hasSite)} field={hasSite ? "siteUrl" : "name"} />
      <p className="mt-8 flex flex-wrap items-center gap-x-2 text-muted">
        {hasSite && <span>{texts.noSite}</span>}
        <Button look="ghost" className={hasSite ? undefined : "-ms-3"} onClick={() => setHasSite(!hasSite)}>
          {hasSite ? texts.noSiteGo : texts.withSite}
        </Button>
      </p>
    </>
  );
}

const controls = {
  siteUrl: { autoComplete: "url", spellCheck: false, inputMode: "url", maxLength: 2048 },
  name: { autoComplete: "off", maxLength: 120 },
} as const;

function MakeForm({ field }: { field: "siteUrl" | "name" }) {
  const texts = useOnboardingTexts();
  const make = useMake();
  const form = useKitForm<{ siteUrl: string; name: string }>({
    values: { siteUrl: "", name: "" },
    onSubmit: async (values) => void (await make.sendAsync({ body: { [field]: values[field].trim() } })),
  });
  return (
    <Form form={form} guard={false}>
      <FormField form={form} name={field} {...texts.makeField[field]} required>
        {(control) => (
          <Input
            {...control}
            {...controls[field]}
            autoFocus
            placeholder={texts.makePlaceholder[field]}
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
        {texts.makeGo[field]}
      </Button>
    </Form>
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
