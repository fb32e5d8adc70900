import { useAgentId, useSend } from "../live/index.ts";
import { Form, FormActions, useKitForm } from "../ui/index.ts";
import { DryRun } from "./dry-run.tsx";
import { SourceHook } from "./source-hook.tsx";
import type { Website } from "./source-status.tsx";
import { useKnowledgeTexts } from "./texts.ts";
import { WebsiteFields } from "./website-fields.tsx";
import { accessOf, settingsOf, valuesOf, type WebsiteValues } from "./website-values.ts";

/** Settings count from the next reading on; another address is read at once. */
export function SourceSettings({ source }: { source: Website }) {
  const texts = useKnowledgeTexts();
  const agent = useAgentId() ?? "";
  const change = useSend("patch", "/v1/sources/{id}", {
    changes: ["agents", "pages", "documents"],
    done: (changed) => (changed.url === source.url ? texts.saved : texts.moved),
  });
  const form = useKitForm<WebsiteValues>({
    values: valuesOf(source),
    onSubmit: async (values) => {
      const url = values.url.trim();
      const body = {
        settings: settingsOf(values),
        schedule: values.schedule,
        ...(form.hook.formState.dirtyFields.access && { access: accessOf(values) }),
        ...(url !== source.url && { url }),
      };
      await change.sendAsync({ params: { id: source.id }, ifMatch: source.revision, body });
    },
  });
  return (
    <div className="space-y-6">
      <Form form={form} className="space-y-5">
        <WebsiteFields form={form} hasPassword={source.access.basic !== null} />
        <DryRun form={form} agentId={agent} sourceId={source.id} />
        <FormActions form={form} />
      </Form>
      <SourceHook sourceId={source.id} />
    </div>
  );
}
