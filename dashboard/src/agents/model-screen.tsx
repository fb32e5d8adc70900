import { PlusIcon } from "@heroicons/react/16/solid";
import { at } from "../addresses.ts";
import { useAgentId, useGet, useOrganizationId, usePermissions } from "../live/index.ts";
import { Banner, Button, Card, ConflictBanner, QueryView, TextLink, UnsavedGuard } from "../ui/index.ts";
import { ChainEditor } from "./chain-editor.tsx";
import { LastLink, ServerChain } from "./chain-rows.tsx";
import { DraftPage } from "./draft-page.tsx";
import { useAgentsTexts } from "./texts.ts";
import { useDraftEditor } from "./use-draft-editor.ts";
import { usualModel } from "./usual-model.ts";

/** Which model writes the answers, which one after it, and what happens without any. */
export function ModelScreen() {
  const id = useAgentId() ?? "";
  return <ModelEditor key={id} id={id} />;
}

function ModelEditor({ id }: { id: string }) {
  const texts = useAgentsTexts();
  const organization = useOrganizationId() ?? "";
  const { can } = usePermissions();
  const editor = useDraftEditor(id);
  const models = useGet("/v1/agents/{id}/models", { id, draft: "true" }, { live: ["agents", "connections"] });
  const connections = useGet("/v1/connections", {}, { enabled: can("connections:read") });
  const own = editor.settings.models ?? [];
  const isOwn = own.length > 0;
  const disabled = !can("agents:write");
  const first = connections.data?.data[0];
  const useOwn = () => first && editor.set({ models: [{ connectionId: first.id, model: usualModel(first.vendor) }] });
  return (
    <DraftPage
      agentId={id}
      title={texts.model}
      description={texts.modelText}
      save={{ state: editor.state, onRetry: () => void editor.flush() }}
      beforePublish={editor.flush}
      blocked={editor.isStale}
    >
      <UnsavedGuard when={editor.state === "failed"} />
      <div className="mb-5 max-w-220 empty:hidden">
        {editor.isStale && <ConflictBanner onTheirs={editor.takeTheirs} onMine={editor.keepMine} />}
      </div>
      <QueryView query={models} skeleton="cards">
        {(data) => (
          <div className="max-w-220 space-y-5">
            {editor.errors.models !== undefined && <Banner tone="danger">{editor.errors.models}</Banner>}
            <Card
              flush
              title={isOwn ? texts.chain : texts.serverChain}
              text={isOwn ? texts.chainText : texts.serverChainText}
              action={
                isOwn &&
                !disabled && (
                  <Button size="small" onClick={() => editor.set({ models: null })}>
                    {texts.useServer}
                  </Button>
                )
              }
            >
              {isOwn ? (
                <ChainEditor
                  chain={own}
                  links={data.chain}
                  connections={connections.data?.data ?? []}
                  disabled={disabled}
                  onChange={(chain) => editor.set({ models: chain.length === 0 ? null : chain })}
                />
              ) : (
                <ServerChain links={data.server} />
              )}
              <LastLink />
            </Card>
            {!isOwn && !disabled && connections.data && (
              <Card
                title={first ? texts.useOwn : texts.noConnections}
                text={first ? texts.chainText : texts.noConnectionsText}
                action={
                  first ? (
                    <Button look="primary" icon={PlusIcon} onClick={useOwn}>
                      {texts.addModel}
                    </Button>
                  ) : (
                    can("connections:write") && (
                      <Button
                        look="primary"
                        icon={PlusIcon}
                        to={`${at.settings(organization, "connections")}?connection=new`}
                      >
                        {texts.connect}
                      </Button>
                    )
                  )
                }
              />
            )}
            {can("connections:read") && (
              <p>
                <TextLink to={at.settings(organization, "connections")}>{texts.manageConnections}</TextLink>
              </p>
            )}
          </div>
        )}
      </QueryView>
    </DraftPage>
  );
}
