import { useGet } from "../live/index.ts";
import { FormField, Input, type KitForm } from "../ui/index.ts";
import { AccessFields } from "./access-fields.tsx";
import { PaceFields, PageFields, PartFields, ScheduleField } from "./crawl-fields.tsx";
import { useKnowledgeTexts } from "./texts.ts";
import type { WebsiteValues } from "./website-values.ts";

interface WebsiteFieldsProps {
  form: KitForm<WebsiteValues>;
  /** A new website begins with its address. */
  isNew?: boolean;
  hasPassword?: boolean;
}

/** Address, schedule, and everything that can be said of how a website is read. */
export function WebsiteFields({ form, isNew = false, hasPassword = false }: WebsiteFieldsProps) {
  const texts = useKnowledgeTexts();
  const crawler = useGet("/v1/crawler");
  return (
    <>
      <FormField form={form} name="url" label={texts.url} help={texts.urlHelp} required>
        {(control) => (
          <Input
            {...control}
            autoFocus={isNew}
            spellCheck={false}
            autoComplete="url"
            maxLength={2048}
            placeholder={texts.urlPlaceholder}
          />
        )}
      </FormField>
      <ScheduleField form={form} />
      <div>
        <PageFields form={form} />
        <PartFields form={form} browser={crawler.data?.browser} />
        <PaceFields form={form} />
        <AccessFields form={form} hasPassword={hasPassword} />
      </div>
    </>
  );
}
