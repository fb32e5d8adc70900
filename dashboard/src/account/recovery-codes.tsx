import { ArrowDownTrayIcon, CheckIcon, ClipboardDocumentIcon } from "@heroicons/react/16/solid";
import { Button, Dialog, useCopy } from "../ui/index.ts";
import { useAccountTexts } from "./texts.ts";

interface RecoveryCodesProps {
  codes: readonly string[];
  email: string;
  onClose: () => void;
}

/** Shown once, to copy or to keep as a file. */
export function RecoveryCodes({ codes, email, onClose }: RecoveryCodesProps) {
  const texts = useAccountTexts();
  const [copied, copy] = useCopy();
  const file = `${texts.codesFile(email)}\n\n${codes.join("\n")}\n`;
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={texts.keepCodes}
      description={texts.keepCodesText}
      actions={
        <Button look="primary" onClick={onClose}>
          {texts.codesKept}
        </Button>
      }
    >
      <ol className="grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-card border border-line bg-sunken p-4 font-mono text-sm">
        {codes.map((code) => (
          <li key={code} className="tabular-nums">
            {code}
          </li>
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button icon={copied ? CheckIcon : ClipboardDocumentIcon} onClick={() => copy(codes.join("\n"))}>
          {copied ? texts.copied : texts.copyAll}
        </Button>
        <Button icon={ArrowDownTrayIcon} onClick={() => save(file)}>
          {texts.download}
        </Button>
      </div>
    </Dialog>
  );
}

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "parley-recovery-codes.txt";
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
