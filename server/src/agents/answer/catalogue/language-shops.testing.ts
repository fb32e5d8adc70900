/** The same small shop in many languages, with the same five questions. */
import { productInput, type ProductInput } from "@parley/contracts";

export interface TestShop {
  language: string;
  products: ProductInput[];
  /** A question, and the ids it should show; null where the catalogue has nothing to say. */
  asks: [string, string[] | null][];
}

export function languageShops(): TestShop[] {
  return shops.map(shopOf);
}

export const testProduct = (externalId: string, name: string, more: object): ProductInput =>
  productInput.parse({ externalId, name, currency: "EUR", stock: "in_stock", ...more });

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
      testProduct("1", `${shoe[0]} Vento`, { language, category: [shoe[1]], price: 4500, attributes: attributes(1) }),
      testProduct("2", `${shoe[0]} Roma`, {
        language,
        category: [shoe[1]],
        price: 8000,
        stock: "out_of_stock",
        attributes: attributes(2),
      }),
      testProduct("3", `${bag[0]} Lino`, { language, category: [bag[1]], price: 3000, attributes: attributes(1) }),
      testProduct("4", `${coat[0]} Nord`, { language, category: [coat[1]], price: 12000, attributes: attributes(3) }),
    ],
    asks: asks.map((ask, at) => [ask, [["1"], ["3"], ["4"], ["1"], ["3"]][at] ?? []]),
  };
};
