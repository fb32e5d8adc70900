import type { ReactNode } from "react";
import { at } from "../addresses.ts";
import { DraftPage } from "../agents/draft-page.tsx";
import { useAgentId, useOrganizationId } from "../live/index.ts";
import { Page } from "../ui/index.ts";
import { useWidgetTexts } from "./texts.ts";
import type { LookEditor } from "./use-look.ts";

/** What look and install share: title and tabs; with an editor, whether what is shown is published. */
export function WidgetPage({ editor, children }: { editor?: LookEditor | null; children: ReactNode }) {
  const texts = useWidgetTexts();
  const organization = useOrganizationId() ?? "";
  const agentId = useAgentId() ?? "";
  const page = {
    title: texts.widget,
    tabs: [
      { label: texts.look, to: at.agent(organization, agentId, "widget"), exact: true },
      { label: texts.install, to: at.agent(organization, agentId, "widget/install") },
    ],
    children,
  };
  if (editor === undefined) return <Page {...page} description={texts.installDescription} />;
  return (
    <DraftPage
      {...page}
      agentId={agentId}
      description={texts.description}
      {...(editor && {
        save: { state: editor.state, onRetry: editor.retry },
        beforePublish: editor.flush,
        blocked: editor.conflict,
      })}
    />
  );
}
