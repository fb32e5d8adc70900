import { useState } from "react";
import type { AnswerOf, BodyOf } from "../live/index.ts";
import {
  Form,
  FormActions,
  FormField,
  Input,
  type KitForm,
  Markdown,
  SegmentedControl,
  Switch,
  TagInput,
  Textarea,
  useKitForm,
} from "../ui/index.ts";
import { useKnowledgeTexts } from "../knowledge/texts.ts";
import { ownZone, toLocal, toUtc } from "./local-time.ts";
import { SimilarAnswers } from "./similar-answers.tsx";
import { useAnswerTexts } from "./texts.ts";

type Answer = AnswerOf<"/v1/agents/{id}/verified-answers/{answerId}">;
export type AnswerInput = BodyOf<"/v1/agents/{id}/verified-answers", "post">;

interface Values {
  question: string;
  variants: string[];
  answer: string;
  language: string;
  enabled: boolean;
  tags: string[];
  spoken: string;
  /** As `datetime-local` has them. */
  validFrom: string;
  validTo: string;
}

export interface AnswerFormProps {
  /** The one that is changed. */
  answer?: Answer;
  /** What a new one begins with. */
  start?: Partial<Pick<Values, "question" | "variants" | "answer" | "language">>;
  onSave: (body: AnswerInput) => Promise<unknown>;
  /** Beside the button that saves. */
  children?: React.ReactNode;
  /** On the button for a new one. */
  save?: string;
}

/** Everything about one verified answer. */
export function AnswerForm({ answer, start, onSave, children, save }: AnswerFormProps) {
  const texts = useKnowledgeTexts();
  const form = useKitForm<Values>({
    values: answer === undefined ? { ...empty, ...start } : valuesOf(answer),
    onSubmit: ({ language, spoken, validFrom, validTo, ...values }) =>
      onSave({
        ...values,
        spoken: spoken.trim() === "" ? null : spoken,
        validFrom: toUtc(validFrom),
        validTo: toUtc(validTo),
        ...(language !== "" && { language }),
      }),
  });
  const isStarted = start?.question !== undefined && start.question !== "";
  return (
    <Form form={form} className="space-y-5">
      <FormField form={form} name="question" label={texts.question} help={texts.questionHelp} required>
        {(control) => (
          <Input
            {...control}
            autoFocus={!answer && !isStarted}
            maxLength={500}
            placeholder={texts.questionPlaceholder}
          />
        )}
      </FormField>
      <SimilarAnswers form={form} exceptId={answer?.id} />
      <FormField form={form} name="variants" label={texts.variants} help={texts.variantsHelp} optional>
        {({ value, onChange, onBlur }) => (
          <TagInput values={value} onChange={onChange} onBlur={onBlur} split={/\n+/} max={30} />
        )}
      </FormField>
      <FormField form={form} name="answer" label={texts.answer} help={texts.answerHelp} required group>
        {({ value, onChange, onBlur }) => <AnswerText {...{ value, onChange, onBlur }} autoFocus={isStarted} />}
      </FormField>
      <FormField form={form} name="enabled" label={<span className="sr-only">{texts.on}</span>} group>
        {({ value, onChange }) => <Switch checked={value} onChange={onChange} label={texts.on} help={texts.onHelp} />}
      </FormField>
      <MoreFields form={form} open={answer !== undefined && hasMore(answer)} />
      <FormActions form={form} always={!answer} save={answer ? texts.save : (save ?? texts.create)}>
        {children}
      </FormActions>
    </Form>
  );
}

const empty: Values = {
  question: "",
  variants: [],
  answer: "",
  language: "",
  enabled: true,
  tags: [],
  spoken: "",
  validFrom: "",
  validTo: "",
};

const valuesOf = ({ question, variants, answer, language, enabled, tags, ...rest }: Answer): Values => ({
  question,
  variants,
  answer,
  language,
  enabled,
  tags,
  spoken: rest.spoken ?? "",
  validFrom: toLocal(rest.validFrom),
  validTo: toLocal(rest.validTo),
});

const hasMore = ({ tags, spoken, validFrom, validTo }: Answer) =>
  tags.length > 0 || spoken !== null || validFrom !== null || validTo !== null;

/** What most answers do without. */
function MoreFields({ form, open }: { form: KitForm<Values>; open: boolean }) {
  const texts = useAnswerTexts();
  const knowledge = useKnowledgeTexts();
  return (
    <details open={open} className="group rounded-card border border-line">
      <summary className="cursor-pointer rounded-card px-4 py-2.5 font-medium select-none hover:bg-hover">
        {texts.more}
      </summary>
      <div className="space-y-5 border-t border-line p-4">
        <div className="grid gap-5 sm:grid-cols-2">
          <FormField form={form} name="validFrom" label={texts.validFrom} optional>
            {(control) => <Input {...control} type="datetime-local" />}
          </FormField>
          <FormField form={form} name="validTo" label={texts.validTo} optional>
            {(control) => <Input {...control} type="datetime-local" />}
          </FormField>
        </div>
        <p className="-mt-3 text-sm text-muted">{texts.timesHelp(ownZone())}</p>
        <FormField form={form} name="tags" label={texts.tags} help={texts.tagsHelp} optional>
          {({ value, onChange, onBlur }) => (
            <TagInput values={value} onChange={onChange} onBlur={onBlur} split={/[\n,;]+/} max={20} />
          )}
        </FormField>
        <FormField form={form} name="spoken" label={texts.spoken} help={texts.spokenHelp} optional>
          {(control) => <Textarea {...control} rows={2} maxRows={8} maxLength={2_000} />}
        </FormField>
        <FormField form={form} name="language" label={knowledge.language} help={knowledge.languageHelp} optional>
          {(control) => <Input {...control} maxLength={35} placeholder={knowledge.languageAuto} spellCheck={false} />}
        </FormField>
      </div>
    </details>
  );
}

interface TextProps {
  value: string;
  onChange: (value: string) => void;
  onBlur: () => void;
  autoFocus: boolean;
}

/** Written, or as the visitor sees it. */
function AnswerText({ value, onChange, onBlur, autoFocus }: TextProps) {
  const texts = useKnowledgeTexts();
  const [view, setView] = useState<"write" | "preview">("write");
  return (
    <div className="space-y-2">
      <SegmentedControl
        label={texts.answer}
        value={view}
        onChange={setView}
        options={[
          { value: "write", label: texts.write },
          { value: "preview", label: texts.preview },
        ]}
      />
      {view === "write" ? (
        <Textarea
          label={texts.answer}
          value={value}
          onChange={onChange}
          onBlur={onBlur}
          autoFocus={autoFocus}
          rows={5}
          maxRows={16}
          maxLength={8_000}
          placeholder={texts.answerPlaceholder}
        />
      ) : (
        <div dir="auto" className="min-h-32 rounded-control border border-line bg-page p-3">
          <Markdown text={value} />
        </div>
      )}
    </div>
  );
}
