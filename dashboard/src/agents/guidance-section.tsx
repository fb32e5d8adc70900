import { at } from "../addresses.ts";
import { useGet, useOrganizationId } from "../live/index.ts";
import { Banner, Field, FormSection, TextLink, Textarea } from "../ui/index.ts";
import type { SectionProps } from "./behaviour-sections.tsx";
import { ListEditor } from "./list-editor.tsx";
import { useAgentsTexts } from "./texts.ts";

/** What only a language model can follow; says so where there is none. */
export function GuidanceSection({ editor, disabled, agentId }: SectionProps & { agentId: string }) {
  const texts = useAgentsTexts();
  const organization = useOrganizationId() ?? "";
  const models = useGet(
    "/v1/agents/{id}/models",
    { id: agentId, draft: "true" },
    { live: ["agents", "connections"] },
  ).data;
  const { settings, set, errors } = editor;
  const lines = (items: string[]) => (items.length === 0 ? null : items);
  return (
    <FormSection id="guidance" title={texts.guidance} text={texts.guidanceText}>
      {models?.chain.length === 0 && (
        <Banner
          tone="info"
          action={<TextLink to={at.agent(organization, agentId, "model")}>{texts.chooseModel}</TextLink>}
        >
          {texts.needsModel}
        </Banner>
      )}
      <Field label={texts.instructions} help={texts.instructionsHelp} error={errors.instructions} optional>
        <Textarea
          rows={5}
          value={settings.instructions ?? ""}
          placeholder={texts.instructionsPlaceholder}
          maxLength={4_000}
          disabled={disabled}
          onChange={(text) => set({ instructions: text.trim() === "" ? null : text })}
        />
      </Field>
      <Field label={texts.goals} help={texts.goalsHelp} error={errors.goals} optional group>
        <ListEditor
          label={texts.goals}
          items={settings.goals ?? []}
          most={10}
          longest={300}
          add={texts.addGoal}
          placeholder={texts.goalPlaceholder}
          disabled={disabled}
          onChange={(goals) => set({ goals: lines(goals) })}
        />
      </Field>
      <Field label={texts.guardrails} help={texts.guardrailsHelp} error={errors.guardrails} optional group>
        <ListEditor
          label={texts.guardrails}
          items={settings.guardrails ?? []}
          most={20}
          longest={300}
          add={texts.addGuardrail}
          placeholder={texts.guardrailPlaceholder}
          disabled={disabled}
          onChange={(guardrails) => set({ guardrails: lines(guardrails) })}
        />
      </Field>
    </FormSection>
  );
}
