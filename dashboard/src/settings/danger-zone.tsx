import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { at } from "../addresses.ts";
import { type AnswerOf, useSend } from "../live/index.ts";
import { Button, ConfirmDialog, FormSection } from "../ui/index.ts";
import { ExportButton } from "./own-data.tsx";
import { useSettingsTexts } from "./texts.ts";

type Organization = AnswerOf<"/v1/organizations/{id}">;

/** The end of an organization, with its export offered first. */
export function DangerZone({ organization }: { organization: Organization }) {
  const texts = useSettingsTexts();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { id, name } = organization;
  const remove = useSend("delete", "/v1/organizations/{id}", {
    done: texts.removed(name),
    changes: ["organizations"],
    onDone: () => void navigate({ to: at.organizations() }),
  });
  return (
    <FormSection id="danger" title={texts.danger} text={texts.dangerText}>
      <div className="rounded-card border border-danger p-4">
        <h3 className="font-medium">{texts.remove}</h3>
        <p className="mt-1 text-pretty text-muted">{texts.removeText}</p>
        <p className="mt-3">
          <Button look="danger" onClick={() => setAsking(true)}>
            {texts.remove}
          </Button>
        </p>
      </div>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.removeTitle(name)}
        description={texts.removeText}
        confirm={texts.removeDo}
        nameToType={name}
        onConfirm={() => remove.sendAsync({ params: { id, name } })}
      >
        <p className="mb-4">
          <ExportButton organization={organization} label={texts.exportFirst} />
        </p>
      </ConfirmDialog>
    </FormSection>
  );
}
