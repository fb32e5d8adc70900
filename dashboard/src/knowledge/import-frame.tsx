import type { ReactNode } from "react";
import { Banner, Button, Dialog, FileInput, Spinner } from "../ui/index.ts";

interface ImportFrameProps {
  open: boolean;
  onClose: () => void;
  texts: {
    importTitle: string;
    importText: string;
    cancel: string;
    chooseFile: string;
    otherFile: string;
    reading: string;
  };
  /** Of the file that was chosen; null before. */
  fileName: string | null;
  isReading: boolean;
  problem: string | null;
  onFile: (file: File) => void;
  /** What writes it, once it was looked at. */
  action: ReactNode;
  /** What the file would bring. */
  children: ReactNode;
}

/** A table or JSON file on its way in: chosen, looked at, and written only then. */
export function ImportFrame(props: ImportFrameProps) {
  const { open, onClose, texts, fileName, isReading, problem, onFile, action, children } = props;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      size="large"
      title={texts.importTitle}
      description={texts.importText}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          {action}
        </>
      }
    >
      <div className="space-y-5">
        {problem !== null && <Banner tone="danger">{problem}</Banner>}
        <FileInput
          accept=".csv,.tsv,.txt,.json,text/csv,application/json"
          label={texts.chooseFile}
          disabled={isReading}
          onFiles={([file]) => file && onFile(file)}
        >
          {isReading ? (
            <>
              <Spinner /> {texts.reading}
            </>
          ) : fileName === null ? (
            texts.chooseFile
          ) : (
            `${fileName} · ${texts.otherFile}`
          )}
        </FileInput>
        {children}
      </div>
    </Dialog>
  );
}
