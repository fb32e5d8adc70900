import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { at } from "../../addresses.ts";
import { type AnswerOf, type BodyOf, problemOf, useAgentId, useOrganizationId, useSend } from "../../live/index.ts";
import { Banner, Button, Checkbox, Dialog, Field, FileInput, Input, Select, Spinner } from "../../ui/index.ts";
import { showMoney } from "./money.ts";
import { type CatalogueTexts, useCatalogueTexts } from "./texts.ts";

type Preview = AnswerOf<"/v1/agents/{id}/products/import/preview", "post">;
type Body = BodyOf<"/v1/agents/{id}/products/import/preview", "post">;
type Column = Preview["columns"][number]["as"];

const MOST_BYTES = 50_000_000;

/** A file, what its columns are, and what it would bring; written only then. */
export function ImportDialog({ open }: { open: boolean }) {
  const texts = useCatalogueTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const navigate = useNavigate();
  const [file, setFile] = useState<{ name: string; body: Body } | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const ask = useSend("post", "/v1/agents/{id}/products/import/preview");
  const start = useSend("post", "/v1/agents/{id}/products/import", { changes: ["products", "catalogue"] });
  const close = () => void navigate({ to: at.agent(organization, agent, "knowledge/catalogue") });
  useEffect(() => {
    if (open) return;
    setFile(null);
    setPreview(null);
    setProblem(null);
  }, [open]);
  const look = async (next: { name: string; body: Body }) => {
    setFile(next);
    setProblem(null);
    try {
      setPreview(await ask.sendAsync({ params: { id: agent }, body: next.body }));
    } catch (error) {
      setPreview(null);
      setProblem(problemOf(error).message);
    }
  };
  const choose = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
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
  const change = (more: Partial<Body>) => file && void look({ ...file, body: { ...file.body, ...more } });
  const go = async () => {
    if (file === null) return;
    try {
      await start.sendAsync({ params: { id: agent }, body: file.body });
      close();
    } catch (error) {
      setProblem(problemOf(error).message);
    }
  };
  const count = preview?.products ?? 0;
  return (
    <Dialog
      open={open}
      onClose={close}
      size="large"
      title={texts.importTitle}
      description={texts.importText}
      actions={
        <>
          <Button onClick={close}>{texts.cancel}</Button>
          {preview && (
            <Button
              look="primary"
              disabled={count === 0 || ask.isSending}
              loading={start.isSending}
              onClick={() => void go()}
            >
              {texts.go(count)}
            </Button>
          )}
        </>
      }
    >
      <div className="space-y-5">
        {problem !== null && <Banner tone="danger">{problem}</Banner>}
        <FileInput
          accept=".csv,.tsv,.txt,.json,text/csv,application/json"
          label={texts.chooseFile}
          disabled={ask.isSending}
          onFiles={([chosen]) => void choose(chosen)}
        >
          {ask.isSending ? (
            <>
              <Spinner /> {texts.reading}
            </>
          ) : file ? (
            `${file.name} · ${texts.otherFile}`
          ) : (
            texts.chooseFile
          )}
        </FileInput>
        {file && preview && <Found file={file.body} preview={preview} onChange={change} />}
      </div>
    </Dialog>
  );
}

interface FoundProps {
  file: Body;
  preview: Preview;
  onChange: (more: Partial<Body>) => void;
}

function Found({ file, preview, onChange }: FoundProps) {
  const texts = useCatalogueTexts();
  const { columns, products, faulty, faults, sample } = preview;
  const [currency, setCurrency] = useState(file.currency ?? "EUR");
  return (
    <>
      <section className="space-y-2">
        <h3 className="font-medium">{texts.columns}</h3>
        <p className="text-sm text-muted">{texts.columnsText}</p>
        <ul
          className="grid max-h-72 gap-x-5 gap-y-2 overflow-auto p-0.5 sm:grid-cols-2"
          tabIndex={0}
          aria-label={texts.columns}
        >
          {columns.map((column) => (
            <li key={column.name} className="flex min-w-0 items-center gap-3">
              <span dir="auto" className="min-w-0 flex-1">
                <span className="block truncate font-medium">{column.name}</span>
                <span className="block truncate text-sm text-muted">{column.sample}</span>
              </span>
              <div className="w-42 flex-none">
                <Select
                  label={column.name}
                  value={column.as}
                  options={columnOptions(texts)}
                  onChange={(as) => onChange({ mapping: { ...file.mapping, [column.name]: as } })}
                />
              </div>
            </li>
          ))}
        </ul>
      </section>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={texts.priceCurrency}>
          <Input
            value={currency}
            maxLength={3}
            spellCheck={false}
            onChange={(next) => {
              const code = next.toUpperCase();
              setCurrency(code);
              if (/^[A-Z]{3}$/u.test(code)) onChange({ currency: code });
            }}
          />
        </Field>
        <div className="self-end">
          <Checkbox
            checked={file.replaceAll ?? false}
            onChange={(replaceAll) => onChange({ replaceAll })}
            label={texts.replaceAll}
            help={texts.replaceAllHelp}
          />
        </div>
      </div>
      <section className="space-y-2">
        <h3 className="font-medium">{texts.willBring(products)}</h3>
        <ul className="divide-y divide-line rounded-card border border-line">
          {sample.slice(0, 6).map((one) => (
            <li key={one.externalId} className="flex items-center gap-3 px-3 py-2">
              <span dir="auto" className="min-w-0 flex-1">
                <span className="block truncate font-medium">{one.name}</span>
                <span className="block truncate text-sm text-muted">
                  {[one.externalId, one.category?.join(" › ") ?? ""].filter((part) => part !== "").join(" · ")}
                </span>
              </span>
              <span className="tabular-nums">
                {typeof one.price === "number" && typeof one.currency === "string"
                  ? showMoney(one.price, one.currency)
                  : texts.noPrice}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {faults.length > 0 && (
        <section className="space-y-2">
          <h3 className="font-medium text-warning-text">{texts.faulty(faulty)}</h3>
          <ul
            className="max-h-48 divide-y divide-line overflow-auto rounded-card border border-line text-sm"
            tabIndex={0}
            aria-label={texts.faulty(faulty)}
          >
            {faults.map((fault) => (
              <li key={`${fault.row} ${fault.field}`} className="flex gap-3 px-3 py-1.5">
                <span className="w-18 flex-none tabular-nums">{texts.row(fault.row)}</span>
                <span className="min-w-0 wrap-anywhere">{fault.message}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const kinds = [
  "externalId",
  "name",
  "description",
  "category",
  "brand",
  "price",
  "salePrice",
  "currency",
  "priceValidUntil",
  "stock",
  "quantity",
  "image",
  "link",
  "tags",
  "language",
  "kind",
  "variantOf",
  "option",
  "attribute",
  "ignore",
] as const satisfies readonly Column[];

const columnOptions = (texts: CatalogueTexts) => kinds.map((value) => ({ value, label: texts.as[value] }));
