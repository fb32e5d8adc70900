import { useAgentId } from "../live/index.ts";
import { Banner, BottomBar, Button, ConflictBanner, QueryView, SidePanel, UnsavedGuard } from "../ui/index.ts";
import { useLocation } from "@tanstack/react-router";
import { at } from "../addresses.ts";
import { useOrganizationId } from "../live/index.ts";
import { BrandSection } from "./brand-section.tsx";
import { LayoutSection } from "./layout-section.tsx";
import { PagesSection } from "./pages-section.tsx";
import { PreviewPane } from "./preview-pane.tsx";
import { TemplateSection } from "./template-section.tsx";
import { useWidgetTexts } from "./texts.ts";
import { type LookEditor, useLook } from "./use-look.ts";
import { WidgetPage } from "./widget-page.tsx";
import { WordsSection } from "./words-section.tsx";

/** How the widget looks: chosen on one side, seen on the other. */
export function LookScreen() {
  const agentId = useAgentId() ?? "";
  const { query, editor } = useLook(agentId);
  return (
    <WidgetPage editor={editor}>
      <QueryView query={query} skeleton="form">
        {() => editor && <Editor editor={editor} agentId={agentId} />}
      </QueryView>
    </WidgetPage>
  );
}

function Editor({ editor, agentId }: { editor: LookEditor; agentId: string }) {
  const texts = useWidgetTexts();
  const organization = useOrganizationId() ?? "";
  const isSheet = useLocation({ select: ({ pathname }) => pathname.endsWith("/widget/preview") });
  return (
    <>
      <div className="grid min-h-0 items-start gap-x-10 lg:grid-cols-[minmax(0,27rem)_minmax(0,1fr)] xl:grid-cols-[minmax(0,30rem)_minmax(0,1fr)]">
        <UnsavedGuard when={editor.state === "failed"} />
        <div className="min-w-0 pb-8">
          <Notes editor={editor} />
          <TemplateSection editor={editor} />
          <BrandSection editor={editor} />
          <LayoutSection editor={editor} />
          <WordsSection editor={editor} />
          <PagesSection editor={editor} />
        </div>
        {!isSheet && (
          <div className="sticky top-4 hidden min-w-0 lg:block">
            <PreviewPane agent={editor.agent} />
          </div>
        )}
        {isSheet && (
          <SidePanel title={texts.preview} size="wide" closeTo={at.agent(organization, agentId, "widget")}>
            <PreviewPane agent={editor.agent} device="phone" />
          </SidePanel>
        )}
      </div>
      <BottomBar>
        <Button wide size="large" to={at.agent(organization, agentId, "widget/preview")}>
          {texts.openPreview}
        </Button>
      </BottomBar>
    </>
  );
}

function Notes({ editor }: { editor: LookEditor }) {
  const texts = useWidgetTexts();
  if (editor.conflict) {
    return (
      <div className="mb-5">
        <ConflictBanner onTheirs={() => editor.settle("theirs")} onMine={() => editor.settle("mine")} />
      </div>
    );
  }
  if (editor.problem === null) return null;
  return (
    <Banner tone="danger" title={texts.notValid} className="mb-5">
      {editor.problem}
    </Banner>
  );
}
