import { type ReactNode, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Field } from "./field.tsx";
import { Input } from "./input.tsx";
import { useKitTexts } from "./texts.ts";

export interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  /** Called once; the dialog stays until it has ended, and shows what went wrong. */
  onConfirm: () => unknown;
  /** A question: "Delete this key?" */
  title: string;
  /** What will be gone, and what not. */
  description?: ReactNode;
  /** The deed: "Delete the key". */
  confirm: string;
  danger?: boolean;
  /** Must be typed: only where nothing brings it back. */
  nameToType?: string;
  children?: ReactNode;
}

/** Asks before something that cannot be taken back. What can be taken back is done at once, with undo in a toast. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({
  onClose,
  onConfirm,
  title,
  description,
  confirm,
  danger = true,
  nameToType,
  children,
}: ConfirmDialogProps) {
  const texts = useKitTexts();
  const [typed, setTyped] = useState("");
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState("");
  const first = useRef<HTMLInputElement>(null);
  const ready = nameToType === undefined || typed.trim() === nameToType.trim();
  const run = async () => {
    if (!ready || working) return;
    setWorking(true);
    setProblem("");
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setWorking(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={title}
      description={description}
      {...(nameToType !== undefined && { initialFocus: first })}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button look={danger ? "danger" : "primary"} loading={working} disabled={!ready} onClick={() => void run()}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      {nameToType !== undefined && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void run();
          }}
        >
          <Field label={texts.typeName(nameToType)}>
            <Input ref={first} value={typed} onChange={setTyped} autoComplete="off" spellCheck={false} />
          </Field>
        </form>
      )}
      <p role="alert" className="mt-2 text-danger-text empty:hidden">
        {problem}
      </p>
    </Dialog>
  );
}
