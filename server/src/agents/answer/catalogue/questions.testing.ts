/** Small shops of our own and what visitors ask in them, with the products that they should see. */
import { productInput, type ProductInput } from "@parley/contracts";

export interface TestShop {
  language: string;
  products: ProductInput[];
  /** A question, and the ids it should show; null where the catalogue has nothing to say. */
  asks: [string, string[] | null][];
}

const of = (externalId: string, name: string, more: object): ProductInput =>
  productInput.parse({ externalId, name, currency: "EUR", stock: "in_stock", ...more });
const sized = (...sizes: [string, string][]) =>
  sizes.map(([size, stock]) => ({
    sku: null,
    options: { Size: size },
    price: null,
    salePrice: null,
    stock,
    quantity: null,
  }));

const outdoor: TestShop = {
  language: "en",
  products: [
    of("S1", "Trail runner", {
      category: ["Shoes", "Running"],
      brand: "Peak",
      price: 8900,
      attributes: { Colour: "red" },
      variants: sized(["41", "in_stock"], ["42", "in_stock"]),
    }),
    of("S2", "City sneaker", {
      category: ["Shoes"],
      brand: "Peak",
      price: 4900,
      stock: "out_of_stock",
      attributes: { Colour: "white" },
    }),
    of("S3", "Hiking boot", {
      category: ["Shoes", "Hiking"],
      brand: "Alta",
      price: 12900,
      salePrice: 9900,
      attributes: { Colour: "brown", Weight: { value: 900, unit: "g" } },
      variants: sized(["41", "in_stock"], ["42", "out_of_stock"]),
    }),
    of("B1", "Day pack", {
      category: ["Bags"],
      brand: "Alta",
      price: 5900,
      attributes: { Colour: "red", Volume: { value: 20, unit: "l" } },
    }),
    of("B2", "Travel duffel", {
      category: ["Bags"],
      brand: "Peak",
      price: 7900,
      stock: "preorder",
      attributes: { Colour: "black", Volume: { value: 60, unit: "l" } },
    }),
    of("J1", "Rain jacket", {
      category: ["Jackets"],
      brand: "Alta",
      price: 14900,
      attributes: { Colour: "blue", Waterproof: true },
    }),
    of("J2", "Wind jacket", { category: ["Jackets"], brand: "Peak", price: 9900, attributes: { Colour: "red" } }),
    of("R1", "Boot repair", { kind: "service", category: ["Services"], price: 2500 }),
  ],
  asks: [
    ["Which shoes are under 100 euro?", ["S1", "S2", "S3"]],
    ["Do you have red shoes?", ["S1"]],
    ["Do you have shoes in size 42?", ["S1", "S3"]],
    ["shoes size 42 in stock", ["S1"]],
    ["What shoes do you have in stock?", ["S1", "S3"]],
    ["How much is the rain jacket?", ["J1"]],
    ["How much does the hiking boot cost?", ["S3"]],
    ["What is the price of the Travel duffel?", ["B2"]],
    ["What's the cheapest jacket?", ["J2"]],
    ["the most expensive jacket", ["J1"]],
    ["Show me red bags", ["B1"]],
    ["I'm looking for a bag between 60 and 90 €", ["B2"]],
    ["Anything red under 95 euros?", ["S1", "B1"]],
    ["red jacket", ["J2"]],
    ["Do you sell Alta jackets?", ["J1"]],
    ["Which Alta products do you have?", ["S3", "B1", "J1"]],
    ["How many jackets do you have?", ["J1", "J2"]],
    ["Is the city sneaker in stock?", ["S2"]],
    ["Is the day pack available?", ["B1"]],
    ["Compare the rain jacket and the wind jacket", ["J1", "J2"]],
    ["Which is cheaper, the day pack or the travel duffel?", ["B1", "B2"]],
    ["What colour is the rain jacket?", ["J1"]],
    ["What's on sale?", ["S3"]],
    ["shoes from 95 to 200 €", ["S3"]],
    ["bags over 70 euros", ["B2"]],
    ["Do you have shoes under 20 euro?", ["S2", "S1", "S3"]],
    ["How much is a boot repair?", ["R1"]],
    ["What is the cheapest thing you sell?", ["R1"]],
    ["Hi, do you have a blue jacket, please?", ["J1"]],
    ["jackets up to $120", null],
    ["What are your opening hours?", null],
    ["How do I clean the trail runner?", null],
    ["Do you have parking?", null],
    ["Can I return shoes that I bought in sale?", null],
    ["How much is delivery to France?", null],
    ["Who founded the company?", null],
    ["Do you have shoes for horses?", null],
    ["What payment methods do you accept?", null],
    ["Is there a warranty on the rain jacket?", null],
    ["Where are you?", null],
    ["How many people work for you?", null],
    ["How much does the Nova lamp cost?", null],
  ],
};

