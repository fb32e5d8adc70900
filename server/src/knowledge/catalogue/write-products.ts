import { createHash } from "node:crypto";
import { Fault, newId, type ProductInput, type ProductOrigin } from "@parley/contracts";
import type { Clock, Scope, Statement, Tx } from "../../platform/index.ts";
import { offersOf } from "./prices.ts";
import { isRead, productColumns, productOf, type ProductRecord } from "./product-row.ts";
import { productWords, type ProductText } from "./product-words.ts";

export interface WriteDeps {
  clock: Clock;
  /** BCP 47 of a text; `hint` where it is too short to tell. */
  detectLanguage(text: string, hint?: string): string;
}

/** `listed`: on a page of many, where its own page says more. */
export type ReadInput = ProductInput & { documentId?: string; listed?: boolean };

export interface WriteProducts {
  scope: Scope;
  agentId: string;
  index: number;
  origin: ProductOrigin;
  sourceId: string | null;
  /** Each with the page that says so, where one does. */
  inputs: readonly ReadInput[];
  languageHint?: string;
}

export interface Written {
  record: ProductRecord;
  /** False: it was there just so. */
  changed: boolean;
  before: ProductRecord | null;
}

/** Grows when products are found by other words than before: the next reading then writes them anew. */
const WORDS = 1;

/**
 * Puts products under their external ids, within the caller's transaction. Of several with one id the last counts. What
 * a page or a feed says does not change what people wrote. In the order given.
 */
export async function writeProducts(deps: WriteDeps, tx: Tx, given: WriteProducts): Promise<Written[]> {
  const { scope, agentId, origin } = given;
  const last = new Map(given.inputs.map((input) => [input.externalId, input]));
  const known = await readKnown(tx, scope, { agentId, externalIds: [...last.keys()] });
  const now = deps.clock.now();
  const written = new Map<string, Written>();
  const fresh: (NewRow & { before: ProductRecord | null })[] = [];
  const same: ProductRecord[] = [];
  for (const input of last.values()) {
    const before = known.get(input.externalId) ?? null;
    const isOther = input.listed === true && before !== null && before.documentId !== input.documentId;
    if (before && isRead(origin) && (!isRead(before.origin) || isOther)) {
      written.set(input.externalId, { record: before, changed: false, before });
      continue;
    }
    const row = rowOf(deps, given, { input, before, now });
    if (before?.hash === row.hash) same.push(before);
    else fresh.push({ ...row, before });
  }
  if (same.length > 0) await tx.batch([touch(scope, same, now)]);
  for (const before of same) {
    const at = new Date(now).toISOString();
    const record = { ...before, checkedAt: at, priceCheckedAt: at };
    written.set(before.externalId, { record, changed: false, before });
  }
  if (fresh.length > 0) {
    const [rows = []] = await tx.batch([putRows(scope, agentId, fresh)]);
    const records = new Map(rows.map((row) => [String(row["external_id"]), productOf(row)]));
    await putWords(tx, given, { rows: fresh, records, now });
    for (const { input, before } of fresh) {
      const record = records.get(input.externalId);
      if (record) written.set(input.externalId, { record, changed: true, before });
    }
  }
  return [...last.keys()].flatMap((externalId) => written.get(externalId) ?? []);
}

interface NewRow {
  input: ProductText;
  documentId: string | null;
  id: string;
  hash: string;
  now: number;
  lowest: number | null;
  origin: ProductOrigin;
  sourceId: string | null;
}

function rowOf(
  deps: WriteDeps,
  { origin, sourceId, languageHint }: WriteProducts,
  { input, before, now }: { input: ReadInput; before: ProductRecord | null; now: number },
): NewRow {
  const language = input.language ?? deps.detectLanguage(`${input.name}\n${input.description}`, languageHint);
  const { documentId = null, listed: _listed, ...own } = input;
  const text = { ...own, language };
  const prices = offersOf(text, now).flatMap(({ price }) => price ?? []);
  const lowest = prices.length === 0 ? null : Math.min(...prices);
  const hash = createHash("sha256")
    .update(JSON.stringify([WORDS, origin, sourceId, lowest, text]))
    .digest("base64url");
  return { input: text, documentId, id: before?.id ?? newId("product", now), hash, now, lowest, origin, sourceId };
}

async function readKnown(
  tx: Tx,
  scope: Scope,
  { agentId, externalIds }: { agentId: string; externalIds: string[] },
): Promise<Map<string, ProductRecord>> {
  const [rows = []] = await tx.batch([
    {
      text: `select ${productColumns} from knowledge_products p
        where organization = $1::int and agent_id = $2::text and external_id = any($3::text[])`,
      values: [scope.organization, agentId, externalIds],
    },
  ]);
  return new Map(rows.map((row) => [String(row["external_id"]), productOf(row)]));
}

function touch(scope: Scope, records: readonly ProductRecord[], now: number): Statement {
  return {
    text: `update knowledge_products set checked_at = $3::timestamptz, price_checked_at = $3::timestamptz
      where organization = $1::int and number = any($2::int[])`,
    values: [scope.organization, records.map(({ number }) => number), new Date(now).toISOString()],
  };
}

