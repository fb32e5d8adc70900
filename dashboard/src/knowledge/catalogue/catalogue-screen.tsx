import {
  ArrowDownTrayIcon,
  ArrowUpTrayIcon,
  Cog6ToothIcon,
  ArrowsUpDownIcon,
  PlusIcon,
} from "@heroicons/react/16/solid";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { at } from "../../addresses.ts";
import {
  problemOf,
  useAgentId,
  useGet,
  useList,
  useOrganizationId,
  useParam,
  usePermissions,
  useSearchState,
} from "../../live/index.ts";
import { download } from "../../settings/download.ts";
import {
  Button,
  DataTable,
  Empty,
  FilterBar,
  LoadMore,
  Menu,
  MenuItem,
  RowsView,
  toast,
  useFilters,
} from "../../ui/index.ts";
import { KnowledgePage } from "../knowledge-page.tsx";
import { CatalogueBulk } from "./catalogue-bulk.tsx";
import { CatalogueSettings } from "./catalogue-settings.tsx";
import { ImportBanner } from "./import-banner.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { showMoney } from "./money.ts";
import { productColumns } from "./product-columns.tsx";
import { ProductPanel } from "./product-panel.tsx";
import { useCatalogueTexts } from "./texts.ts";

const stocks = ["in_stock", "out_of_stock", "preorder", "backorder", "unknown"] as const;
const origins = ["manual", "api", "import", "page", "feed"] as const;
const sorts = ["newest", "name", "price", "-price"] as const;
const oneOf = <T extends string>(all: readonly T[], text: string | undefined) => all.find((one) => one === text);

/** What the agent sells, as data; one of them, or a new one, in a panel beside. */
export function CatalogueScreen() {
  const texts = useCatalogueTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const { can } = usePermissions();
  const mayWrite = can("knowledge:write");
  const { pathname } = useLocation();
  const id = useParam("product");
  const [{ q, category, stock, maxPrice, origin, source, sort }] = useSearchState();
  const { filtered, clear } = useFilters(["q", "category", "stock", "maxPrice", "origin", "source"]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const known = { stock: oneOf(stocks, stock), origin: oneOf(origins, origin), sort: oneOf(sorts, sort) };
  const list = useList(
    "/v1/agents/{id}/products",
    {
      id: agent,
      limit: 100,
      ...(q && { q }),
      ...(category && { category }),
      ...(known.stock && { stock: known.stock }),
      ...(known.origin && { origin: known.origin }),
      ...(source && { sourceId: source }),
      ...(known.sort && { sort: known.sort }),
      ...(maxPrice && /^\d{1,11}$/u.test(maxPrice) && { maxPrice: Number(maxPrice) }),
    },
    { keep: true },
  );
  const place = pathname.split("/").at(-1);
  const isNew = place === "new" && mayWrite;
  const panel = isNew ? (
    <ProductPanel />
  ) : (
    id !== "" && !["new", "import", "settings"].includes(id) && <ProductPanel key={id} id={id} />
  );
  return (
    <KnowledgePage action={<CatalogueActions mayWrite={mayWrite} />} panel={panel}>
      <ImportDialog open={id === "import" && mayWrite} />
      <CatalogueSettings open={id === "settings" && mayWrite} />
      <ImportBanner />
      <FilterBar
        views={{ list: "products", agentId: agent }}
        filters={useProductFilters(agent)}
        search={texts.search}
      />
      <RowsView
        query={list}
        skeleton="rows"
        filtered={filtered}
        onClearFilters={clear}
        empty={<Empty picture="list" title={texts.none} text={texts.noneText} pageAction />}
      >
        {(rows) => (
          <DataTable
            label={texts.catalogue}
            rows={rows}
            rowId={(product) => product.id}
            columns={productColumns(texts, { isNarrow: Boolean(panel) })}
            to={(product) => at.agent(organization, agent, `knowledge/catalogue/${product.id}`)}
            currentId={id || null}
            {...(mayWrite && {
              selected,
              onSelect: setSelected,
              bulk: (ids: readonly string[]) => <CatalogueBulk ids={ids} onDone={() => setSelected(new Set())} />,
            })}
            after={<LoadMore list={list} />}
          />
        )}
      </RowsView>
    </KnowledgePage>
  );
}

function CatalogueActions({ mayWrite }: { mayWrite: boolean }) {
  const texts = useCatalogueTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const navigate = useNavigate();
  const go = (to: "import" | "settings") =>
    void navigate({ to: at.agent(organization, agent, `knowledge/catalogue/${to}`) });
  const save = (format: "csv" | "json") =>
    void download(
      `/v1/agents/${encodeURIComponent(agent)}/products/export?format=${format}`,
      organization,
      `products.${format}`,
    ).catch((error: unknown) => toast.problem(problemOf(error).message));
  return (
    <>
      <Menu align="end" trigger={<Button icon={ArrowsUpDownIcon}>{texts.more}</Button>}>
        {mayWrite && (
          <MenuItem icon={ArrowUpTrayIcon} onSelect={() => go("import")}>
            {texts.importFile}
          </MenuItem>
        )}
        {mayWrite && (
          <MenuItem icon={Cog6ToothIcon} onSelect={() => go("settings")}>
            {texts.settings}
          </MenuItem>
        )}
        <MenuItem icon={ArrowDownTrayIcon} onSelect={() => save("csv")}>
          {texts.exportCsv}
        </MenuItem>
        <MenuItem icon={ArrowDownTrayIcon} onSelect={() => save("json")}>
          {texts.exportJson}
        </MenuItem>
      </Menu>
      {mayWrite && (
        <Button look="primary" icon={PlusIcon} to={at.agent(organization, agent, "knowledge/catalogue/new")}>
          {texts.add}
        </Button>
      )}
    </>
  );
}

function useProductFilters(agent: string) {
  const texts = useCatalogueTexts();
  const about = useGet("/v1/agents/{id}/catalogue", { id: agent }, { live: ["products"] });
  const sources = useList("/v1/agents/{id}/sources", { id: agent, limit: 100 });
  const currency = about.data?.currencies.length === 1 ? about.data.currencies[0] : undefined;
  return [
    {
      name: "category",
      label: texts.category,
      options: (about.data?.categories ?? []).map((value) => ({ value, label: value })),
    },
    { name: "stock", label: texts.stock, options: stocks.map((value) => ({ value, label: texts.stocks[value] })) },
    {
      name: "maxPrice",
      label: texts.maxPrice,
      options:
        currency === undefined
          ? []
          : [1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000].map((amount) => ({
              value: String(amount),
              label: texts.upTo(showMoney(amount, currency)),
            })),
    },
    { name: "origin", label: texts.origin, options: origins.map((value) => ({ value, label: texts.origins[value] })) },
    {
      name: "source",
      label: texts.source,
      options: sources.rows
        .filter(({ type }) => type === "website" || type === "catalogue")
        .map(({ id, name }) => ({ value: id, label: name.replace(/^https?:\/\//, "") })),
    },
    { name: "sort", label: texts.order, options: sorts.map((value) => ({ value, label: texts.orders[value] })) },
  ].filter(({ options }) => options.length > 0);
}