const house: TestShop = {
  language: "de",
  products: [
    of("L1", "Tischlampe Nova", {
      category: ["Lampen", "Tischlampen"],
      brand: "Lumo",
      price: 4990,
      attributes: { Farbe: "schwarz" },
    }),
    of("L2", "Stehlampe Arco", {
      category: ["Lampen", "Stehlampen"],
      brand: "Lumo",
      price: 12900,
      attributes: { Farbe: "weiß" },
    }),
    of("L3", "Deckenlampe Luna", {
      category: ["Lampen", "Deckenlampen"],
      brand: "Heller",
      price: 8900,
      stock: "out_of_stock",
      attributes: { Farbe: "weiß" },
    }),
    of("K1", "Kaffeemaschine Barista", {
      category: ["Küche"],
      brand: "Brauer",
      price: 19900,
      salePrice: 14900,
      attributes: { Farbe: "schwarz" },
    }),
    of("K2", "Wasserkocher Fix", { category: ["Küche"], brand: "Brauer", price: 2990, attributes: { Farbe: "rot" } }),
    of("R1", "Lampenreparatur", { kind: "service", category: ["Service"], price: 3500 }),
  ],
  asks: [
    ["Welche Lampen habt ihr unter 100 Euro?", ["L1", "L3"]],
    ["Lampen zwischen 50 und 150 €", ["L2", "L3"]],
    ["Habt ihr weiße Lampen?", ["L2", "L3"]],
    ["Welche weißen Lampen sind auf Lager?", ["L2"]],
    ["Was kostet die Tischlampe Nova?", ["L1"]],
    ["Wie viel kostet der Wasserkocher?", ["K2"]],
    ["Ist die Deckenlampe Luna lieferbar?", ["L3"]],
    ["Was ist die günstigste Lampe?", ["L1"]],
    ["Welche Lampe ist am teuersten?", ["L2"]],
    ["Wie viele Lampen habt ihr?", ["L1", "L2", "L3"]],
    ["Was ist im Angebot?", ["K1"]],
    ["Zeig mir alle Produkte von Brauer", ["K1", "K2"]],
    ["Vergleiche die Stehlampe Arco mit der Deckenlampe Luna", ["L2", "L3"]],
    ["Ich suche eine schwarze Kaffeemaschine", ["K1"]],
    ["rote Wasserkocher", ["K2"]],
    ["Gibt es Lampen ab 100 €?", ["L2"]],
    ["Do you have white lamps?", null],
    ["Wann habt ihr geöffnet?", null],
    ["Wie reinige ich die Kaffeemaschine?", null],
    ["Wo ist euer Laden?", null],
    ["Habt ihr einen Newsletter?", null],
    ["Wie lange dauert der Versand?", null],
  ],
};

/** Names of four products, categories, the word for colour with two of them, and five questions of one kind each. */
type Four = {
  language: string;
  shoe: [string, string];
  bag: [string, string];
  coat: [string, string];
  colour: [string, string, string, string];
  asks: [string, string, string, string, string];
};

