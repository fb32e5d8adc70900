import { useState } from "react";
import type { AnswerOf, BodyOf } from "../../live/index.ts";
import { Checkbox, Field, Input, Select } from "../../ui/index.ts";
import { showMoney } from "./money.ts";
import { underName } from "./product-columns.tsx";
import { type CatalogueTexts, useCatalogueTexts } from "./texts.ts";

export type Preview = AnswerOf<"/v1/agents/{id}/products/import/preview", "post">;
export type ImportBody = BodyOf<"/v1/agents/{id}/products/import/preview", "post">;
type Column = Preview["columns"][number]["as"];

interface ImportPreviewProps {
  file: ImportBody;
  preview: Preview;
  onChange: (more: Partial<ImportBody>) => void;
}

/** What each column is taken for, what the file would bring, and which rows it cannot. */
export function ImportPreview({ file, preview, onChange }: ImportPreviewProps) {
  const texts = useCatalogueTexts();
  const { columns, products, faulty, faults, sample } = preview;
  const [currency, setCurrency] = useState(file.currency ?? "EUR");
  return (
    <>
      <section className="space-y-2">
        <h3 className="font-medium">{texts.columns}</h3>
        <p className="text-sm text-muted">
          {columns.some(({ as }) => as === "externalId") ? texts.columnsText : texts.columnsWithoutId}
        </p>
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
                  {underName({ ...one, category: one.category ?? [] })}
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

const isColumn = (text: string, texts: CatalogueTexts): text is Column => Object.hasOwn(texts.as, text);

/** In the order of the texts, which name all of them. */
const columnOptions = (texts: CatalogueTexts) =>
  Object.entries(texts.as).flatMap(([value, label]) => (isColumn(value, texts) ? [{ value, label }] : []));
