import { idOfName } from "@parley/contracts";
import type { RowOf } from "../../live/index.ts";
import { Badge, type Column, ProductImage, Time } from "../../ui/index.ts";
import { showMoney } from "./money.ts";
import { type CatalogueTexts, useCatalogueTexts } from "./texts.ts";

type Product = RowOf<"/v1/agents/{id}/products">;

/** What a list beside a panel has room for. */
const NARROW: ReadonlySet<string> = new Set(["product", "price", "stock"]);

/** Of the list of products; `isNarrow` beside a panel. */
export function productColumns(texts: CatalogueTexts, { isNarrow }: { isNarrow: boolean }): Column<Product>[] {
  return columnsOf(texts).filter(({ id }) => !isNarrow || NARROW.has(id));
}

const columnsOf = (texts: CatalogueTexts): Column<Product>[] => [
  {
    id: "product",
    header: texts.product,
    phone: "title",
    cell: ({ name, image, externalId, category }) => (
      <span className="flex min-w-0 items-center gap-3 py-1.5">
        <ProductImage image={image} small />
        <span className="min-w-0 leading-snug">
          <span dir="auto" className="block truncate font-medium">
            {name}
          </span>
          <span dir="auto" className="block truncate text-sm text-muted">
            {underName({ name, externalId, category })}
          </span>
        </span>
      </span>
    ),
  },
  {
    id: "price",
    header: texts.price,
    width: "10rem",
    align: "end",
    phone: "aside",
    cell: (product) => <Price product={product} />,
  },
  {
    id: "stock",
    header: texts.stock,
    width: "9rem",
    phone: "line",
    cell: ({ stock, quantity }) => (
      <Badge tone={stock === "in_stock" ? "success" : stock === "out_of_stock" ? "danger" : "neutral"}>
        {texts.stocks[stock]}
        {quantity !== null && stock === "in_stock" && ` · ${quantity.toLocaleString()}`}
      </Badge>
    ),
  },
  { id: "origin", header: texts.origin, width: "7rem", phone: "hide", cell: ({ origin }) => texts.origins[origin] },
  {
    id: "changed",
    header: texts.changed,
    width: "8rem",
    align: "end",
    phone: "hide",
    cell: ({ updatedAt }) => <Time at={updatedAt} />,
  },
];

/** An id that is only the name again says nothing. */
export function underName({ name, externalId, category }: Pick<Product, "name" | "externalId" | "category">): string {
  const id = externalId === idOfName(name) ? "" : externalId;
  return [id, category.join(" › ")].filter((part) => part !== "").join(" · ");
}

function Price({ product }: { product: Product }) {
  const texts = useCatalogueTexts();
  const { currency, price, salePrice, variants, priceStale } = product;
  const prices = variants.flatMap((variant) => variant.salePrice ?? variant.price ?? []);
  const own = salePrice ?? price;
  const lowest = Math.min(...(own === null ? [] : [own]), ...prices);
  if (currency === null || !Number.isFinite(lowest)) return <span className="text-muted">{texts.noPrice}</span>;
  const shown = showMoney(lowest, currency);
  return (
    <span className="flex flex-col items-end leading-snug tabular-nums">
      <span>{new Set(prices).size > 1 ? texts.from(shown) : shown}</span>
      {salePrice !== null && price !== null && <s className="text-xs text-muted">{showMoney(price, currency)}</s>}
      {priceStale && <span className="text-xs text-warning-text">{texts.stale}</span>}
    </span>
  );
}
