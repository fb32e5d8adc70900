import { at } from "../../addresses.ts";
import { useAgentId, useGet, useList, useOrganizationId, usePermissions, useSend } from "../../live/index.ts";
import {
  Banner,
  Button,
  Definitions,
  Num,
  Progress,
  QueryView,
  RouteLink,
  SidePanel,
  Switch,
  Time,
} from "../../ui/index.ts";
import { FileActions } from "./file-actions.tsx";
import { FileStatus, type KnowledgeFile } from "./file-status.tsx";
import { useFileTexts } from "./texts.ts";

/** One file: how its reading went, what was made of it, and who may have it. */
export function FilePanel({ id }: { id: string }) {
  const texts = useFileTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const file = useGet("/v1/files/{id}", { id });
  const { data } = file;
  return (
    <SidePanel
      title={data?.name ?? texts.files}
      description={data && texts.bytes(data.size)}
      closeTo={at.agent(organization, agent, "knowledge/files")}
      action={data && <FileActions file={data} />}
    >
      <QueryView query={file} skeleton="text">
        {(shown) => <Shown file={shown} />}
      </QueryView>
    </SidePanel>
  );
}

function Shown({ file }: { file: KnowledgeFile }) {
  const texts = useFileTexts();
  const { status, message, type, pages, words, skipped, createdAt, readAt } = file;
  const open = status === "queued" || status === "reading";
  return (
    <div className="space-y-6">
      <div className="space-y-3">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <FileStatus file={file} />
          {readAt !== null && !open && (
            <span className="ms-auto text-sm text-muted">
              <Time at={readAt} />
            </span>
          )}
        </div>
        {open && <Progress label={texts.status[status]} value={null} />}
        {message !== null && <Problem file={file} message={message} />}
        {skipped.length > 0 && <Skipped parts={skipped} />}
      </div>
      {status !== "failed" && <PublicSwitch file={file} />}
      <section className="space-y-2">
        <h3 className="font-semibold">{texts.details}</h3>
        <Definitions
          items={[
            ...(type === null ? [] : [{ term: texts.type, value: texts.types[type] ?? type }]),
            ...(pages === null ? [] : [{ term: texts.pages, value: <Num value={pages} /> }]),
            { term: texts.words, value: <Num value={words} /> },
            { term: texts.added, value: <Time at={createdAt} /> },
          ]}
        />
      </section>
      {!open && <Made file={file} />}
    </div>
  );
}

function Problem({ file: { id }, message }: { file: KnowledgeFile; message: string }) {
  const texts = useFileTexts();
  const { can } = usePermissions();
  const again = useSend("post", "/v1/files/{id}/read", { changes: ["files"], done: texts.readingAgain });
  return (
    <Banner
      tone="danger"
      action={
        can("knowledge:write") && (
          <Button size="small" loading={again.isSending} onClick={() => again.send({ params: { id } })}>
            {texts.again}
          </Button>
        )
      }
    >
      {message}
    </Banner>
  );
}

function Skipped({ parts }: { parts: KnowledgeFile["skipped"] }) {
  const texts = useFileTexts();
  return (
    <Banner tone="warning" title={texts.skippedCount(parts.length)}>
      <p>{texts.skippedText}</p>
      <ul className="mt-2 space-y-1.5">
        {parts.map(({ entry, message }) => (
          <li key={entry}>
            <span dir="auto" className="block font-medium wrap-anywhere text-text">
              {entry}
            </span>
            {message}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function PublicSwitch({ file }: { file: KnowledgeFile }) {
  const texts = useFileTexts();
  const { can } = usePermissions();
  const change = useSend("patch", "/v1/files/{id}", {
    changes: ["files", "documents"],
    done: (answer) => (answer.public ? texts.published : texts.unpublished),
  });
  return (
    <Switch
      end
      label={texts.public}
      help={texts.publicHelp}
      checked={file.public}
      disabled={!can("knowledge:write") || change.isSending}
      onChange={(next) => change.send({ params: { id: file.id }, ifMatch: file.revision, body: { public: next } })}
    />
  );
}

/** What the agent answers from. */
function Made({ file: { id, agentId, documents: count } }: { file: KnowledgeFile }) {
  const texts = useFileTexts();
  const organization = useOrganizationId() ?? "";
  const list = useList("/v1/agents/{id}/documents", { id: agentId, q: id, limit: 100, sort: "oldest" });
  if (count === 0) return null;
  return (
    <section className="space-y-2">
      <h3 className="font-semibold">{texts.made}</h3>
      <ul className="divide-y divide-line rounded-card border border-line">
        {list.rows.map((document) => (
          <li key={document.id}>
            <RouteLink
              to={at.agent(organization, agentId, `knowledge/documents/${document.id}`)}
              className="flex min-h-11 items-center justify-between gap-3 px-3.5 py-2 hover:bg-hover"
            >
              <span dir="auto" className="min-w-0 truncate">
                {document.title === "" ? texts.untitled : document.title}
              </span>
              <span className="shrink-0 text-sm text-muted tabular-nums">{texts.wordsCount(document.words)}</span>
            </RouteLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
