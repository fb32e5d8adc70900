import { useGet, useSend } from "../live/index.ts";
import { Badge, Form, FormActions, FormField, Input, QueryView, TagInput, useKitForm } from "../ui/index.ts";
import { useKnowledgeTexts } from "./texts.ts";

export interface Labels {
  tags: readonly string[];
  audience: string | null;
}

/** By what searches and questions are narrowed; nothing where there are none. */
export function LabelBadges({ tags, audience }: Labels) {
  const texts = useKnowledgeTexts();
  if (tags.length === 0 && audience === null) return null;
  return (
    <ul aria-label={texts.labels} className="flex flex-wrap gap-1">
      {tags.map((tag) => (
        <li key={tag} className="flex max-w-full">
          <Badge>{tag}</Badge>
        </li>
      ))}
      {audience !== null && (
        <li className="flex max-w-full">
          <Badge tone="info">{texts.forAudience(audience)}</Badge>
        </li>
      )}
    </ul>
  );
}

/** Tags and audience of all that a source holds. */
export function SourceLabels({ id, type }: { id: string; type: string }) {
  const texts = useKnowledgeTexts();
  const query = useGet("/v1/sources/{id}/labels", { id });
  const { sendAsync } = useSend("patch", "/v1/sources/{id}/labels", { done: texts.labelsSaved });
  return (
    <QueryView query={query} skeleton="form">
      {(labels) => (
        <LabelsForm
          labels={labels}
          help={texts.sourceLabelsHelp(type)}
          onSave={(body) => sendAsync({ params: { id }, body })}
        />
      )}
    </QueryView>
  );
}

/** Tags and audience of one document, beside what its source has. */
export function DocumentLabels({ document }: { document: Labels & { id: string; agentId: string } }) {
  const texts = useKnowledgeTexts();
  const { sendAsync } = useSend("patch", "/v1/agents/{id}/documents/{documentId}", {
    done: texts.labelsSaved,
    changes: ["documents"],
  });
  const { id: documentId, agentId: id } = document;
  return (
    <LabelsForm
      labels={document}
      help={texts.documentLabelsHelp}
      onSave={(body) => sendAsync({ params: { id, documentId }, body })}
    />
  );
}

interface LabelsFormProps {
  labels: Labels;
  help: string;
  onSave: (labels: { tags: string[]; audience: string | null }) => Promise<unknown>;
}

function LabelsForm({ labels, help, onSave }: LabelsFormProps) {
  const texts = useKnowledgeTexts();
  const form = useKitForm<{ tags: string[]; audience: string }>({
    values: { tags: [...labels.tags], audience: labels.audience ?? "" },
    onSubmit: ({ tags, audience }) => onSave({ tags, audience: audience.trim() === "" ? null : audience.trim() }),
  });
  return (
    <Form form={form} className="space-y-5">
      <p className="text-muted">{help}</p>
      <FormField form={form} name="tags" label={texts.tags} help={texts.labelTagsHelp} optional>
        {({ value, onChange, onBlur }) => (
          <TagInput values={value} onChange={onChange} onBlur={onBlur} split={/[\n,;]+/} max={20} />
        )}
      </FormField>
      <FormField form={form} name="audience" label={texts.audience} help={texts.audienceHelp} optional>
        {(control) => <Input {...control} maxLength={60} placeholder={texts.audiencePlaceholder} />}
      </FormField>
      <FormActions form={form} />
    </Form>
  );
}