const shops: Four[] = [
  {
    language: "fr",
    shoe: ["Chaussure", "Chaussures"],
    bag: ["Sac", "Sacs"],
    coat: ["Veste", "Vestes"],
    colour: ["Couleur", "rouge", "noir", "bleu"],
    asks: [
      "Quelles chaussures à moins de 50 € ?",
      "Avez-vous un sac rouge ?",
      "Combien coûte la veste Nord ?",
      "Quelles chaussures sont en stock ?",
      "Quel est le produit le moins cher ?",
    ],
  },
  {
    language: "es",
    shoe: ["Zapato", "Zapatos"],
    bag: ["Bolso", "Bolsos"],
    coat: ["Chaqueta", "Chaquetas"],
    colour: ["Color", "rojo", "negro", "azul"],
    asks: [
      "¿Qué zapatos tienen por menos de 50 euros?",
      "¿Tienen un bolso rojo?",
      "¿Cuánto cuesta la chaqueta Nord?",
      "¿Qué zapatos están disponibles?",
      "¿Cuál es el producto más barato?",
    ],
  },
  {
    language: "it",
    shoe: ["Scarpa", "Scarpe"],
    bag: ["Borsa", "Borse"],
    coat: ["Giacca", "Giacche"],
    colour: ["Colore", "rosso", "nero", "blu"],
    asks: [
      "Quali scarpe avete sotto i 50 euro?",
      "Avete una borsa rossa?",
      "Quanto costa la giacca Nord?",
      "Quali scarpe sono disponibili?",
      "Qual è il prodotto meno caro?",
    ],
  },
  {
    language: "pt",
    shoe: ["Sapato", "Sapatos"],
    bag: ["Bolsa", "Bolsas"],
    coat: ["Casaco", "Casacos"],
    colour: ["Cor", "vermelho", "preto", "azul"],
    asks: [
      "Quais sapatos custam menos de 50 euros?",
      "Vocês têm uma bolsa vermelha?",
      "Quanto custa o casaco Nord?",
      "Quais sapatos estão disponíveis?",
      "Qual é o produto mais barato?",
    ],
  },
  {
    language: "nl",
    shoe: ["Schoen", "Schoenen"],
    bag: ["Tas", "Tassen"],
    coat: ["Jas", "Jassen"],
    colour: ["Kleur", "rood", "zwart", "blauw"],
    asks: [
      "Welke schoenen kosten minder dan 50 euro?",
      "Hebben jullie een rode tas?",
      "Hoeveel kost de jas Nord?",
      "Welke schoenen zijn op voorraad?",
      "Wat is het goedkoopste product?",
    ],
  },
  {
    language: "el",
    shoe: ["Παπούτσι", "Παπούτσια"],
    bag: ["Τσάντα", "Τσάντες"],
    coat: ["Μπουφάν", "Μπουφάν"],
    colour: ["Χρώμα", "κόκκινο", "μαύρο", "μπλε"],
    asks: [
      "Ποια παπούτσια κοστίζουν κάτω από 50 ευρώ;",
      "Έχετε τσάντα κόκκινη;",
      "Πόσο κοστίζει το μπουφάν Nord;",
      "Ποια παπούτσια είναι διαθέσιμα;",
      "Ποιο είναι το φθηνότερο προϊόν;",
    ],
  },
  {
    language: "ru",
    shoe: ["Туфли", "Обувь"],
    bag: ["Сумка", "Сумки"],
    coat: ["Куртка", "Куртки"],
    colour: ["Цвет", "красный", "черный", "синий"],
    asks: [
      "Какие туфли дешевле 50 евро?",
      "У вас есть красная сумка?",
      "Сколько стоит куртка Nord?",
      "Какие туфли есть в наличии?",
      "Какой самый дешёвый товар?",
    ],
  },
  {
    language: "tr",
    shoe: ["Ayakkabı", "Ayakkabılar"],
    bag: ["Çanta", "Çantalar"],
    coat: ["Ceket", "Ceketler"],
    colour: ["Renk", "kırmızı", "siyah", "mavi"],
    asks: [
      "50 euro altında hangi ayakkabılar var?",
      "Kırmızı çanta var mı?",
      "Nord ceket ne kadar?",
      "Hangi ayakkabılar stokta?",
      "En ucuz ürün hangisi?",
    ],
  },
  {
    language: "ar",
    shoe: ["حذاء", "أحذية"],
    bag: ["حقيبة", "حقائب"],
    coat: ["سترة", "سترات"],
    colour: ["اللون", "أحمر", "أسود", "أزرق"],
    asks: [
      "هل لديكم حذاء أقل من 50 يورو؟",
      "هل عندكم حقيبة حمراء؟",
      "كم سعر سترة Nord؟",
      "هل لديكم حذاء متوفر؟",
      "ما هو المنتج الأرخص؟",
    ],
  },
  {
    language: "hi",
    shoe: ["जूता", "जूते"],
    bag: ["बैग", "बैग"],
    coat: ["जैकेट", "जैकेट"],
    colour: ["रंग", "लाल", "काला", "नीला"],
    asks: [
      "50 यूरो से कम के जूते दिखाओ",
      "क्या आपके पास लाल बैग है?",
      "जैकेट Nord की कीमत क्या है?",
      "कौन से जूते स्टॉक में हैं?",
      "सबसे सस्ता उत्पाद कौन सा है?",
    ],
  },
  {
    language: "zh",
    shoe: ["鞋子", "鞋子"],
    bag: ["背包", "背包"],
    coat: ["夹克", "夹克"],
    colour: ["颜色", "红色", "黑色", "蓝色"],
    asks: ["有哪些鞋子低于50欧元?", "你们有红色背包吗?", "夹克 Nord 多少钱?", "哪些鞋子有货?", "最便宜的商品是什么?"],
  },
  {
    language: "ja",
    shoe: ["靴", "靴"],
    bag: ["バッグ", "バッグ"],
    coat: ["ジャケット", "ジャケット"],
    colour: ["色", "赤", "黒", "青"],
    asks: [
      "50ユーロ以下の靴を見せてください",
      "赤いバッグはありますか?",
      "ジャケット Nord はいくらですか?",
      "在庫がある靴は?",
      "一番安い商品は何ですか?",
    ],
  },
  {
    language: "th",
    shoe: ["รองเท้า", "รองเท้า"],
    bag: ["กระเป๋า", "กระเป๋า"],
    coat: ["แจ็คเก็ต", "แจ็คเก็ต"],
    colour: ["สี", "สีแดง", "สีดำ", "สีน้ำเงิน"],
    asks: [
      "รองเท้าต่ำกว่า 50 ยูโร มีอะไรบ้าง",
      "มีกระเป๋าสีแดงไหม",
      "แจ็คเก็ต Nord ราคาเท่าไหร่",
      "รองเท้ารุ่นไหนมีสินค้า",
      "สินค้าที่ถูกที่สุดคืออะไร",
    ],
  },
  {
    language: "vi",
    shoe: ["Giày", "Giày"],
    bag: ["Túi", "Túi"],
    coat: ["Áo khoác", "Áo khoác"],
    colour: ["Màu", "đỏ", "đen", "xanh"],
    asks: [
      "Có giày nào dưới 50 euro không?",
      "Bạn có túi đỏ không?",
      "Áo khoác Nord giá bao nhiêu?",
      "Giày nào còn hàng?",
      "Sản phẩm rẻ nhất là gì?",
    ],
  },
  {
    language: "ro",
    shoe: ["Pantof", "Pantofi"],
    bag: ["Geantă", "Genți"],
    coat: ["Jachetă", "Jachete"],
    colour: ["Culoare", "roșu", "negru", "albastru"],
    asks: [
      "Ce pantofi aveți sub 50 de euro?",
      "Aveți o geantă roșie?",
      "Cât costă jacheta Nord?",
      "Ce pantofi sunt în stoc?",
      "Care este cel mai ieftin produs?",
    ],
  },
  {
    language: "pl",
    shoe: ["But", "Buty"],
    bag: ["Torba", "Torby"],
    coat: ["Kurtka", "Kurtki"],
    colour: ["Kolor", "czerwony", "czarny", "niebieski"],
    asks: [
      "Jakie buty macie poniżej 50 euro?",
      "Macie torba czerwony?",
      "Ile kosztuje kurtka Nord?",
      "Jakie buty są dostępne?",
      "Jaki jest najtańszy produkt?",
    ],
  },
];

const shopOf = ({ language, shoe, bag, coat, colour, asks }: Four): TestShop => {
  const attributes = (at: 1 | 2 | 3) => ({ [colour[0]]: colour[at] });
  return {
    language,
    products: [
      of("1", `${shoe[0]} Vento`, { language, category: [shoe[1]], price: 4500, attributes: attributes(1) }),
      of("2", `${shoe[0]} Roma`, {
        language,
        category: [shoe[1]],
        price: 8000,
        stock: "out_of_stock",
        attributes: attributes(2),
      }),
      of("3", `${bag[0]} Lino`, { language, category: [bag[1]], price: 3000, attributes: attributes(1) }),
      of("4", `${coat[0]} Nord`, { language, category: [coat[1]], price: 12000, attributes: attributes(3) }),
    ],
    asks: asks.map((ask, at) => [ask, [["1"], ["3"], ["4"], ["1"], ["3"]][at] ?? []]),
  };
};

export const testShops: TestShop[] = [outdoor, house, ...shops.map(shopOf)];
