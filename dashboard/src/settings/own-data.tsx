import { ArrowDownTrayIcon } from "@heroicons/react/16/solid";
import { useState } from "react";
import type { AnswerOf } from "../live/index.ts";
import { Button, FormSection, toast } from "../ui/index.ts";
import { download } from "./download.ts";
import { useSettingsTexts } from "./texts.ts";

type Organization = AnswerOf<"/v1/organizations/{id}">;

export function OwnData({ organization }: { organization: Organization }) {
  const texts = useSettingsTexts();
  return (
    <FormSection id="data" title={texts.ownData} text={texts.ownDataText}>
      <p className="text-pretty text-muted">{texts.exportText}</p>
      <p className="mt-3">
        <ExportButton organization={organization} label={texts.exportAll} />
      </p>
    </FormSection>
  );
}

export function ExportButton({ organization, label }: { organization: Organization; label: string }) {
  const texts = useSettingsTexts();
  const [working, setWorking] = useState(false);
  const run = async () => {
    setWorking(true);
    try {
      await download(`/v1/organizations/${organization.id}/export`, organization.id, `${organization.id}.jsonl.gz`);
      toast.done(texts.exported);
    } catch (error) {
      toast.problem(error instanceof Error ? error.message : String(error));
    } finally {
      setWorking(false);
    }
  };
  return (
    <Button icon={ArrowDownTrayIcon} loading={working} onClick={() => void run()}>
      {label}
    </Button>
  );
}
