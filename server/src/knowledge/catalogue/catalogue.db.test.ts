import { readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import type { Catalogue, ImportPreview, ProductSearchResult } from "@parley/contracts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import type { Scope } from "../../platform/index.ts";
import { joinAs, type TestPerson } from "../../tenants/people.testing.ts";
import { describeDatabase, makeOrganization, until } from "../../testing/index.ts";

describeDatabase("the catalogue over the API", () => {
  let world: TestHouse;
  let scope: Scope;
  let owner: TestPerson;
  beforeAll(async () => {
    world = await openTestHouse({
      env: { PARLEY_SIGNUP: "open", PARLEY_LOG_LEVEL: "error", PARLEY_ALLOW_PRIVATE_ADDRESSES: "127.0.0.1" },
    });
    scope = await makeOrganization(world.house.db);
    owner = await joinAs(world, scope, "owner", "Olga");
  });
  afterAll(() => world.close());

  const agent = async () => {
    const { id }: { id: string } = (await owner.browser.post("/v1/agents", { name: "Shop" })).json();
    const at = `/v1/agents/${id}/products`;
    const search = async (query: string): Promise<ProductSearchResult> => {
      const answer = await owner.browser.get(`${at}/search?${query}`);
      expect(answer.statusCode, answer.body).toBe(200);
      return answer.json();
    };
    const names = async (query: string) => (await search(query)).data.map(({ name }) => name).sort();
    return { id, at, search, names, put: (body: object) => owner.browser.post(at, body) };
  };

  const shoes = [
    {
      externalId: "S1",
      name: "Trail runner",
      category: ["Shoes", "Running"],
      brand: "Peak",
      price: 8900,
      currency: "EUR",
      stock: "in_stock",
      attributes: { Colour: "red", Waterproof: true },
    },
    {
      externalId: "S2",
      name: "City sneaker",
      category: ["Shoes"],
      brand: "Peak",
      price: 4900,
      currency: "EUR",
      stock: "out_of_stock",
      attributes: { Colour: ["red", "white"] },
    },
    {
      externalId: "S3",
      name: "Hiking boot",
      category: ["Shoes", "Hiking"],
      brand: "Alta",
      price: 12900,
      salePrice: 9900,
      currency: "EUR",
      attributes: { Colour: "brown" },
      variants: [
        { sku: "S3-41", options: { Size: "41" }, price: null, salePrice: null, stock: "in_stock", quantity: 2 },
        { sku: "S3-42", options: { Size: "42" }, price: 13900, salePrice: null, stock: "out_of_stock", quantity: 0 },
      ],
    },
    {
      externalId: "B1",
      name: "Day pack",
      category: ["Bags"],
      brand: "Alta",
      price: 5900,
      currency: "EUR",
      stock: "in_stock",
      attributes: { Colour: "red", Volume: { value: 20, unit: "l" } },
    },
  ];

  it("finds by words, keys, price and stock, each size with its own price and stock", async () => {
    const { search, names, put, at } = await agent();
    const stored = await put({ products: shoes });
    expect(stored.statusCode, stored.body).toBe(200);
    expect(stored.json().products.map(({ changed }: { changed: boolean }) => changed)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(await names("q=red+shoes")).toEqual(["City sneaker", "Trail runner"]);
    expect(await names("q=red+sho")).toEqual(["City sneaker", "Trail runner"]);
    expect(await names("q=red+shoe&stock=in_stock")).toEqual(["Trail runner"]);
    expect(await names("category=Shoes&maxPrice=9900")).toEqual(["City sneaker", "Hiking boot", "Trail runner"]);
    expect(await names("category=shoes+%3E+hiking")).toEqual(["Hiking boot"]);
    expect(await names("attribute=Size:42&stock=in_stock")).toEqual([]);
    expect(await names("attribute=Size:41&stock=in_stock&maxPrice=9900")).toEqual(["Hiking boot"]);
    expect(await names("attribute=Waterproof:yes")).toEqual(["Trail runner"]);
    expect(await names("brand=alta&minPrice=6000")).toEqual(["Hiking boot"]);
    const cheapest = await search("sort=price&limit=2");
    expect(cheapest.data.map(({ externalId }) => externalId)).toEqual(["S2", "B1"]);
    const rest = await search(`sort=price&limit=2&cursor=${cheapest.next}`);
    expect(rest.data.map(({ externalId }) => externalId)).toEqual(["S1", "S3"]);
    expect([cheapest.total, rest.next]).toEqual([4, null]);
    const { facets } = await search("q=red&facets=true");
    expect(facets.find(({ name }) => name === "category")?.values).toContainEqual({ value: "shoes", count: 2 });
    expect(facets.find(({ name }) => name === "attribute:colour")?.values[0]).toEqual({ value: "red", count: 3 });
    expect((await owner.browser.get(`${at}?cursor=nonsense`)).statusCode).toBe(400);
    for (const sort of ["newest", "name", "price", "-price"]) {
      const seen: string[] = [];
      for (let cursor = ""; ;) {
        const page = await search(`sort=${sort}&limit=1${cursor}`);
        seen.push(...page.data.map(({ externalId }) => externalId));
        if (page.next === null) break;
        cursor = `&cursor=${page.next}`;
      }
      expect([...seen].sort(), sort).toEqual(["B1", "S1", "S2", "S3"]);
    }
  });

  it("puts, changes with If-Match, and deletes; people's word stands over a page's", async () => {
    const { id, put, search } = await agent();
    await put(shoes[0] ?? {});
    expect((await put(shoes[0] ?? {})).json().products[0].changed).toBe(false);
    const [product] = (await search("q=trail")).data;
    const url = `/v1/products/${product?.id}`;
    const read = await owner.browser.get(url);
    expect(read.headers["etag"]).toBe('"1"');
    const send = (revision: string, payload: object) =>
      owner.browser.send({ method: "PATCH", url, payload, headers: { "if-match": revision } });
    expect((await send('"1"', { price: 7900 })).json()).toMatchObject({ price: 7900, origin: "manual", revision: 2 });
    expect((await send('"1"', { price: 1 })).statusCode).toBe(412);
    const { catalogue } = world.house.knowledge;
    const read2 = { ...shoes[0], price: 1, documentId: "doc_1" };
    const { productInput } = await import("@parley/contracts");
    await catalogue.write(scope, {
      agentId: id,
      inputs: [productInput.parse(read2)],
      origin: "page",
      sourceId: "src_1",
    });
    expect((await owner.browser.get(url)).json().price).toBe(7900);
    expect((await owner.browser.send({ method: "DELETE", url })).statusCode).toBe(204);
    expect((await search("")).total).toBe(0);
  });

  it("takes products of pages, and takes them away with their pages", async () => {
    const { id, names } = await agent();
    const { productInput } = await import("@parley/contracts");
    const of = (externalId: string, more: object = {}) => ({
      ...productInput.parse({ externalId, name: externalId, ...more }),
      listed: false,
    });
    const { catalogue } = world.house.knowledge;
    const page = (documentId: string, products: ReturnType<typeof of>[]) => ({ documentId, language: "en", products });
    const take = (pages: ReturnType<typeof page>[]) =>
      catalogue.takePages(scope, id, { sourceId: "src_1", pages, unchanged: [] });
    await take([page("doc_1", [of("Lamp"), of("Chair")]), page("doc_2", [of("Table")])]);
    expect(await names("origin=page")).toEqual(["Chair", "Lamp", "Table"]);
    await take([page("doc_1", [of("Lamp", { price: 100, currency: "EUR" })])]);
    expect(await names("")).toEqual(["Lamp", "Table"]);
    await catalogue.forgetPages(scope, ["doc_2"]);
    expect(await names("")).toEqual(["Lamp"]);
  });

  it("previews and imports a file, names what is wrong with its rows, and leaves nothing of an older one where asked", async () => {
    const { id, at, names } = await agent();
    const csv = [
      "SKU;Name;Preis;Kategorie;Verfügbarkeit;Farbe;Link",
      'A1;"Lampe ""Nova""";1.299,00 €;Licht > Tisch;auf Lager;schwarz;https://shop.example/a1',
      "A2;<b>Stuhl</b><script>alert(1)</script>;CHF 12.-;Möbel;0;weiß;",
      "A3;Tisch;-5 €;;;;",
      "A4;Regal;NaN;;;;",
      "A5;Bank;1e308;;;;",
      "A6;Hocker;5 €;;;;javascript:alert(1)",
      ";Ohne;5 €;;;;",
      "A1;Lampe neu;free;;;;",
    ].join("\r\n");
    const preview: ImportPreview = (
      await owner.browser.post(`${at}/import/preview`, { format: "csv", text: csv, currency: "EUR" })
    ).json();
    expect(preview).toMatchObject({ rows: 8, products: 2, faulty: 5 });
    expect(preview.columns.map(({ as }) => as)).toEqual([
      "externalId",
      "name",
      "price",
      "category",
      "stock",
      "attribute",
      "link",
    ]);
    expect(preview.faults.map(({ row, field }) => [row, field])).toEqual([
      [3, "price"],
      [4, "price"],
      [5, "price"],
      [6, "link"],
      [7, "externalId"],
      [8, "externalId"],
    ]);
    expect(preview.sample[1]).toMatchObject({
      name: "Stuhl",
      price: 1200,
      currency: "CHF",
      stock: "out_of_stock",
      attributes: { Farbe: "weiß" },
    });
    expect(await names("")).toEqual([]);
    const run = async (text: string, more: object = {}) => {
      const started = await owner.browser.post(`${at}/import`, { format: "csv", text, currency: "EUR", ...more });
      expect(started.statusCode, started.body).toBe(202);
      const about = async (): Promise<Catalogue> => (await owner.browser.get(`/v1/agents/${id}/catalogue`)).json();
      await until(async () => (await about()).import?.status !== "running");
      return about();
    };
    expect(await run(csv)).toMatchObject({ products: 2, import: { status: "done", stored: 2, faulty: 5 } });
    expect(await names("q=lampe")).toEqual(["Lampe neu"]);
    expect(await run("id,name,price\nA2,=cmd|' /C calc'!A0,3\nA9,Vase,4", { replaceAll: true })).toMatchObject({
      products: 2,
      import: { stored: 2, removed: 1 },
    });
    const exported = (await owner.browser.get(`${at}/export`)).body;
    expect(exported).toContain(`,'=cmd|' /C calc'!A0,`);
    expect(await run(exported)).toMatchObject({ products: 2 });
    expect(await names("q=vase")).toEqual(["Vase"]);
    const json = (await owner.browser.get(`${at}/export?format=json`)).body;
    expect(JSON.parse(json)).toHaveLength(2);
    expect((await owner.browser.post(`${at}/import`, { format: "json", text: "{nonsense" })).statusCode).toBe(400);
    const open = { format: "csv", text: 'id,name,price\n1,"Lamp,3\n2,Vase,4', currency: "EUR" };
    expect((await owner.browser.post(`${at}/import/preview`, open)).json()).toMatchObject({
      code: "invalid_request",
      detail: expect.stringContaining("never closed"),
    });
  });

  it("tells products of a list without ids apart by their names", async () => {
    const { id, at, names } = await agent();
    const file = (text: string) => ({ format: "csv", text, currency: "EUR" });
    const list = "Artikel;Preis\nLocker, a day;2,50\nPrinting;0,10\nprinting ;0,60\n;7";
    const preview = (await owner.browser.post(`${at}/import/preview`, file(list))).json<ImportPreview>();
    expect(preview).toMatchObject({ products: 3, faulty: 1, faults: [{ row: 4, field: "name" }] });
    expect(preview.sample.map(({ externalId }) => externalId)).toEqual(["locker, a day", "printing", "printing (2)"]);
    for (const text of [list, list.replace("2,50", "3,00")]) {
      const sent = await owner.browser.post(`${at}/import`, file(text));
      expect(sent.statusCode, sent.body).toBe(202);
      const about = async (): Promise<Catalogue> => (await owner.browser.get(`/v1/agents/${id}/catalogue`)).json();
      await until(async () => (await about()).import?.status === "done");
    }
    const cost = async () => (await owner.browser.get(`${at}?q=locker`)).json<{ data: { price: number }[] }>().data;
    expect(await cost()).toMatchObject([{ price: 300 }]);
    expect(await names("")).toHaveLength(3);
  });

  it("takes one of several files that are sent at the same time", async () => {
    const { id, at, names } = await agent();
    const send = (name: string) =>
      owner.browser.post(`${at}/import`, { format: "csv", text: `id,name,price\n${name},${name},3`, currency: "EUR" });
    const sent = await Promise.all(["Amphora", "Beaker", "Carafe"].map(send));
    expect(sent.map(({ statusCode }) => statusCode).sort()).toEqual([202, 409, 409]);
    const about = async (): Promise<Catalogue> => (await owner.browser.get(`/v1/agents/${id}/catalogue`)).json();
    await until(async () => (await about()).import?.status !== "running");
    expect(await about()).toMatchObject({ products: 1, import: { status: "done", message: null, stored: 1 } });
    const taken = sent.findIndex(({ statusCode }) => statusCode === 202);
    expect(await names("")).toEqual([["Amphora", "Beaker", "Carafe"][taken]]);
    const kept = () => readdir(join(world.directory, "files", "catalogue")).catch(() => []);
    await until(async () => (await kept()).length === 0);
  });

  it("does not quote a price of a page that is older than the limit, and always one that people gave", async () => {
    const { id, search, put } = await agent();
    const { productInput } = await import("@parley/contracts");
    const { catalogue } = world.house.knowledge;
    const [one, two] = shoes;
    await put(one ?? {});
    await catalogue.write(scope, { agentId: id, inputs: [productInput.parse(two)], origin: "page", sourceId: "src_1" });
    const { db } = world.house;
    await db.batch(scope, [
      {
        text: "update knowledge_products set price_checked_at = now() - interval '8 days' where organization = $1 and agent_id = $2",
        values: [scope.organization, id],
      },
    ]);
    const stale = async () =>
      Object.fromEntries((await search("")).data.map(({ externalId, priceStale }) => [externalId, priceStale]));
    expect(await stale()).toEqual({ S1: false, S2: true });
    const changed = await owner.browser.send({
      method: "PATCH",
      url: `/v1/agents/${id}/catalogue`,
      payload: { priceLimitDays: 30 },
    });
    expect(changed.json()).toMatchObject({ priceLimitDays: 30, products: 2, currencies: ["EUR"] });
    expect(await stale()).toEqual({ S1: false, S2: false });
  });

  it("reads a merchant feed by its address, reads it again, and takes its products away with it", async () => {
    const { id, search, names } = await agent();
    const item = (fields: string) => `<item>${fields}</item>`;
    let feed = [
      item(
        "<g:id>1</g:id><g:title>Nova &amp; lamp</g:title><g:price>49.90 EUR</g:price><g:sale_price>39.90 EUR</g:sale_price><g:availability>in_stock</g:availability><link>https://shop.example/1</link><g:product_type>Lamps &gt; Desk</g:product_type>",
      ),
      item(
        "<g:id>S-41</g:id><g:item_group_id>S</g:item_group_id><title>Shoe</title><g:price>50 EUR</g:price><g:size>41</g:size><g:color>red</g:color><g:availability>in stock</g:availability>",
      ),
      item(
        "<g:id>S-42</g:id><g:item_group_id>S</g:item_group_id><title>Shoe</title><g:price>55 EUR</g:price><g:size>42</g:size><g:color>blue</g:color><g:availability>out of stock</g:availability>",
      ),
      item("<g:id>3</g:id><title>Bad</title><g:price>-1 EUR</g:price>"),
    ].join("");
    const server = createServer((_request, response) =>
      response
        .setHeader("content-type", "application/xml")
        .end(`<?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0"><channel>${feed}</channel></rss>`),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/feed.xml`;
    const made = await owner.browser.post(`/v1/agents/${id}/sources`, { type: "catalogue", url });
    expect(made.statusCode, made.body).toBe(201);
    const sourceId: string = made.json().id;
    const source = async () => (await owner.browser.get(`/v1/sources/${sourceId}`)).json();
    const ended = () => until(async () => ["done", "failed"].includes((await source()).status));
    await ended();
    expect(await source()).toMatchObject({
      type: "catalogue",
      status: "done",
      progress: { found: 4, indexed: 2, failed: 1 },
    });
    expect(await names("")).toEqual(["Nova & lamp", "Shoe"]);
    expect((await search("q=nova")).data[0]).toMatchObject({
      price: 4990,
      salePrice: 3990,
      currency: "EUR",
      origin: "feed",
      category: ["Lamps", "Desk"],
    });
    expect(await names("attribute=size:41&attribute=color:red&stock=in_stock")).toEqual(["Shoe"]);
    expect(await names("attribute=size:41&attribute=color:blue")).toEqual([]);
    const log = async () =>
      (await owner.browser.get(`/v1/sources/${sourceId}/pages`))
        .json()
        .data.map(({ reason }: { reason: string }) => reason);
    expect(await log()).toEqual(["2 products", "Row 4: A price cannot be negative."]);
    feed = item("<g:id>1</g:id><g:title>Nova lamp II</g:title><g:price>59.90 EUR</g:price>");
    await owner.browser.post(`/v1/sources/${sourceId}/recrawl`, {});
    await ended();
    expect(await names("")).toEqual(["Nova lamp II"]);
    // What was wrong the last time is no longer so.
    expect(await log()).toEqual(["1 product"]);
    await owner.browser.send({ method: "DELETE", url: `/v1/sources/${sourceId}` });
    await until(async () => (await search("")).total === 0);
    server.close();
  });
});
