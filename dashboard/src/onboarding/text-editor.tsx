import { useState } from "react";
import { problemOf } from "../live/index.ts";
import { Button, Field, Input, Textarea } from "../ui/index.ts";
import { useOnboardingTexts } from "./texts.ts";

export interface TextEditorProps {
  label: string;
  value: string;
  help?: string;
  /** Several lines. */
  tall?: boolean;
  maxLength: number;
  onSave: (value: string) => Promise<unknown>;
  onClose: () => void;
}

/** One text in place: Enter saves a line, Escape gives it back. */
export function TextEditor({ label, value, help, tall = false, maxLength, onSave, onClose }: TextEditorProps) {
  const texts = useOnboardingTexts();
  const [text, setText] = useState(value);
  const [error, setError] = useState<string | undefined>(undefined);
  const [saving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    try {
      await onSave(text.trim());
      onClose();
    } catch (problem) {
      setError(problemOf(problem).message);
      setSaving(false);
    }
  };
  const control = { value: text, onChange: setText, maxLength, autoFocus: true };
  return (
    <form
      className="space-y-2"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
        if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void save();
      }}
    >
      <Field label={<span className="sr-only">{label}</span>} error={error} {...(help !== undefined && { help })}>
        {tall ? <Textarea {...control} rows={3} maxRows={10} /> : <Input {...control} />}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="small" look="primary" loading={saving}>
          {texts.save}
        </Button>
        <Button size="small" look="ghost" onClick={onClose}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}
