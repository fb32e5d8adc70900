import { ArrowDownTrayIcon } from "@heroicons/react/16/solid";
import { useState } from "react";
import { type RowOf, useList, useOrganizationId, usePermissions, useSend } from "../live/index.ts";
import { download } from "../settings/download.ts";
import { Button, Card, formatNumber, Progress, Time, toast } from "../ui/index.ts";
import { useArchiveTexts } from "./archive-texts.ts";

type Archive = RowOf<"/v1/archives">;

const SHOWN = 5;

/** Writes the agent to a file, and keeps those of the last days at hand. */
export function MoveAgent({ agentId }: { agentId: string }) {
  const texts = useArchiveTexts();
  const { can } = usePermissions();
  const list = useList("/v1/archives", { agentId, limit: SHOWN }, { live: ["archives"] });
  const begin = useSend("post", "/v1/agents/{id}/export", { changes: ["archives"], done: texts.begun });
  if (!can("agents:write")) return null;
  const exports = list.rows.filter(({ kind }) => kind === "export").slice(0, SHOWN);
  const isBusy = exports.some(({ status }) => status === "queued" || status === "running");
  return (
    <Card title={texts.move}>
      <div className="space-y-4">
        <p className="max-w-prose text-pretty text-muted">{texts.moveText}</p>
        <Button
          icon={ArrowDownTrayIcon}
          loading={begin.isSending}
          disabled={isBusy}
          onClick={() => begin.send({ params: { id: agentId } })}
        >
          {texts.export}
        </Button>
        {exports.length > 0 && (
          <ul
            aria-label={texts.exports}
            className="divide-y divide-line overflow-hidden rounded-card border border-line"
          >
            {exports.map((archive) => (
              <ExportRow key={archive.id} archive={archive} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function ExportRow({ archive }: { archive: Archive }) {
  const texts = useArchiveTexts();
  const { id, status, progress, bytes, createdAt, expiresAt, message } = archive;
  const isBusy = status === "queued" || status === "running";
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-2 px-3.5 py-2.5">
      <Time at={createdAt} style="datetime" />
      {isBusy && (
        <span role="status" className="flex min-w-40 flex-1 items-center gap-3 text-sm text-muted">
          <Progress
            label={texts.export}
            value={status === "queued" ? null : progress.done}
            max={Math.max(1, progress.total)}
          />
          <span className="shrink-0">{status === "queued" ? texts.waiting : texts.writing(progress.done)}</span>
        </span>
      )}
      {status === "failed" && <span className="text-sm text-danger-text">{message ?? texts.failed}</span>}
      {status === "done" && expiresAt === null && <span className="text-sm text-muted">{texts.gone}</span>}
      {status === "done" && expiresAt !== null && (
        <>
          <span className="text-sm text-muted">
            {texts.ready(sizeOf(bytes ?? 0))}, {texts.until} <Time at={expiresAt} style="date" />
          </span>
          <DownloadButton id={id} />
        </>
      )}
    </li>
  );
}

function DownloadButton({ id }: { id: string }) {
  const texts = useArchiveTexts();
  const organization = useOrganizationId() ?? "";
  const [working, setWorking] = useState(false);
  const run = async () => {
    setWorking(true);
    try {
      await download(`/v1/archives/${id}/file`, organization, "agent.parley.tar.gz");
    } catch (error) {
      toast.problem(error instanceof Error ? error.message : String(error));
    } finally {
      setWorking(false);
    }
  };
  return (
    <Button size="small" className="ms-auto" icon={ArrowDownTrayIcon} loading={working} onClick={() => void run()}>
      {texts.download}
    </Button>
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1_000)))} kB`;
  return `${formatNumber(Math.round(bytes / 100_000) / 10)} MB`;
}
