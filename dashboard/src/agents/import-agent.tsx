import { ArrowUpTrayIcon } from "@heroicons/react/16/solid";
import { useState } from "react";
import { at } from "../addresses.ts";
import { useGet, useOrganizationId, useSearchState } from "../live/index.ts";
import { Banner, Button, Dialog, FileInput, Progress, QueryView } from "../ui/index.ts";
import { useArchiveTexts } from "./archive-texts.ts";

export function ImportButton() {
  const texts = useArchiveTexts();
  const [, setSearch] = useSearchState();
  return (
    <Button icon={ArrowUpTrayIcon} onClick={() => setSearch({ import: "file" })}>
      {texts.importAgent}
    </Button>
  );
}

/** Makes an agent of an exported file. Open while the address says `import`; then it names the import itself. */
export function ImportAgent() {
  const texts = useArchiveTexts();
  const [search, setSearch] = useSearchState();
  const id = search["import"] ?? "";
  const close = () => setSearch({ import: null });
  return (
    <Dialog open={id !== ""} onClose={close} title={texts.importAgent} description={texts.importText}>
      {id.startsWith("arc_") ? (
        <Importing id={id} onAgain={() => setSearch({ import: "file" })} />
      ) : (
        <SendFile onSent={(archive) => setSearch({ import: archive })} />
      )}
    </Dialog>
  );
}

function SendFile({ onSent }: { onSent: (id: string) => void }) {
  const texts = useArchiveTexts();
  const organization = useOrganizationId() ?? "";
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async ([file]: File[]) => {
    if (!file) return;
    setProblem(null);
    setShare(0);
    try {
      onSent(await send(file, { organization, onShare: setShare, otherwise: texts.notSent }));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : texts.notSent);
    } finally {
      setShare(null);
    }
  };
  return (
    <div className="space-y-3">
      {problem !== null && <Banner tone="danger">{problem}</Banner>}
      {share === null ? (
        <FileInput label={texts.choose} accept=".gz,application/gzip" onFiles={(files) => void take(files)}>
          <ArrowUpTrayIcon aria-hidden className="size-4" />
          {texts.choose}
        </FileInput>
      ) : (
        <div role="status" className="space-y-2">
          <Progress label={texts.sending(share)} value={share} max={1} />
          <p className="text-sm text-muted">{texts.sending(share)}</p>
        </div>
      )}
    </div>
  );
}

function Importing({ id, onAgain }: { id: string; onAgain: () => void }) {
  const texts = useArchiveTexts();
  const organization = useOrganizationId() ?? "";
  const query = useGet("/v1/archives/{id}", { id }, { live: ["archives"], every: 3_000 });
  return (
    <QueryView query={query} skeleton="text">
      {({ status, progress, counts, message, agentId }) => {
        if (status === "failed")
          return (
            <div className="space-y-3">
              <Banner tone="danger">{message}</Banner>
              <Button onClick={onAgain}>{texts.again}</Button>
            </div>
          );
        if (status === "done")
          return (
            <div className="space-y-3">
              <Banner tone="success" title={texts.made}>
                {counts && texts.inside(counts)}
              </Banner>
              <Button look="primary" to={at.agent(organization, agentId)}>
                {texts.open}
              </Button>
            </div>
          );
        const isChecking = counts === null;
        const words = isChecking ? texts.checking : texts.reading(progress.done, progress.total);
        return (
          <div role="status" className="space-y-2">
            <Progress label={words} value={isChecking ? null : progress.done} max={Math.max(1, progress.total)} />
            <p className="text-sm text-muted">{words}</p>
          </div>
        );
      }}
    </QueryView>
  );
}

interface Sending {
  organization: string;
  onShare: (share: number) => void;
  otherwise: string;
}

/** The id of the import. An upload says how far it is only in this older way. @throws Error with a sentence for people */
function send(file: File, { organization, onShare, otherwise }: Sending): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/v1/agents/import");
    request.setRequestHeader("content-type", "application/gzip");
    request.setRequestHeader("parley-organization", organization);
    request.upload.addEventListener("progress", ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0));
    request.addEventListener("error", () => reject(new Error(otherwise)));
    request.addEventListener("load", () => {
      const answer = parse(request.responseText);
      const [id, detail] = [answer["id"], answer["detail"]];
      if (request.status === 202 && typeof id === "string") resolve(id);
      else reject(new Error(typeof detail === "string" ? detail : otherwise));
    });
    request.send(file);
  });
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
