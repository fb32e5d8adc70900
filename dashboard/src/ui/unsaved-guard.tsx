import { useBlocker } from "@tanstack/react-router";
import { useEffect } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { useKitTexts } from "./texts.ts";
import { unsavedForms } from "./unsaved-forms.ts";

export interface UnsavedGuardProps {
  /** True while something is typed and not saved. */
  when: boolean;
  /** True while it is being saved: what is saved may lead elsewhere. */
  saving?: boolean;
  /** Saves; then going on needs no question. */
  onSave?: () => Promise<unknown>;
}

/** Asks before what was typed is left behind, inside the dashboard and when the tab closes. */
export function UnsavedGuard({ when, saving = false, onSave }: UnsavedGuardProps) {
  const texts = useKitTexts();
  useEffect(() => {
    if (!when) return;
    unsavedForms.set(unsavedForms.get() + 1);
    return () => unsavedForms.set(unsavedForms.get() - 1);
  }, [when]);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => when && !saving && current.pathname !== next.pathname,
    enableBeforeUnload: () => when,
    withResolver: true,
  });
  if (blocker.status !== "blocked") return null;
  const saveAndGo = async () => {
    try {
      await onSave?.();
      blocker.proceed();
    } catch {
      blocker.reset();
    }
  };
  return (
    <Dialog
      open
      size="small"
      onClose={blocker.reset}
      title={texts.leaveTitle}
      description={texts.leaveText}
      actions={
        <>
          <Button onClick={blocker.reset}>{texts.stay}</Button>
          <Button look={onSave ? "danger-quiet" : "danger"} onClick={blocker.proceed}>
            {texts.leave}
          </Button>
          {onSave && (
            <Button look="primary" onClick={() => void saveAndGo()}>
              {texts.saveChanges}
            </Button>
          )}
        </>
      }
    />
  );
}
