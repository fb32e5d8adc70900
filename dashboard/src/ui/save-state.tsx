import { CheckIcon, ExclamationTriangleIcon } from "@heroicons/react/16/solid";
import { Spinner } from "./spinner.tsx";
import { useKitTexts } from "./texts.ts";

export type SaveStateName = "idle" | "unsaved" | "saving" | "saved" | "failed";

export interface SaveStateProps {
  state: SaveStateName;
  /** Shown while it has failed. */
  onRetry?: () => void;
}

/** Whether what was typed is safe. */
export function SaveState({ state, onRetry }: SaveStateProps) {
  const texts = useKitTexts();
  return (
    <span role="status" className="inline-flex items-center gap-1.5 text-sm text-muted">
      {state === "unsaved" && texts.unsaved}
      {state === "saving" && (
        <>
          <Spinner className="size-3.5" />
          {texts.saving}
        </>
      )}
      {state === "saved" && (
        <>
          <CheckIcon aria-hidden className="size-4 text-success" />
          {texts.saved}
        </>
      )}
      {state === "failed" && (
        <>
          <ExclamationTriangleIcon aria-hidden className="size-4 text-danger" />
          <span className="text-danger-text">{texts.notSaved}</span>
          {onRetry && (
            <button
              type="button"
              className="rounded-control font-medium text-accent-text hover:underline"
              onClick={onRetry}
            >
              {texts.retry}
            </button>
          )}
        </>
      )}
    </span>
  );
}
