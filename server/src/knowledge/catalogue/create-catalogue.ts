import { setImmediate as nextTurn } from "node:timers/promises";
import {
  Fault,
  type ImportFault,
  type ImportPreview,
  type ImportState,
  productImport,
  type ProductImport,
  type ProductInput,
} from "@parley/contracts";
import type { Files, Jobs, Log, Scope } from "../../platform/index.ts";
import { type CatalogueDeps, createCatalogueStore } from "./catalogue.ts";
import { createAskCatalogue } from "./ask-catalogue.ts";
import { mergeVariants, type ReadFile, readImport } from "./files/read-import.ts";
import type { PageProducts } from "./page-products.ts";
import { importStateOf } from "./catalogue-settings.ts";
import { lockCatalogue } from "./write-products.ts";

export interface CreateCatalogueDeps extends CatalogueDeps {
  jobs: Pick<Jobs, "define" | "send">;
  files: Pick<Files, "read" | "write" | "remove">;
  log: Pick<Log, "warn">;
}

interface ImportJob {
  organization: number;
  organizationId: string;
  agentId: string;
  startedAt: number;
  actor: Scope["actor"];
}

const QUEUE = "knowledge.import-products";
const HOUR_MS = 3_600_000;
const MOST_ROWS = 200_000;
const MOST_FAULTS = 100;
/** So many rows are read before others get their turn. */
const SLICE = 500;
const TELL_APART_MS = 1_000;

