import type { StockState } from "@parley/contracts";

/** What shops, feeds and schema.org write of stock. A number is a quantity. Undefined: nobody knows what it says. */
export function parseStock(text: string): { stock: StockState; quantity: number | null } | undefined {
  const plain = text
    .replace(/^https?:\/\/(?:www\.)?schema\.org\//iu, "")
    .normalize("NFKC")
    .trim()
    .toLowerCase();
  if (plain === "") return { stock: "unknown", quantity: null };
  if (/^\d{1,9}$/u.test(plain)) {
    const quantity = Number(plain);
    return { stock: quantity > 0 ? "in_stock" : "out_of_stock", quantity };
  }
  const squeezed = plain.replace(/[\s_-]+/gu, "");
  const stock = states.find(([, words]) => words.has(squeezed))?.[0];
  return stock === undefined ? undefined : { stock, quantity: null };
}

const of = (text: string) => new Set(text.split(" "));

const states: readonly (readonly [StockState, ReadonlySet<string>])[] = [
  [
    "in_stock",
    of(
      "instock instoreonly onlineonly limitedavailability available yes y true ja auflager lagernd verfügbar vorrätig sofortlieferbar enstock disponible ensstock sí si oui disponibile disponível emestoque opvoorraad вналичии есть σεαπόθεμα stokta متوفر उपलब्ध 有货 在庫あり 재고있음 cònhàng มีสินค้า instoc",
    ),
  ],
  [
    "out_of_stock",
    of(
      "outofstock soldout discontinued unavailable notavailable no n false nein ausverkauft nichtverfügbar nichtauflager vergriffen agotado sinexistencias rupture épuisé indisponible esaurito nondisponibile esgotado uitverkocht nietopvoorraad нетвналичии нет εξαντλημένο tükendi نفد 缺货 在庫なし 품절 hếthàng สินค้าหมด stocepuizat",
    ),
  ],
  ["preorder", of("preorder presale vorbestellbar vorbestellung précommande preordine prevente предзаказ önsipariş")],
  [
    "backorder",
    of(
      "backorder madetoorder onorder onrequest aufanfrage nachbestellt lieferbar aufbestellung surcommande bajopedido suordinazione подзаказ opbestelling",
    ),
  ],
  ["unknown", of("unknown unbekannt - –")],
];
