import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { at } from "../../addresses.ts";
import { problemOf, useAgentId, useOrganizationId, useSend } from "../../live/index.ts";
import { Button } from "../../ui/index.ts";
import { ImportFrame } from "../import-frame.tsx";
import { type ImportBody, ImportPreview, type Preview } from "./import-preview.tsx";
import { useCatalogueTexts } from "./texts.ts";

const MOST_BYTES = 50_000_000;

/** A file, what its columns are, and what it would bring; written only then. */
export function ImportDialog({ open }: { open: boolean }) {
  const texts = useCatalogueTexts();
  const { file, preview, problem, isReading, isStarting, choose, change, go, close } = useImport(open);
  const count = preview?.products ?? 0;
  return (
    <ImportFrame
      open={open}
      onClose={close}
      texts={texts}
      fileName={file?.name ?? null}
      isReading={isReading}
      problem={problem}
      onFile={(chosen) => void choose(chosen)}
      action={
        preview && (
          <Button look="primary" disabled={count === 0 || isReading} loading={isStarting} onClick={() => void go()}>
            {texts.go(count)}
          </Button>
        )
      }
    >
      {file && preview && <ImportPreview file={file.body} preview={preview} onChange={change} />}
    </ImportFrame>
  );
}

/** The file that was chosen, and what the server says of it. Forgotten when the dialog closes. */
function useImport(open: boolean) {
  const texts = useCatalogueTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const navigate = useNavigate();
  const [file, setFile] = useState<{ name: string; body: ImportBody } | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // Of several looks only the last one counts, in whatever order they come back.
  const last = useRef<ImportBody | null>(null);
  const ask = useSend("post", "/v1/agents/{id}/products/import/preview");
  const start = useSend("post", "/v1/agents/{id}/products/import", { changes: ["products", "catalogue"] });
  const close = () => void navigate({ to: at.agent(organization, agent, "knowledge/catalogue") });
  useEffect(() => {
    if (open) return;
    last.current = null;
    setFile(null);
    setPreview(null);
    setProblem(null);
  }, [open]);
  const look = async (next: { name: string; body: ImportBody }) => {
    last.current = next.body;
    setFile(next);
    setProblem(null);
    try {
      const found = await ask.sendAsync({ params: { id: agent }, body: next.body });
      if (last.current === next.body) setPreview(found);
    } catch (error) {
      if (last.current !== next.body) return;
      setPreview(null);
      setProblem(problemOf(error).message);
    }
  };
  const choose = async (chosen: File) => {
    if (chosen.size > MOST_BYTES) return setProblem(texts.tooLarge);
    const text = await chosen.text();
    const format =
      chosen.name.toLowerCase().endsWith(".json") || /^\s*[[{]/u.test(text) ? ("json" as const) : ("csv" as const);
    await look({
      name: chosen.name,
      body: {
        format,
        text,
        mapping: {},
        currency: file?.body.currency ?? "EUR",
        replaceAll: file?.body.replaceAll ?? false,
      },
    });
  };
  const change = (more: Partial<ImportBody>) => file && void look({ ...file, body: { ...file.body, ...more } });
  const go = async () => {
    if (file === null) return;
    try {
      await start.sendAsync({ params: { id: agent }, body: file.body });
      close();
    } catch (error) {
      setProblem(problemOf(error).message);
    }
  };
  return { file, preview, problem, isReading: ask.isSending, isStarting: start.isSending, choose, change, go, close };
}
