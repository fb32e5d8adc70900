import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import {
  type Control,
  Controller,
  type DefaultValues,
  type FieldPath,
  type FieldPathValue,
  type FieldValues,
  useForm,
  type UseFormReturn,
} from "react-hook-form";
import { Banner } from "./banner.tsx";
import { Button } from "./button.tsx";
import { Field, type FieldProps } from "./field.tsx";
import { SaveState, type SaveStateName } from "./save-state.tsx";
import { useKitTexts } from "./texts.ts";
import { UnsavedGuard } from "./unsaved-guard.tsx";
import { readSchema, type SchemaSource, validateWith } from "./validate-with.ts";

export interface FormOptions<V extends FieldValues> {
  /** What the server has. When it changes, fields that nobody has touched follow. */
  values: V;
  /** A zod schema, or the way to it: `() => import("@parley/contracts").then((all) => all.agentInput)`. */
  schema?: SchemaSource;
  /** Saves. What it throws is shown at the field it names, else above the buttons. */
  onSubmit: (values: V) => unknown;
}

export interface KitForm<V extends FieldValues> {
  hook: UseFormReturn<V>;
  /** The fields that are shown. */
  names: Set<string>;
  state: SaveStateName;
  /** A sentence about the whole form. */
  problem: string | null;
  isDirty: boolean;
  submit: () => Promise<void>;
  discard: () => void;
}

/** State of one form: validated when a field is left and while it is mended, the server's refusals at their fields. */
export function useKitForm<V extends FieldValues>({ values, schema, onSubmit }: FormOptions<V>): KitForm<V> {
  const [state, setState] = useState<SaveStateName>("idle");
  const [problem, setProblem] = useState<string | null>(null);
  const source = useRef(schema);
  const names = useRef(new Set<string>()).current;
  const resolver = useMemo(() => (source.current ? validateWith<V>(source.current) : undefined), []);
  // The shape of V is the caller's: what they start from is what they get.
  const defaultValues = values as DefaultValues<V>;
  const hook = useForm<V>({
    defaultValues,
    values,
    mode: "onTouched",
    resetOptions: { keepDirtyValues: true, keepErrors: true },
    ...(resolver && { resolver }),
  });
  const { isDirty } = hook.formState;
  useEffect(() => {
    if (source.current) void readSchema(source.current);
  }, []);
  const submit = hook.handleSubmit(async (given) => {
    if (state === "saving") return;
    setState("saving");
    setProblem(null);
    try {
      await onSubmit(given);
      hook.reset(given);
      setState("saved");
    } catch (error) {
      setState("failed");
      setProblem(showAtField({ hook, names, error }));
    }
  });
  return {
    hook,
    names,
    state: isDirty && state !== "saving" && state !== "failed" ? "unsaved" : state,
    problem,
    isDirty,
    submit: () => submit(),
    discard: () => {
      hook.reset();
      setProblem(null);
      setState("idle");
    },
  };
}

interface Refused<V extends FieldValues> {
  hook: UseFormReturn<V>;
  names: ReadonlySet<string>;
  error: unknown;
}

/** Puts a refusal at its field. Null then; else the sentence for the whole form. */
function showAtField<V extends FieldValues>({ hook, names, error }: Refused<V>): string | null {
  const message = error instanceof Error ? error.message : String(error);
  const path: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "field") : undefined;
  if (typeof path !== "string") return message;
  const isName = (text: string): text is FieldPath<V> => names.has(text);
  const parts = path.replace(/^body\./, "").split(".");
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join(".");
    if (!isName(name)) continue;
    hook.setError(name, { type: "server", message }, { shouldFocus: true });
    return null;
  }
  return message;
}

export interface FormProps<V extends FieldValues> {
  form: KitForm<V>;
  children: ReactNode;
  /** False: leaving asks nothing (sign-in, search). */
  guard?: boolean;
  className?: string;
}

export function Form<V extends FieldValues>({ form, children, guard = true, className }: FormProps<V>) {
  const element = useRef<HTMLFormElement>(null);
  const { submit } = form;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== "s") return;
      if (!element.current?.contains(document.activeElement)) return;
      event.preventDefault();
      void submit();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [submit]);
  return (
    <form
      ref={element}
      noValidate
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void submit();
      }}
    >
      {guard && <UnsavedGuard when={form.isDirty} saving={form.state === "saving"} onSave={submit} />}
      {children}
    </form>
  );
}

/** What a control inside a FormField is given. */
export interface FormControl<T> {
  value: T;
  onChange: (value: T) => void;
  onBlur: () => void;
  name: string;
  ref: (element: HTMLElement | null) => void;
}

export interface FormFieldProps<V extends FieldValues, N extends FieldPath<V>> extends Omit<
  FieldProps,
  "children" | "error"
> {
  form: KitForm<V>;
  name: N;
  children: (control: FormControl<FieldPathValue<V, N>>) => ReactNode;
}

/** A Field bound to a value of the form: `{(control) => <Input {...control} />}`. */
export function FormField<V extends FieldValues, N extends FieldPath<V>>(props: FormFieldProps<V, N>) {
  const { form, name, children, ...field } = props;
  const control: Control<V> = form.hook.control;
  const { names } = form;
  useEffect(() => {
    names.add(name);
    return () => void names.delete(name);
  }, [names, name]);
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange, onBlur, ref }, fieldState }) => (
        <Field {...field} error={fieldState.error?.message}>
          {children({ value, onChange, onBlur, name, ref })}
        </Field>
      )}
    />
  );
}

export interface FormActionsProps<V extends FieldValues> {
  form: KitForm<V>;
  /** The deed; else "Save changes". */
  save?: string;
  /** Stays in sight at the lower edge: for long forms. */
  sticky?: boolean;
  /** Always there, also while nothing is changed: for making something new. */
  always?: boolean;
  children?: ReactNode;
}

/** What went wrong, the state, and the buttons. */
export function FormActions<V extends FieldValues>({ form, save, sticky, always, children }: FormActionsProps<V>) {
  const texts = useKitTexts();
  const { state, problem, isDirty, discard } = form;
  return (
    <div className={sticky ? "sticky bottom-0 z-10 -mx-1 border-t border-line bg-surface px-1 py-3" : "pt-2"}>
      {problem !== null && (
        <Banner tone="danger" className="mb-3">
          {problem}
        </Banner>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="primary" loading={state === "saving"} disabled={!isDirty && !always}>
          {save ?? texts.saveChanges}
        </Button>
        {isDirty && !always && <Button onClick={discard}>{texts.discard}</Button>}
        {children}
        {!always && <SaveState state={state} />}
      </div>
    </div>
  );
}
