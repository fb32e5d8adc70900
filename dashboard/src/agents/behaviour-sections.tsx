import { Button, Combobox, Field, FormSection, Input, RadioCards, Textarea } from "../ui/index.ts";
import { HoursEditor } from "./hours-editor.tsx";
import { languageOptions } from "./language-options.ts";
import { ListEditor } from "./list-editor.tsx";
import { useAgentsTexts } from "./texts.ts";
import type { Settings } from "./types.ts";
import type { DraftEditor } from "./use-draft-editor.ts";

export interface SectionProps {
  editor: DraftEditor;
  disabled: boolean;
}

/** Empty means: as the site has it, or as Parley does by itself. */
const orNull = (text: string) => (text.trim() === "" ? null : text);

export function IdentitySection({ editor, disabled }: SectionProps) {
  const texts = useAgentsTexts();
  const { settings, set, errors, draft } = editor;
  const shown = draft?.agent;
  return (
    <FormSection id="identity" title={texts.identity} text={texts.identityText}>
      <Field label={texts.name} help={texts.nameHelp} error={errors.name}>
        <Input
          value={settings.name ?? ""}
          placeholder={shown?.name ?? ""}
          maxLength={120}
          disabled={disabled}
          onChange={(name) => set({ name: orNull(name) })}
        />
      </Field>
      <Field label={texts.role} help={texts.roleHelp} error={errors.role} optional>
        <Textarea
          rows={2}
          value={settings.role ?? ""}
          placeholder={texts.rolePlaceholder}
          maxLength={300}
          disabled={disabled}
          onChange={(role) => set({ role: orNull(role) })}
        />
      </Field>
      <Field label={texts.language} help={texts.languageHelp} error={errors.language}>
        <Combobox
          value={settings.language ?? shown?.language ?? null}
          options={languageOptions()}
          disabled={disabled}
          onChange={(language) => set({ language })}
        />
      </Field>
    </FormSection>
  );
}

export function VoiceSection({ editor, disabled }: SectionProps) {
  const texts = useAgentsTexts();
  const { settings, set, errors } = editor;
  const tones = ["neutral", "friendly", "formal", "playful"] as const;
  const lengths = ["short", "medium", "detailed"] as const;
  return (
    <FormSection id="voice" title={texts.voice} text={texts.voiceText}>
      <Field label={texts.tone} help={texts.toneHelp} error={errors.tone} group>
        <RadioCards
          value={settings.tone ?? "neutral"}
          columns={2}
          disabled={disabled}
          onChange={(tone) => set({ tone })}
          options={tones.map((value) => ({ value, label: texts.toneNames[value], text: texts.toneExamples[value] }))}
        />
      </Field>
      <Field label={texts.length} help={texts.lengthHelp} error={errors.length} group>
        <RadioCards
          value={settings.length ?? "medium"}
          columns={3}
          disabled={disabled}
          onChange={(length) => set({ length })}
          options={lengths.map((value) => ({
            value,
            label: texts.lengthNames[value],
            text: texts.lengthExamples[value],
          }))}
        />
      </Field>
    </FormSection>
  );
}

export function OpeningSection({ editor, disabled }: SectionProps) {
  const texts = useAgentsTexts();
  const { settings, set, errors, draft } = editor;
  const own = settings.suggestions;
  const ofSite = draft?.agent.suggestions ?? [];
  return (
    <FormSection id="opening" title={texts.opening} text={texts.openingText}>
      <Field label={texts.greeting} help={texts.greetingHelp} error={errors.greeting}>
        <Textarea
          rows={2}
          value={settings.greeting ?? ""}
          placeholder={draft?.agent.greeting ?? ""}
          maxLength={500}
          disabled={disabled}
          onChange={(greeting) => set({ greeting: orNull(greeting) })}
        />
      </Field>
      <Field label={texts.suggestions} help={texts.suggestionsHelp} error={errors.suggestions} group>
        {own === undefined ? (
          <div className="rounded-card border border-line px-3 py-2.5">
            <ul className="space-y-1 text-muted">
              {ofSite.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
            {!disabled && (
              <Button
                size="small"
                className={ofSite.length > 0 ? "mt-2.5" : ""}
                onClick={() => set({ suggestions: ofSite })}
              >
                {texts.ownSuggestions}
              </Button>
            )}
          </div>
        ) : (
          <>
            <ListEditor
              label={texts.suggestions}
              items={own}
              most={8}
              longest={200}
              add={texts.addSuggestion}
              placeholder={texts.suggestionPlaceholder}
              disabled={disabled}
              onChange={(suggestions) => set({ suggestions })}
            />
            {!disabled && (
              <Button size="small" look="ghost" className="mt-2" onClick={() => set({ suggestions: null })}>
                {texts.backToSite}
              </Button>
            )}
          </>
        )}
      </Field>
    </FormSection>
  );
}

type Fallbacks = NonNullable<Settings["fallbacks"]>;
const fallbackNames = ["unknown", "person", "away", "failed", "unavailable"] as const;

export function FallbackSection({ editor, disabled }: SectionProps) {
  const texts = useAgentsTexts();
  const { settings, set, errors } = editor;
  const fallbacks: Fallbacks = settings.fallbacks ?? {};
  const labels = {
    unknown: texts.fallbackUnknown,
    person: texts.fallbackPerson,
    away: texts.fallbackAway,
    failed: texts.fallbackFailed,
    unavailable: texts.fallbackUnavailable,
  };
  const helps: Partial<Record<keyof Fallbacks, string>> = {
    person: texts.fallbackPersonHelp,
    away: texts.fallbackAwayHelp,
  };
  const put = (name: keyof Fallbacks, text: string) => {
    const given = Object.entries({ ...fallbacks, [name]: text }).filter(
      ([, value]) => value !== undefined && value !== "",
    );
    set({ fallbacks: given.length === 0 ? null : Object.fromEntries(given) });
  };
  return (
    <FormSection id="fallbacks" title={texts.fallbacks} text={texts.fallbacksText}>
      {fallbackNames.map((name) => (
        <Field
          key={name}
          label={labels[name]}
          help={helps[name]}
          error={name === "unknown" ? errors.fallbacks : undefined}
        >
          <Textarea
            rows={1}
            value={fallbacks[name] ?? ""}
            placeholder={texts.phrases[name]}
            maxLength={500}
            disabled={disabled}
            onChange={(text) => put(name, text)}
          />
        </Field>
      ))}
    </FormSection>
  );
}

export function HoursSection({ editor, disabled }: SectionProps) {
  const texts = useAgentsTexts();
  const { settings, set } = editor;
  return (
    <FormSection id="hours" title={texts.hours} text={texts.hoursText}>
      <HoursEditor hours={settings.hours} disabled={disabled} onChange={(hours) => set({ hours })} />
    </FormSection>
  );
}
