import { ArrowTopRightOnSquareIcon, EllipsisHorizontalIcon, TrashIcon } from "@heroicons/react/20/solid";
import { useState } from "react";
import { at } from "../addresses.ts";
import {
  type AnswerOf,
  useAgentId,
  useGet,
  useOrganizationId,
  usePermissions,
  useSearchState,
  useSend,
} from "../live/index.ts";
import { IconButton, Markdown, Menu, MenuItem, QueryView, SegmentedControl, SidePanel, Time } from "../ui/index.ts";
import { DocumentLabels, LabelBadges } from "./labels-form.tsx";
import { languageName } from "./language-name.ts";
import { RemoveDialog } from "./remove-dialog.tsx";
import { useKnowledgeTexts } from "./texts.ts";
import { useVersionTexts } from "./version-texts.ts";
import { PinBanner, VersionsView } from "./versions-view.tsx";

type Document = AnswerOf<"/v1/agents/{id}/documents/{documentId}">;
type Content = AnswerOf<"/v1/agents/{id}/documents/{documentId}/content">;

/** A document as it was read, and the passages made of it. */
export function DocumentPanel({ id }: { id: string }) {
  const texts = useKnowledgeTexts();
  const versions = useVersionTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const document = useGet("/v1/agents/{id}/documents/{documentId}", { id: agent, documentId: id });
  const content = useGet("/v1/agents/{id}/documents/{documentId}/content", { id: agent, documentId: id });
  const { data } = document;
  return (
    <SidePanel
      size="wide"
      title={data === undefined || data.title === "" ? texts.untitled : data.title}
      description={
        data && (
          <>
            {`${languageName(data.language)} · ${texts.wordsCount(data.words)}`}
            {data.checkedAt !== null && (
              <>
                {` · ${versions.checked} `}
                <Time at={data.checkedAt} />
              </>
            )}
          </>
        )
      }
      closeTo={at.agent(organization, agent, "knowledge/documents")}
      action={data && <DocumentActions document={data} />}
    >
      <QueryView query={content} skeleton="text">
        {(found) => (
          <div className="space-y-5">
            {data && <PinBanner document={data} />}
            {data && <LabelBadges {...data} />}
            <Shown content={found} document={data} />
          </div>
        )}
      </QueryView>
    </SidePanel>
  );
}

/** More would make the page slow, and nobody reads it here. */
const MOST = 60_000;
const views = ["content", "passages", "versions", "labels"] as const;

function Shown({ content, document }: { content: Content; document: Document | undefined }) {
  const texts = useKnowledgeTexts();
  const versions = useVersionTexts();
  const [search, setSearch] = useSearchState();
  const { can } = usePermissions();
  const mayLabel = can("knowledge:write");
  const known = views.find((each) => each === search["view"]) ?? "content";
  const view = known === "labels" && !mayLabel ? "content" : known;
  return (
    <div className="space-y-5">
      <SegmentedControl
        label={texts.content}
        value={view}
        onChange={(next) => setSearch({ view: next === "content" ? null : next })}
        options={[
          { value: "content", label: texts.content },
          { value: "passages", label: texts.passagesCount(content.passages.length) },
          { value: "versions", label: versions.versionsCount(document?.version ?? 1) },
          ...(mayLabel ? [{ value: "labels" as const, label: texts.labels }] : []),
        ]}
      />
      {view === "versions" ? (
        document && <VersionsView document={document} />
      ) : view === "labels" ? (
        document && <DocumentLabels document={document} />
      ) : view === "passages" ? (
        <Passages passages={content.passages} />
      ) : (
        <div dir="auto">
          <Markdown text={content.content.slice(0, MOST)} />
          {content.content.length > MOST && <p className="mt-4 text-muted">{texts.tooLong}</p>}
        </div>
      )}
    </div>
  );
}

function Passages({ passages }: Pick<Content, "passages">) {
  const texts = useKnowledgeTexts();
  return (
    <>
      <p className="text-sm text-muted">{texts.passagesHelp}</p>
      <ol className="space-y-3">
        {passages.map(({ position, headings, text }) => (
          <li key={position} className="rounded-card border border-line p-3.5">
            <h3 className="mb-1.5 flex gap-2 text-sm font-normal text-muted">
              <span className="font-medium tabular-nums">{texts.passage(position + 1)}</span>
              <span dir="auto" className="min-w-0 truncate">
                {headings.join(" › ")}
              </span>
            </h3>
            <div dir="auto">
              <Markdown text={text} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function DocumentActions({ document }: { document: Document }) {
  const texts = useKnowledgeTexts();
  const { can } = usePermissions();
  const [asking, setAsking] = useState(false);
  const remove = useSend("delete", "/v1/agents/{id}/documents/{documentId}", {
    done: texts.documentRemoved,
    changes: ["documents", "knowledge"],
  });
  const { id, agentId, url } = document;
  return (
    <>
      {(url !== null || can("knowledge:write")) && (
        <Menu trigger={<IconButton name={texts.documentActions} icon={EllipsisHorizontalIcon} />} align="end">
          {url !== null && (
            <MenuItem icon={ArrowTopRightOnSquareIcon} href={url}>
              {texts.openPage}
            </MenuItem>
          )}
          {can("knowledge:write") && (
            <MenuItem danger icon={TrashIcon} onSelect={() => setAsking(true)}>
              {texts.remove}
            </MenuItem>
          )}
        </Menu>
      )}
      <RemoveDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.removeDocument}
        text={texts.removeDocumentText}
        list="documents"
        agentId={agentId}
        onRemove={() => remove.sendAsync({ params: { id: agentId, documentId: id } })}
      />
    </>
  );
}
