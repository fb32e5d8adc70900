import { ExclamationCircleIcon } from "@heroicons/react/16/solid";
import { createContext, type ReactNode, useContext, useId } from "react";
import { cx } from "./cx.ts";
import { useKitTexts } from "./texts.ts";

interface FieldContext {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
}

const Context = createContext<FieldContext | null>(null);

/** What a control inside a Field takes from it; a control that stands alone names itself by `label`. */
export function useFieldProps(own: { id?: string | undefined; label?: string | undefined }) {
  const field = useContext(Context);
  const spare = useId();
  return {
    id: own.id ?? field?.id ?? spare,
    "aria-describedby": field?.describedBy,
    "aria-invalid": field?.invalid || undefined,
    "aria-required": field?.required || undefined,
    "aria-label": own.label,
  };
}

export interface FieldProps {
  label: ReactNode;
  /** Under the control; the error takes its place. */
  help?: ReactNode;
  error?: string | undefined;
  /** Says "optional" behind the label: what is needed needs no mark. */
  optional?: boolean;
  required?: boolean;
  /** Beside the label at the end: a link, a counter. */
  aside?: ReactNode;
  /** Several controls under one label: a group, not one control. */
  group?: boolean;
  children: ReactNode;
  className?: string;
}

/** Label above, control, help under it, error in place of the help. */
export function Field({
  label,
  help,
  error,
  optional,
  required = false,
  aside,
  group,
  children,
  className,
}: FieldProps) {
  const texts = useKitTexts();
  const id = useId();
  const described = error !== undefined || help !== undefined ? `${id}-note` : undefined;
  const name = (
    <>
      {label}
      {optional && <span className="font-normal text-muted"> {texts.optional}</span>}
    </>
  );
  const content = (
    <>
      <div className="mb-1.5 flex items-baseline justify-between gap-3">
        {group ? (
          <span id={`${id}-label`} className="font-medium">
            {name}
          </span>
        ) : (
          <label htmlFor={id} className="font-medium">
            {name}
          </label>
        )}
        {aside !== undefined && <span className="text-sm text-muted">{aside}</span>}
      </div>
      {children}
      <FieldNote id={described} help={help} error={error} />
    </>
  );
  return (
    <Context value={{ id, describedBy: described, invalid: error !== undefined, required }}>
      <div
        className={cx("min-w-0", className)}
        {...(group && { role: "group", "aria-labelledby": `${id}-label`, "aria-describedby": described })}
      >
        {content}
      </div>
    </Context>
  );
}

function FieldNote({ id, help, error }: { id: string | undefined; help: ReactNode; error: string | undefined }) {
  if (error !== undefined)
    return (
      <p id={id} role="alert" className="mt-1.5 flex items-start gap-1.5 text-sm text-danger-text">
        <ExclamationCircleIcon aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span className="min-w-0">{error}</span>
      </p>
    );
  if (help === undefined) return null;
  return (
    <p id={id} className="mt-1.5 text-sm text-pretty text-muted">
      {help}
    </p>
  );
}
