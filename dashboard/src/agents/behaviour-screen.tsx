import { ChatBubbleLeftRightIcon } from "@heroicons/react/16/solid";
import { useState } from "react";
import { useAgentId, useGet, usePermissions } from "../live/index.ts";
import { Banner, BottomBar, Button, ConflictBanner, Dialog, QueryView, SectionNav, UnsavedGuard } from "../ui/index.ts";
import { DraftPage } from "./draft-page.tsx";
import { FallbackSection, HoursSection, IdentitySection, OpeningSection, VoiceSection } from "./behaviour-sections.tsx";
import { GuidanceSection } from "./guidance-section.tsx";
import { PreviewChat } from "./preview-chat.tsx";
import { useAgentsTexts } from "./texts.ts";
import { type DraftEditor, useDraftEditor } from "./use-draft-editor.ts";

/** How one agent behaves: what is typed becomes the draft, which answers beside it. */
export function BehaviourScreen() {
  const id = useAgentId() ?? "";
  return <Editor key={id} id={id} />;
}

function Editor({ id }: { id: string }) {
  const texts = useAgentsTexts();
  const editor = useDraftEditor(id);
  const disabled = !usePermissions().can("agents:write");
  const [talking, setTalking] = useState(false);
  const sections = [
    { id: "identity", label: texts.identity },
    { id: "voice", label: texts.voice },
    { id: "guidance", label: texts.guidance },
    { id: "opening", label: texts.opening },
    { id: "fallbacks", label: texts.fallbacks },
    { id: "hours", label: texts.hours },
  ];
  return (
    <DraftPage
      agentId={id}
      title={texts.behaviour}
      save={{ state: editor.state, onRetry: () => void editor.flush() }}
      beforePublish={editor.flush}
      blocked={editor.isStale}
    >
      <UnsavedGuard when={editor.state === "failed"} />
      <Notices editor={editor} id={id} disabled={disabled} />
      <div className="flex gap-8">
        {editor.draft && <SectionNav sections={sections} />}
        <div className="min-w-0 flex-1 [&_section]:lg:grid-cols-1 [&_section]:min-[100rem]:grid-cols-[minmax(0,13rem)_minmax(0,1fr)]">
          <QueryView query={editor.query} skeleton="form">
            {() => (
              <>
                <IdentitySection editor={editor} disabled={disabled} />
                <VoiceSection editor={editor} disabled={disabled} />
                <GuidanceSection editor={editor} disabled={disabled} agentId={id} />
                <OpeningSection editor={editor} disabled={disabled} />
                <FallbackSection editor={editor} disabled={disabled} />
                <HoursSection editor={editor} disabled={disabled} />
              </>
            )}
          </QueryView>
        </div>
        <PreviewChat
          agentId={id}
          draft={editor.draft}
          className="sticky top-6 hidden h-[min(46rem,calc(100dvh-9rem))] w-90 shrink-0 lg:flex 2xl:w-100"
        />
      </div>
      <BottomBar>
        <Button wide size="large" icon={ChatBubbleLeftRightIcon} onClick={() => setTalking(true)}>
          {texts.tryIt}
        </Button>
      </BottomBar>
      <Dialog open={talking} onClose={() => setTalking(false)} title={texts.preview} size="large">
        <PreviewChat agentId={id} draft={editor.draft} className="h-[calc(100dvh-10rem)]" />
      </Dialog>
    </DraftPage>
  );
}

function Notices({ editor, id, disabled }: { editor: DraftEditor; id: string; disabled: boolean }) {
  const texts = useAgentsTexts();
  const agent = useGet("/v1/agents/{id}", { id }).data;
  const { isKnown } = usePermissions();
  return (
    <div className="mb-5 space-y-3 empty:hidden">
      {editor.isStale && <ConflictBanner onTheirs={editor.takeTheirs} onMine={editor.keepMine} />}
      {agent?.status === "archived" && <Banner tone="warning">{texts.archivedBanner}</Banner>}
      {isKnown && disabled && <Banner tone="info">{texts.noWrite}</Banner>}
    </div>
  );
}
