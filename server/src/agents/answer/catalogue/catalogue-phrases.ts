import type { StockState } from "@parley/contracts";

/** What is said of products. Braces hold what is filled in; names stand as they are, so that nothing must agree with them. */
export interface CataloguePhrases {
  /** {count}, at least two; the products follow. */
  found: string;
  /** {count} of more than are named. */
  foundMore: string;
  allInStock: string;
  cheapest: string;
  dearest: string;
  newest: string;
  /** Nothing fits. */
  none: string;
  /** Comes after `none`: products that come near follow. */
  near: string;
  /** {price} before the sale. */
  insteadOf: string;
  /** {price} of the cheapest variant. */
  from: string;
  /** {name}: its price is too old to be told. {link} leads to its page. */
  stale: string;
  noPrice: string;
  /** {name} {amount} */
  cheaper: string;
  samePrice: string;
  stock: Record<StockState, string>;
}

const phrases: Record<string, CataloguePhrases> = {
  en: of(
    "{count} fit | {count} fit, among them | all in stock | The cheapest | The most expensive | The newest | Nothing in the catalogue fits that. | This comes near:",
    "instead of {price} | from {price} | The price of {name} must be looked up: the one on file is too old to be quoted. | price on request | {name} is {amount} cheaper. | Both cost the same. | in stock | out of stock | can be preordered | can be ordered",
  ),
  de: of(
    "{count} passen | {count} passen, darunter | alle auf Lager | Am günstigsten | Am teuersten | Am neuesten | Dazu passt nichts im Katalog. | Das kommt dem nahe:",
    "statt {price} | ab {price} | Der Preis von {name} muss nachgesehen werden: der bekannte ist zu alt, um ihn zu nennen. | Preis auf Anfrage | {name} ist {amount} günstiger. | Beide kosten gleich viel. | auf Lager | nicht auf Lager | vorbestellbar | bestellbar",
  ),
  es: of(
    "{count} coinciden | {count} coinciden, entre ellos | todos disponibles | Lo más barato | Lo más caro | Lo más nuevo | Nada del catálogo coincide con eso. | Esto se acerca:",
    "en lugar de {price} | desde {price} | El precio de {name} debe consultarse: el que consta es demasiado antiguo. | precio a consultar | {name} cuesta {amount} menos. | Ambos cuestan lo mismo. | disponible | agotado | se puede reservar | se puede pedir",
  ),
  fr: of(
    "{count} correspondent | {count} correspondent, dont | tous en stock | Le moins cher | Le plus cher | Le plus récent | Rien dans le catalogue ne correspond. | Voici ce qui s’en approche :",
    "au lieu de {price} | à partir de {price} | Le prix de {name} est à vérifier : celui qui est connu est trop ancien. | prix sur demande | {name} coûte {amount} de moins. | Les deux coûtent le même prix. | en stock | en rupture de stock | en précommande | sur commande",
  ),
  it: of(
    "{count} corrispondono | {count} corrispondono, tra cui | tutti disponibili | Il meno caro | Il più caro | Il più recente | Niente nel catalogo corrisponde. | Questo si avvicina:",
    "invece di {price} | da {price} | Il prezzo di {name} va verificato: quello noto è troppo vecchio. | prezzo su richiesta | {name} costa {amount} in meno. | Costano uguale. | disponibile | esaurito | preordinabile | ordinabile",
  ),
  pt: of(
    "{count} correspondem | {count} correspondem, entre eles | todos disponíveis | O mais barato | O mais caro | O mais recente | Nada no catálogo corresponde. | Isto aproxima-se:",
    "em vez de {price} | a partir de {price} | O preço de {name} tem de ser consultado: o que consta é demasiado antigo. | preço sob consulta | {name} custa menos {amount}. | Ambos custam o mesmo. | disponível | esgotado | em pré-venda | por encomenda",
  ),
  nl: of(
    "{count} passen | {count} passen, waaronder | alle op voorraad | Het goedkoopst | Het duurst | Het nieuwst | Niets in de catalogus past daarbij. | Dit komt in de buurt:",
    "in plaats van {price} | vanaf {price} | De prijs van {name} moet worden nagekeken: de bekende is te oud. | prijs op aanvraag | {name} is {amount} goedkoper. | Ze kosten evenveel. | op voorraad | niet op voorraad | te reserveren | te bestellen",
  ),
  el: of(
    "{count} ταιριάζουν | {count} ταιριάζουν, μεταξύ αυτών | όλα διαθέσιμα | Το φθηνότερο | Το ακριβότερο | Το νεότερο | Τίποτα στον κατάλογο δεν ταιριάζει. | Αυτό πλησιάζει:",
    "αντί για {price} | από {price} | Η τιμή του {name} πρέπει να ελεγχθεί: η γνωστή είναι πολύ παλιά. | τιμή κατόπιν αιτήματος | {name}: {amount} φθηνότερα. | Κοστίζουν το ίδιο. | διαθέσιμο | εξαντλημένο | με προπαραγγελία | με παραγγελία",
  ),
  ru: of(
    "Подходит: {count} | Подходит: {count}, среди них | всё в наличии | Самый дешёвый вариант | Самый дорогой вариант | Новинка | В каталоге ничего не подходит. | Ближе всего:",
    "вместо {price} | от {price} | Цену {name} нужно уточнить: известная слишком старая. | цена по запросу | {name} дешевле на {amount}. | Цена одинаковая. | в наличии | нет в наличии | можно предзаказать | под заказ",
  ),
  uk: of(
    "Підходить: {count} | Підходить: {count}, серед них | усе в наявності | Найдешевший варіант | Найдорожчий варіант | Новинка | У каталозі нічого не підходить. | Найближче:",
    "замість {price} | від {price} | Ціну {name} треба уточнити: відома застаріла. | ціна за запитом | {name} дешевше на {amount}. | Ціна однакова. | в наявності | немає в наявності | можна замовити наперед | під замовлення",
  ),
  tr: of(
    "{count} ürün uyuyor | {count} ürün uyuyor, bazıları | hepsi stokta | En ucuzu | En pahalısı | En yenisi | Katalogda buna uyan bir şey yok. | Buna en yakın:",
    "{price} yerine | {price} ve üzeri | {name} fiyatına sayfasından bakılmalı: kayıtlı fiyat çok eski. | fiyat için sorunuz | {name} {amount} daha ucuz. | İkisi de aynı fiyata. | stokta | stokta yok | ön sipariş verilebilir | sipariş edilebilir",
  ),
  ar: of(
    "وُجد {count} | وُجد {count}، منها | كلها متوفرة | الأرخص | الأغلى | الأحدث | لا شيء في الكتالوج يطابق ذلك. | هذا قريب منه:",
    "بدلًا من {price} | ابتداءً من {price} | يجب التحقق من سعر {name} في صفحته: السعر المعروف قديم جدًا. | السعر عند الطلب | {name} أرخص بمقدار {amount}. | السعر نفسه. | متوفر | غير متوفر | متاح للطلب المسبق | متاح للطلب",
  ),
  hi: of(
    "{count} मिले | {count} मिले, इनमें | सभी स्टॉक में | सबसे सस्ता | सबसे महँगा | सबसे नया | कैटलॉग में ऐसा कुछ नहीं है। | इसके पास:",
    "{price} के बदले | {price} से | {name} की क़ीमत पेज पर देखें: दर्ज क़ीमत बहुत पुरानी है। | क़ीमत पूछने पर | {name} {amount} सस्ता है। | दोनों की क़ीमत एक है। | स्टॉक में | स्टॉक में नहीं | पहले से ऑर्डर हो सकता है | ऑर्डर हो सकता है",
  ),
  zh: of(
    "有 {count} 款符合 | 有 {count} 款符合，其中 | 均有货 | 最便宜的 | 最贵的 | 最新的 | 目录中没有符合的商品。 | 比较接近的：",
    "原价 {price} | {price} 起 | {name} 的价格需在页面上查看：已知的价格太旧。 | 价格请询问 | {name} 便宜 {amount}。 | 两者价格相同。 | 有货 | 缺货 | 可预订 | 可订购",
  ),
  ja: of(
    "{count}点が該当します | {count}点が該当します（一部） | すべて在庫あり | 最も安いもの | 最も高いもの | 最も新しいもの | カタログに該当する商品はありません。 | 近いもの:",
    "通常 {price} | {price} から | {name} の価格はページでご確認ください。記録された価格は古すぎます。 | 価格はお問い合わせください | {name} のほうが {amount} 安いです。 | どちらも同じ価格です。 | 在庫あり | 在庫なし | 予約可 | 取り寄せ可",
  ),
  ko: of(
    "{count}개가 맞습니다 | {count}개가 맞습니다. 그중 | 모두 재고 있음 | 가장 저렴한 것 | 가장 비싼 것 | 가장 새로운 것 | 카탈로그에 맞는 상품이 없습니다. | 비슷한 상품:",
    "정가 {price} | {price}부터 | {name} 가격은 페이지에서 확인해 주세요. 기록된 가격이 너무 오래되었습니다. | 가격 문의 | {name}이(가) {amount} 더 저렴합니다. | 가격이 같습니다. | 재고 있음 | 품절 | 예약 가능 | 주문 가능",
  ),
  th: of(
    "พบ {count} รายการ | พบ {count} รายการ เช่น | มีสินค้าทั้งหมด | ถูกที่สุด | แพงที่สุด | ใหม่ที่สุด | ไม่มีสินค้าในแคตตาล็อกที่ตรงกัน | ที่ใกล้เคียง:",
    "จาก {price} | เริ่มต้น {price} | ราคาของ {name} ต้องดูที่หน้าเว็บ เพราะราคาที่มีเก่าเกินไป | สอบถามราคา | {name} ถูกกว่า {amount} | ราคาเท่ากัน | มีสินค้า | สินค้าหมด | สั่งจองล่วงหน้าได้ | สั่งได้",
  ),
  vi: of(
    "Có {count} sản phẩm phù hợp | Có {count} sản phẩm phù hợp, trong đó | tất cả còn hàng | Rẻ nhất | Đắt nhất | Mới nhất | Không có gì trong danh mục phù hợp. | Gần giống:",
    "thay vì {price} | từ {price} | Giá của {name} cần xem trên trang: giá đã lưu quá cũ. | giá liên hệ | {name} rẻ hơn {amount}. | Giá bằng nhau. | còn hàng | hết hàng | đặt trước được | đặt hàng được",
  ),
  ro: of(
    "{count} se potrivesc | {count} se potrivesc, printre care | toate în stoc | Cel mai ieftin | Cel mai scump | Cel mai nou | Nimic din catalog nu se potrivește. | Apropiat:",
    "în loc de {price} | de la {price} | Prețul pentru {name} trebuie verificat: cel cunoscut este prea vechi. | preț la cerere | {name} costă cu {amount} mai puțin. | Costă la fel. | în stoc | stoc epuizat | se poate precomanda | se poate comanda",
  ),
  pl: of(
    "Pasuje: {count} | Pasuje: {count}, wśród nich | wszystko dostępne | Najtańsze | Najdroższe | Najnowsze | Nic w katalogu nie pasuje. | To jest blisko:",
    "zamiast {price} | od {price} | Cenę {name} trzeba sprawdzić: znana jest zbyt stara. | cena na zapytanie | {name} kosztuje o {amount} mniej. | Kosztują tyle samo. | dostępne | niedostępne | w przedsprzedaży | na zamówienie",
  ),
};

export function cataloguePhrases(language: string): CataloguePhrases {
  const english = phrases["en"];
  const own = phrases[language.split("-")[0] ?? ""] ?? english;
  if (own === undefined) throw new Error("English phrases are missing.");
  return own;
}

/** In the order of the fields above, parted by bars. */
function of(answers: string, facts: string): CataloguePhrases {
  const [found = "", foundMore = "", allInStock = "", cheapest = "", dearest = "", newest = "", none = "", near = ""] =
    answers.split(" | ");
  const [insteadOf = "", from = "", stale = "", noPrice = "", cheaper = "", samePrice = "", ...states] =
    facts.split(" | ");
  const [in_stock = "", out_of_stock = "", preorder = "", backorder = ""] = states;
  const sentences = { found, foundMore, allInStock, cheapest, dearest, newest, none, near };
  const stock = { in_stock, out_of_stock, preorder, backorder, unknown: "" };
  return { ...sentences, insteadOf, from, stale, noPrice, cheaper, samePrice, stock };
}