function putRows(scope: Scope, agentId: string, rows: readonly NewRow[]): Statement {
  const json = rows.map(({ input, documentId, id, hash, now, lowest, origin, sourceId }) => ({
    id,
    external_id: input.externalId,
    origin,
    source_id: sourceId,
    document_id: documentId,
    kind: input.kind,
    name: input.name,
    description: input.description,
    category: input.category,
    brand: input.brand,
    price: input.price,
    currency: input.currency,
    sale_price: input.salePrice,
    price_valid_until: input.priceValidUntil,
    lowest,
    stock: input.stock,
    quantity: input.quantity,
    variants: input.variants,
    image: input.image,
    link: input.link,
    attributes: input.attributes,
    tags: input.tags,
    language: input.language,
    hash,
    checked_at: new Date(now).toISOString(),
  }));
  return { text: putText, values: [scope.organization, agentId, JSON.stringify(json)] };
}

const putText = `
insert into knowledge_products as p (organization, agent_id, id, external_id, origin, source_id, document_id, kind, name,
  description, category, brand, price, currency, sale_price, price_valid_until, lowest, stock, quantity, variants, image,
  link, attributes, tags, language, hash, checked_at, price_checked_at, created_at, updated_at)
select $1::int, $2::text, x.id, x.external_id, x.origin, x.source_id, x.document_id, x.kind, x.name, x.description,
  x.category, x.brand, x.price, x.currency, x.sale_price, x.price_valid_until, x.lowest, x.stock, x.quantity, x.variants,
  x.image, x.link, x.attributes, x.tags, x.language, x.hash, x.checked_at, x.checked_at, x.checked_at, x.checked_at
from jsonb_to_recordset($3::text::jsonb) as x(id text, external_id text, origin text, source_id text, document_id text,
  kind text, name text, description text, category jsonb, brand text, price bigint, currency text, sale_price bigint,
  price_valid_until timestamptz, lowest bigint, stock text, quantity int, variants jsonb, image text, link text,
  attributes jsonb, tags jsonb, language text, hash text, checked_at timestamptz)
on conflict (organization, agent_id, external_id) do update set origin = excluded.origin, source_id = excluded.source_id,
  document_id = excluded.document_id, kind = excluded.kind, name = excluded.name, description = excluded.description,
  category = excluded.category, brand = excluded.brand, price = excluded.price, currency = excluded.currency,
  sale_price = excluded.sale_price, price_valid_until = excluded.price_valid_until, lowest = excluded.lowest,
  stock = excluded.stock, quantity = excluded.quantity, variants = excluded.variants, image = excluded.image,
  link = excluded.link, attributes = excluded.attributes, tags = excluded.tags, language = excluded.language,
  hash = excluded.hash, checked_at = excluded.checked_at, price_checked_at = excluded.price_checked_at,
  updated_at = excluded.updated_at, revision = p.revision + 1
returning ${productColumns}`;

async function putWords(
  tx: Tx,
  { scope, index, sourceId }: WriteProducts,
  {
    rows,
    records,
    now,
  }: {
    rows: readonly (NewRow & { before: ProductRecord | null })[];
    records: ReadonlyMap<string, ProductRecord>;
    now: number;
  },
): Promise<void> {
  const old = rows.flatMap(({ before }) => before?.number ?? []);
  const held = rows.flatMap(({ input }) => {
    const product = records.get(input.externalId)?.number;
    return product === undefined ? [] : productWords(input, { sourceId, now }).map((one) => ({ ...one, product }));
  });
  await tx.batch([
    ...(old.length > 0
      ? [
          {
            text: "delete from knowledge_product_words where organization = $1::int and product = any($2::int[])",
            values: [scope.organization, old],
          },
        ]
      : []),
    {
      text: `insert into knowledge_product_words (organization, index_number, word, price, product, offer, stock)
        select $1::int, $2::int, x.* from unnest($3::text[], $4::bigint[], $5::int[], $6::smallint[], $7::smallint[]) as x
        on conflict do nothing`,
      values: [
        scope.organization,
        index,
        held.map(({ word }) => word),
        held.map(({ price }) => price),
        held.map(({ product }) => product),
        held.map(({ offer }) => offer),
        held.map(({ stock }) => stock),
      ],
    },
  ]);
}

/** One writer of a catalogue at a time. @throws Fault not_found for an agent that is not this organization's. */
export async function lockCatalogue(
  tx: Tx,
  scope: Scope,
  agentId: string,
): Promise<{ revision: number; lastImport: unknown; priceLimitDays: number | null }> {
  const [rows = []] = await tx.batch([
    {
      text: `insert into knowledge_catalogues (organization, agent_id)
        select $1::int, $2::text where exists (select 1 from knowledge_indexes where organization = $1::int and agent_id = $2::text)
        on conflict (organization, agent_id) do update set agent_id = excluded.agent_id
        returning revision, last_import, price_limit_days`,
      values: [scope.organization, agentId],
    },
  ]);
  const [row] = rows;
  if (!row) throw new Fault("not_found", "There is no such agent.");
  const days = row["price_limit_days"];
  return {
    revision: Number(row["revision"]),
    lastImport: row["last_import"],
    priceLimitDays: days === null ? null : Number(days),
  };
}
