import type { ProductColumn } from "@parley/contracts";

/** What the columns of a file are, by their names in the languages that shops write them in. Of two alike the first. */
export function guessColumns(
  names: readonly string[],
  given: Readonly<Record<string, ProductColumn>>,
): ProductColumn[] {
  const taken = new Set<ProductColumn>(Object.values(given));
  return names.map((name) => {
    const chosen = given[name];
    if (chosen !== undefined) return chosen;
    const guess = guessOf(name);
    if (guess !== "attribute" && guess !== "ignore" && taken.has(guess)) return "attribute";
    taken.add(guess);
    return guess;
  });
}

function guessOf(name: string): ProductColumn {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^(?:g|c):/u, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
  if (plain === "") return "ignore";
  if (/^option\s*:/iu.test(name)) return "option";
  for (const [column, forms] of columns) if (forms.has(plain)) return column;
  return /^(?:additionalimagelink|additionalimages?|shipping.*|googleproductcategory|identifierexists|adult|customlabel\d|imagealt)$/u.test(
    plain,
  )
    ? "ignore"
    : "attribute";
}

const of = (text: string) => new Set(text.split(" "));

const columns: readonly (readonly [ProductColumn, ReadonlySet<string>])[] = [
  [
    "externalId",
    of(
      "id externalid sku handle code productcode productid itemid itemnumber articlenumber artikelnummer artnr artikelnr referencia reference referenz ref mpn gtin ean codigo codice codigoproducto αριθμος артикул urunkodu",
    ),
  ],
  ["variantOf", of("itemgroupid variantof parent parentid parentsku groupid")],
  [
    "name",
    of(
      "name title product productname producttitle bezeichnung produkt produktname artikel titel nombre titulo producto nom produit nome prodotto produto naam titre ονομα название наименование товар urun urunadi 名称 商品名 이름 ten",
    ),
  ],
  [
    "description",
    of(
      "description desc body bodyhtml beschreibung descripcion descrizione descricao omschrijving περιγραφη описание aciklama 描述 説明 설명 mota",
    ),
  ],
  [
    "category",
    of(
      "category categories producttype type kategorie warengruppe categoria categorie collection κατηγορια категория kategori 分类 カテゴリ 카테고리",
    ),
  ],
  [
    "brand",
    of(
      "brand vendor manufacturer marke hersteller marca marque merk fabricante bрэнд бренд марка μαρκα markasi marka 品牌 ブランド 브랜드",
    ),
  ],
  [
    "price",
    of(
      "price regularprice listprice variantprice preis verkaufspreis precio prix prezzo preco prijs τιμη цена fiyat 价格 価格 가격 gia ราคา pret",
    ),
  ],
  [
    "salePrice",
    of(
      "saleprice specialprice discountprice offerprice angebotspreis aktionspreis precioferta preciooferta prixpromo prezzoscontato precopromocional aanbiedingsprijs",
    ),
  ],
  [
    "currency",
    of("currency currencycode wahrung waehrung moneda devise valuta moeda νομισμα валюта parabirimi 货币 通貨"),
  ],
  ["priceValidUntil", of("pricevaliduntil saleend saleuntil salepriceeffectivedate gultigbis gueltigbis validuntil")],
  [
    "stock",
    of(
      "stock availability available instock inventorypolicy verfugbarkeit verfuegbarkeit lager lagerbestand disponibilidad disponibilite disponibilita disponibilidade voorraad beschikbaarheid διαθεσιμοτητα наличие stok 库存 在庫 재고",
    ),
  ],
  [
    "quantity",
    of(
      "quantity qty inventory inventoryqty stockquantity menge bestand cantidad quantite quantita quantidade aantal количество adet",
    ),
  ],
  [
    "image",
    of(
      "image imagelink imageurl imagesrc picture photo bild bildurl imagen immagine imagem afbeelding изображение gorsel 图片 画像",
    ),
  ],
  ["link", of("link url producturl productlink permalink adresse webadresse enlace lien collegamento ссылка")],
  ["tags", of("tags tag keywords schlagworte stichworte etiquetas motscles")],
  ["language", of("language lang locale sprache idioma langue lingua taal")],
  ["kind", of("kind art tipo")],
  [
    "option",
    of(
      "size sizes groesse grosse grossen talla taille taglia tamanho maat размер beden μεγεθος option option1value option2value variant",
    ),
  ],
];
