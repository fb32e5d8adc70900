import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { at } from "../addresses.ts";
import { type AnswerOf, apply, problemOf, useAgentId, useApi, useOrganizationId } from "../live/index.ts";
import { ImportFrame } from "../knowledge/import-frame.tsx";
import { Badge, Button, Checkbox, toast } from "../ui/index.ts";
import { useAnswerTexts } from "./texts.ts";

type Result = AnswerOf<"/v1/agents/{id}/verified-answers/import", "post">;

interface Read {
  file: File;
  result: Result;
}

/** First what would happen, row by row; written only then. */
export function ImportDialog({ open }: { open: boolean }) {
  const texts = useAnswerTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const navigate = useNavigate();
  const [read, setRead] = useState<Read | null>(null);
  const [skips, setSkips] = useState(false);
  const { send, isSending, problem } = useImport();
  const close = () => void navigate({ to: at.agent(organization, agent, "knowledge/answers") });
  useEffect(() => {
    if (!open) setRead(null);
  }, [open]);
  const choose = async (file: File) => {
    setSkips(false);
    const result = await send(file, { dryRun: "true" });
    setRead(result && { file, result });
  };
  const go = async () => {
    const result = read && (await send(read.file, { faulty: skips ? "skip" : "refuse" }));
    if (!result?.written) return;
    toast.done(texts.imported(result.created + result.updated));
    close();
  };
  const changes = read ? read.result.created + read.result.updated : 0;
  const ready = read !== null && changes > 0 && (read.result.faulty === 0 || skips);
  return (
    <ImportFrame
      open={open}
      onClose={close}
      texts={texts}
      fileName={read?.file.name ?? null}
      isReading={isSending}
      problem={problem}
      onFile={(file) => void choose(file)}
      action={
        read && (
          <Button look="primary" disabled={!ready} loading={isSending} onClick={() => void go()}>
            {changes === 0 ? texts.nothingToDo : texts.go(changes)}
          </Button>
        )
      }
    >
      {read && <Preview result={read.result} skips={skips} onSkip={setSkips} />}
    </ImportFrame>
  );
}

function useImport() {
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const api = useApi();
  const queries = useQueryClient();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (file: File, query: { dryRun?: "true"; faulty?: "refuse" | "skip" }): Promise<Result | null> => {
    setSending(true);
    setProblem(null);
    try {
      const isJson = file.name.toLowerCase().endsWith(".json");
      const body = new Blob([file], { type: isJson ? "application/json" : "text/csv" });
      const path = "/v1/agents/{id}/verified-answers/import";
      // What comes was read off the same description that the address was.
      const result = (await api.ask({
        method: "post",
        path,
        params: { id: agent, ...query },
        body,
        organization,
      })) as Result;
      if (result.written)
        for (const resource of ["verified-answers", "knowledge"])
          apply(queries, { resource, id: null, agentId: agent });
      return result;
    } catch (error) {
      setProblem(problemOf(error).message);
      return null;
    } finally {
      setSending(false);
    }
  };
  return { send, isSending, problem };
}

interface PreviewProps {
  result: Result;
  skips: boolean;
  onSkip: (skips: boolean) => void;
}

const tones = { create: "success", update: "info", keep: "neutral" } as const;

function Preview({ result, skips, onSkip }: PreviewProps) {
  const texts = useAnswerTexts();
  const { created, updated, unchanged, faulty, faults, sample, ignored, rows } = result;
  const shown = new Set(faults.map(({ row }) => row)).size;
  return (
    <div className="space-y-4">
      <dl className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {[
          [texts.created, created],
          [texts.updated, updated],
          [texts.unchanged, unchanged],
          [texts.faulty, faulty],
        ].map(([label, count]) => (
          <div key={label} className="rounded-card border border-line px-3 py-2">
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="text-lg font-medium tabular-nums">{count?.toLocaleString()}</dd>
          </div>
        ))}
      </dl>
      {ignored.length > 0 && <p className="text-sm text-muted">{texts.ignored(ignored.join(", "))}</p>}
      {faulty > 0 && (
        <section className="space-y-2">
          <div
            role="region"
            aria-label={texts.faulty}
            tabIndex={0}
            className="max-h-48 overflow-auto rounded-card border border-line"
          >
            <table className="w-full text-sm">
              <thead className="sticky top-0 bg-surface text-start text-muted">
                <tr>
                  {[texts.row, texts.field, texts.fault].map((head) => (
                    <th key={head} scope="col" className="px-3 py-1.5 text-start font-medium">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {faults.map(({ row, field, message }) => (
                  <tr key={`${row} ${field} ${message}`} className="border-t border-line">
                    <td className="px-3 py-1.5 tabular-nums">{row}</td>
                    <td className="px-3 py-1.5">{field}</td>
                    <td className="px-3 py-1.5">{message}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {faulty > shown && <p className="text-sm text-muted">{texts.moreFaults(faulty - shown)}</p>}
          <Checkbox checked={skips} onChange={onSkip} label={texts.skipFaulty} />
        </section>
      )}
      <p className="text-sm text-muted">{texts.rows(rows)}</p>
      <ul className="divide-y divide-line rounded-card border border-line">
        {sample.slice(0, 8).map(({ row, question, answer, does }) => (
          <li key={row} className="flex items-center gap-3 px-3 py-2">
            <span dir="auto" className="min-w-0 flex-1">
              <span className="block truncate font-medium">{question}</span>
              <span className="block truncate text-sm text-muted">{answer}</span>
            </span>
            <Badge tone={tones[does]}>{texts.does[does]}</Badge>
          </li>
        ))}
      </ul>
    </div>
  );
}