/** The catalogue of an agent with the files, pages and feeds that fill it. */
export function createCatalogue(deps: CreateCatalogueDeps) {
  const { db, clock, jobs, files, log, audit } = deps;
  const store = createCatalogueStore(deps);

  jobs.define<ImportJob>(QUEUE, { concurrency: 1, retryLimit: 2, expireInS: 3_600 }, runImport);

  async function runImport({ agentId, startedAt, actor, ...organization }: ImportJob, signal: AbortSignal) {
    const scope: Scope = { ...organization, actor, permissions: new Set() };
    const state = newState(startedAt);
    const { lastImport } = await store.settings(scope, agentId);
    // Jobs may come twice: this one is over, or another has taken its place.
    if (lastImport?.status !== "running" || lastImport.startedAt !== state.startedAt) return;
    const end = (last: Partial<ImportState>) =>
      store.noteImport(scope, agentId, { ...state, ...last, finishedAt: new Date(clock.now()).toISOString() });
    try {
      const file = await files.read(fileOf(agentId, startedAt));
      if (file === undefined) return await end({ status: "failed", message: "The file is gone. Import it again." });
      const given = productImport.parse(JSON.parse(Buffer.from(file.bytes).toString()));
      const { products, ...read } = await readAll(readImport(given), signal);
      Object.assign(state, read);
      await store.noteImport(scope, agentId, state);
      let told = clock.now();
      await store.write(scope, {
        agentId,
        inputs: products,
        origin: "import",
        signal,
        async wrote(count) {
          state.stored += count.stored;
          state.unchanged += count.unchanged;
          if (clock.now() - told < TELL_APART_MS) return;
          told = clock.now();
          await store.noteImport(scope, agentId, state);
        },
      });
      const before = new Date(startedAt).toISOString();
      if (given.replaceAll && products.length > 0)
        state.removed = await store.removeWhere(scope, agentId, { origin: "import", before });
      await db.transaction(scope, (tx) =>
        audit.record(tx, scope, {
          action: "products.imported",
          target: { type: "agent", id: agentId },
          after: { stored: state.stored, removed: state.removed, faulty: state.faulty },
        }),
      );
      const isNothing = products.length === 0;
      await end({
        status: isNothing ? "failed" : "done",
        message: isNothing ? "No row of the file could be taken. Look at what is wrong with them below." : null,
      });
      await files.remove(fileOf(agentId, startedAt));
    } catch (error) {
      if (signal.aborted) throw error;
      if (!(error instanceof Fault)) log.warn({ err: error, agentId }, "products could not be imported");
      const message =
        error instanceof Fault ? error.message : "The import broke off on our side. Import the file again.";
      await end({ status: "failed", message });
      await files.remove(fileOf(agentId, startedAt));
    }
  }

  return {
    ...store,
    ask: createAskCatalogue({ store, clock, indexes: deps.indexes, db }),

    async previewImport(scope: Scope, agentId: string, given: ProductImport): Promise<ImportPreview> {
      await deps.indexes.find(scope, agentId);
      const file = readImport(given);
      const { products, rows, faulty, faults } = await readAll(file);
      return { columns: file.columns, rows, products: products.length, faulty, faults, sample: products.slice(0, 10) };
    },

    /** @throws Fault conflict while another import of the agent goes on. */
    async startImport(scope: Scope, agentId: string, given: ProductImport): Promise<ImportState> {
      const startedAt = clock.now();
      const state = newState(startedAt);
      await deps.indexes.find(scope, agentId);
      // Told at once where it is no such file at all.
      readImport(given);
      const bytes = Buffer.from(JSON.stringify(given));
      await db.transaction(scope, async (tx) => {
        const { lastImport } = await lockCatalogue(tx, scope, agentId);
        if (isRunning(importStateOf(lastImport), startedAt)) throw runningFault();
        // Of several that begin at the same time only the one with the lock leaves its file.
        await files.write(fileOf(agentId, startedAt), bytes, "application/json");
        await tx.batch([
          {
            text: "update knowledge_catalogues set last_import = $3::text::jsonb where organization = $1::int and agent_id = $2::text",
            values: [scope.organization, agentId, JSON.stringify(state)],
          },
        ]);
        const { organization, organizationId, actor } = scope;
        await jobs.send<ImportJob>(QUEUE, { organization, organizationId, agentId, startedAt, actor }, { tx });
      });
      store.told(scope, agentId);
      return state;
    },

    /** What pages that were read say of products; what they no longer say goes. */
    async takePages(
      scope: Scope,
      agentId: string,
      {
        sourceId,
        pages,
        unchanged,
      }: { sourceId: string; pages: readonly PageProducts[]; unchanged: readonly string[] },
    ): Promise<void> {
      const about = await store.pagesWithProducts(scope, [...pages.map(({ documentId }) => documentId), ...unchanged]);
      const seen = unchanged.filter((id) => about.has(id));
      if (seen.length > 0) await store.sawPages(scope, seen);
      for (const { documentId, products, language } of pages) {
        const except = products.map(({ externalId }) => externalId);
        if (about.has(documentId)) await store.removeWhere(scope, agentId, { documentId, except });
        if (products.length === 0) continue;
        const inputs = products.map((product) => ({ ...product, documentId }));
        await store.write(scope, { agentId, sourceId, inputs, origin: "page", languageHint: language });
        store.told(scope, agentId);
      }
    },

    /** Pages are gone, and with them what they told of products. */
    forgetPages: store.forgetPages,
  };

  async function readAll(file: ReadFile, signal?: AbortSignal) {
    const products = new Map<string, { product: ProductInput; row: number }>();
    const faults: ImportFault[] = [];
    let [rows, faulty] = [0, 0];
    const note = (fault: ImportFault) => {
      if (faults.length < MOST_FAULTS) faults.push(fault);
    };
    for (const one of file.rows()) {
      rows += 1;
      if (rows > MOST_ROWS) {
        note({
          row: one.row,
          field: null,
          message: "A file may have at most 200,000 rows. Those below were left out.",
        });
        break;
      }
      if ("fault" in one) {
        faulty += 1;
        note({ row: one.row, ...one.fault });
      } else {
        const { externalId } = one.product;
        const before = products.get(externalId);
        if (before && one.product.variants.length === 0)
          note({
            row: one.row,
            field: "externalId",
            message: `Row ${before.row} has the same id. The later row counts.`,
          });
        products.set(externalId, { product: mergeVariants(before?.product, one.product), row: one.row });
      }
      if (rows % SLICE === 0) {
        await nextTurn();
        signal?.throwIfAborted();
      }
    }
    return { products: [...products.values()].map(({ product }) => product), rows, faulty, faults };
  }
}

export type Catalogue = ReturnType<typeof createCatalogue>;

/** Each import its own, so that the end of one never takes the file of the next. */
const fileOf = (agentId: string, startedAt: number) => `catalogue/${agentId}-${startedAt}.json`;
const runningFault = () =>
  new Fault("conflict", "Another file is being imported. Wait until it is done, and then import this one.");

function isRunning(state: ImportState | null, now: number): boolean {
  return state?.status === "running" && now - Date.parse(state.startedAt) < HOUR_MS;
}

function newState(startedAt: number): ImportState {
  const counts = { rows: 0, stored: 0, unchanged: 0, removed: 0, faulty: 0, faults: [] };
  return {
    status: "running",
    ...counts,
    message: null,
    startedAt: new Date(startedAt).toISOString(),
    finishedAt: null,
  };
}
