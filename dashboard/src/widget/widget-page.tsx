import type { ReactNode } from "react";
import { at } from "../addresses.ts";
import { useAgentId, useOrganizationId, usePermissions } from "../live/index.ts";
import { Button, Page, SaveState, Status } from "../ui/index.ts";
import { useWidgetTexts } from "./texts.ts";
import type { LookEditor } from "./use-look.ts";

/** What look and install share: title, tabs, and whether what is shown is live. */
export function WidgetPage({ editor, children }: { editor?: LookEditor | null; children: ReactNode }) {
  const texts = useWidgetTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  return (
    <Page
      title={texts.widget}
      description={editor === undefined ? texts.installDescription : texts.description}
      action={editor && <Publish editor={editor} />}
      tabs={[
        { label: texts.look, to: at.agent(organization, agent, "widget"), exact: true },
        { label: texts.install, to: at.agent(organization, agent, "widget/install") },
      ]}
    >
      {children}
    </Page>
  );
}

function Publish({ editor }: { editor: LookEditor }) {
  const texts = useWidgetTexts();
  const { can } = usePermissions();
  if (!can("agents:write")) return null;
  return (
    <>
      <SaveState state={editor.state} onRetry={editor.retry} />
      <Status tone={editor.hasDraft ? "warning" : "success"}>
        {editor.hasDraft ? texts.unpublished : texts.upToDate}
      </Status>
      <Button
        look="primary"
        disabled={!editor.hasDraft || editor.conflict}
        loading={editor.isPublishing}
        title={texts.unpublishedHint}
        onClick={editor.publish}
      >
        {texts.publish}
      </Button>
    </>
  );
}
