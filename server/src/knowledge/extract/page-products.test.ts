import { expect, it } from "vitest";
import { readPage } from "./read-page.ts";

const read = async (html: string, url = "https://shop.example/p/lamp") => (await readPage({ url, html })).products;
const linked = (data: unknown) =>
  `<html><head><script type="application/ld+json">${JSON.stringify(data)?.replaceAll("</", "<\\/")}</script></head><body><p>Text</p></body></html>`;

it("reads a product of JSON-LD with its offer, sale, stock, picture and attributes", async () => {
  const [product] = await read(
    linked({
      "@context": "https://schema.org",
      "@graph": [
        {
          "@type": "Product",
          name: "Nova &amp; lamp",
          sku: "L1",
          brand: { "@type": "Brand", name: "Lumo" },
          category: "Lamps > Desk",
          image: ["/nova.jpg"],
          color: "black",
          weight: { value: "1.2", unitText: "kg" },
          additionalProperty: [{ "@type": "PropertyValue", name: "Dimmable", value: true }],
          offers: {
            "@type": "Offer",
            price: "49.90",
            priceCurrency: "EUR",
            availability: "https://schema.org/InStock",
            priceValidUntil: "2030-01-01",
            url: "/p/lamp",
            priceSpecification: [
              {
                "@type": "UnitPriceSpecification",
                priceType: "https://schema.org/StrikethroughPrice",
                price: 59.9,
                priceCurrency: "EUR",
              },
            ],
          },
        },
      ],
    }),
  );
  expect(product).toMatchObject({
    externalId: "L1",
    name: "Nova & lamp",
    brand: "Lumo",
    category: ["Lamps", "Desk"],
    price: 5990,
    salePrice: 4990,
    currency: "EUR",
    stock: "in_stock",
    image: "https://shop.example/nova.jpg",
    link: "https://shop.example/p/lamp",
    listed: false,
    attributes: { color: "black", weight: { value: 1.2, unit: "kg" } },
  });
});

it("reads ranges of offers, groups with variants, services with a price, lists and microdata", async () => {
  const offer = (price: number, stock: string) => ({
    "@type": "Offer",
    price,
    priceCurrency: "USD",
    availability: stock,
  });
  const [range] = await read(
    linked({
      "@type": "Product",
      name: "A",
      offers: { "@type": "AggregateOffer", lowPrice: 10, highPrice: 20, priceCurrency: "JPY" },
    }),
  );
  expect(range).toMatchObject({ price: 10, currency: "JPY" });
  const [group] = await read(
    linked({
      "@type": "ProductGroup",
      name: "Shoe",
      productGroupID: "S",
      hasVariant: [
        { "@type": "Product", sku: "S-41", size: "41", offers: offer(50, "InStock") },
        { "@type": "Product", sku: "S-42", size: "42", offers: offer(60, "OutOfStock") },
      ],
    }),
  );
  expect(group).toMatchObject({
    externalId: "S",
    price: 5000,
    currency: "USD",
    variants: [{ sku: "S-41", options: { size: "41" }, price: 5000, stock: "in_stock" }, { stock: "out_of_stock" }],
  });
  expect(
    await read(
      linked([
        { "@type": "Service", name: "Repair", offers: offer(25, "") },
        { "@type": "Service", name: "Advice" },
      ]),
    ),
  ).toMatchObject([{ kind: "service", name: "Repair", price: 2500 }]);
  const listed = await read(
    linked({
      "@type": "ItemList",
      itemListElement: [
        { item: { "@type": "Product", name: "B", url: "/b" } },
        { item: { "@type": "Product", name: "C", url: "/c" } },
      ],
    }),
  );
  expect(listed.map(({ name, listed: on }) => [name, on])).toEqual([
    ["B", true],
    ["C", true],
  ]);
  const micro = await read(
    `<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Chair</h1><meta itemprop="sku" content="C1"><div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span itemprop="price" content="99.00">99</span><meta itemprop="priceCurrency" content="GBP"><link itemprop="availability" href="https://schema.org/PreOrder"></div></div>`,
  );
  expect(micro).toMatchObject([{ externalId: "C1", name: "Chair", price: 9900, currency: "GBP", stock: "preorder" }]);
});

it("takes nothing from broken, hostile or empty markup", async () => {
  for (const html of [
    '<script type="application/ld+json">{"@type":"Product"',
    linked({ "@type": "Product" }),
    linked({ "@type": "Article", name: "x" }),
    linked(null),
  ])
    expect(await read(html)).toEqual([]);
  const [odd] = await read(
    linked({
      "@type": "Product",
      name: "<script>alert(1)</script>Lamp<b>!</b>",
      url: "javascript:alert(1)",
      image: "data:x",
      offers: { price: "-3", priceCurrency: "XXY" },
    }),
  );
  expect(odd).toMatchObject({
    name: "Lamp !",
    link: "https://shop.example/p/lamp",
    image: null,
    price: null,
    currency: null,
  });
  expect(await read(`<script type="application/ld+json">${"[".repeat(20_000)}</script>`)).toEqual([]);
});
