import { useState } from "react";
import { useAgentId, useGet } from "../../live/index.ts";
import { Banner, Button, Progress } from "../../ui/index.ts";
import { useCatalogueTexts } from "./texts.ts";

/** A file that is being imported, or what became of the last one. */
export function ImportBanner() {
  const texts = useCatalogueTexts();
  const agent = useAgentId() ?? "";
  const { data } = useGet("/v1/agents/{id}/catalogue", { id: agent }, { live: ["products"] });
  const [seen, setSeen] = useState<string | null>(null);
  const last = data?.import;
  if (!last) return null;
  const { status, stored, unchanged, removed, rows, faulty, faults, message, startedAt, finishedAt } = last;
  if (status === "running")
    return (
      <Banner className="mb-4" title={texts.importing(stored + unchanged)}>
        <Progress className="mt-2" label={texts.importFile} value={stored + unchanged} max={Math.max(rows, 1)} />
      </Banner>
    );
  const isNew = finishedAt !== null && Date.now() - Date.parse(finishedAt) < DAY_MS;
  if (!isNew || seen === startedAt) return null;
  return (
    <Banner
      className="mb-4"
      tone={status === "failed" ? "danger" : faulty > 0 ? "warning" : "success"}
      title={status === "failed" ? texts.importFailed : texts.imported(stored, removed)}
      action={
        <Button size="small" onClick={() => setSeen(startedAt)}>
          {texts.close}
        </Button>
      }
    >
      {message !== null && <p>{message}</p>}
      {faulty > 0 && (
        <details>
          <summary className="cursor-pointer">{texts.rowsLeftOut(faulty)}</summary>
          <ul className="mt-2 max-h-48 space-y-1 overflow-auto text-sm" tabIndex={0}>
            {faults.map((fault) => (
              <li key={`${fault.row} ${fault.message}`}>{`${texts.row(fault.row)}: ${fault.message}`}</li>
            ))}
          </ul>
        </details>
      )}
    </Banner>
  );
}

const DAY_MS = 86_400_000;
