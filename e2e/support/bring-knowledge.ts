/** What an owner brings beside a website: a file, products, other words, and a page that was changed; and she takes a copy. */
import { z } from "zod";
import { eventually } from "./launch.ts";
import type { Owner } from "./owner.ts";

const withId = z.object({ id: z.string() });
const products = z.object({ products: z.array(withId) });
const uploaded = z.object({ data: z.array(z.object({ file: withId })) });
const copies = z.object({ data: z.array(z.object({ status: z.string() })) });

const LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihstelle";
const ARABIC = "مقعد أطفال";
const HTML = `<b onmouseover="alert(1)">Lamp</b> 🚲🏔️`;

/** The names that stand in the addresses of its screens. */
export async function bringKnowledge(owner: Owner, agent: string): Promise<Record<string, string>> {
  async function send<T>(path: string, { body, schema }: { body?: unknown; schema: z.ZodType<T> }): Promise<T> {
    const response = await owner.api("POST", `/v1/agents/${agent}${path}`, body);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return schema.parse(await response.json());
  }
  const shop = await send("/products", { body: { products: goods }, schema: products });
  const synonym = await send("/synonyms", {
    body: { words: ["bike", LONG], meanings: ["velo", ARABIC] },
    schema: withId,
  });
  const says = (hours: string) => ({
    body: { externalId: "hours", title: "Hours", text: `# Hours\n\nThe yard is open from ${hours}.\n\n${LONG}` },
    schema: withId,
  });
  const { id: versioned } = await send("/documents", says("9 to 5"));
  await send("/documents", says("8 to 6, and until 9 on Fridays"));
  const file = await upload(owner, agent);
  await send("/export", { schema: withId });
  await eventually(async () => {
    const { data } = copies.parse(await (await owner.api("GET", `/v1/archives?agentId=${agent}`)).json());
    return data[0]?.status === "done" ? true : undefined;
  });
  return { product: shop.products[0]?.id ?? "", synonym: synonym.id, versioned, file };
}

async function upload({ page, parley, organization }: Owner, agent: string): Promise<string> {
  const rows = ["Item,Price in €", "Child seat,4.50", `${LONG},12`, `${ARABIC},7`];
  const sent = await page.request.post(`${parley.url}/v1/agents/${agent}/files`, {
    headers: { origin: parley.url, "parley-organization": organization },
    multipart: { file: { name: `${LONG} 🚲.csv`, mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) } },
  });
  const { data } = uploaded.parse(await sent.json());
  return data[0]?.file.id ?? "";
}

const as = { price: null, salePrice: null, stock: "in_stock", quantity: null };
const goods = [
  {
    externalId: "tour",
    name: `City bike ${LONG}`,
    description: `Rides by itself, nearly. ${LONG}`,
    category: ["Bikes", "For the city"],
    brand: "Mill",
    price: 129_900,
    salePrice: 99_900,
    currency: "EUR",
    stock: "in_stock",
    quantity: 3,
    attributes: { Colour: "green", Frame: LONG },
    tags: ["summer", LONG],
    variants: [
      { ...as, sku: "tour-s", options: { Size: "S" } },
      { ...as, sku: null, options: { Size: LONG }, price: 139_900, stock: "out_of_stock" },
    ],
  },
  { externalId: "seat", name: ARABIC, price: 4_500, currency: "EUR", stock: "out_of_stock" },
  { externalId: "lamp", name: HTML },
];
