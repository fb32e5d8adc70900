import { useSend } from "../live/index.ts";
import { Form, FormActions, FormField, Input, useKitForm } from "../ui/index.ts";
import { CrawlFields, type CrawlValues, settingsOf } from "./crawl-fields.tsx";
import type { Website } from "./source-status.tsx";
import { useKnowledgeTexts } from "./texts.ts";

/** Settings count from the next reading on; another address is read at once. */
export function SourceSettings({ source }: { source: Website }) {
  const texts = useKnowledgeTexts();
  const change = useSend("patch", "/v1/sources/{id}", {
    changes: ["agents", "pages", "documents"],
    done: (changed) => (changed.url === source.url ? texts.saved : texts.moved),
  });
  const form = useKitForm<CrawlValues>({
    values: { url: source.url, ...source.settings },
    onSubmit: async (values) => {
      const url = values.url.trim();
      const body = { settings: settingsOf(values), ...(url !== source.url && { url }) };
      await change.sendAsync({ params: { id: source.id }, ifMatch: source.revision, body });
    },
  });
  return (
    <Form form={form} className="space-y-5">
      <FormField form={form} name="url" label={texts.url} help={texts.urlHelp} required>
        {(control) => <Input {...control} spellCheck={false} autoComplete="url" maxLength={2048} />}
      </FormField>
      <CrawlFields form={form} />
      <FormActions form={form} />
    </Form>
  );
}
