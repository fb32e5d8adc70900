/**
 * How people ask in shops, in every language at once: what is asked for stands in the catalogue, and only these few
 * words are grammar. All lower case, as patterns.
 */
const edge = "[\\p{L}\\p{M}\\p{N}]";
/** Of scripts that put spaces between words. */
const LETTER = "[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Arabic}\\p{Script=Devanagari}]";
const START = `(?:(?<!${edge})|(?<=[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Hangul}]))`;

const either = (list: string) => list.trim().split(/,\s+/u).join("|");

/** Lists of patterns, parted by commas. `joined`: of scripts that put no space between words. */
function anyOf(spaced: string, joined = ""): RegExp {
  const whole = `(?<!${edge})(?:${either(spaced)})(?!${edge})`;
  return new RegExp(joined === "" ? whole : `${whole}|(?:${either(joined)})`, "giu");
}

export const CURRENCY =
  "€|\\$|£|¥|₹|₽|₺|₩|฿|₫|₪|zł|eur(?:o|os|oa|ų)?|евро|ευρώ|يورو|यूरो|ยูโร|欧元|ユーロ|유로|usd|dollars?|d[óo]lar(?:es|i)?|dollari|bucks|доллар\\p{L}*|دولار|डॉलर|ดอลลาร์|美元|ドル|달러|gbp|pounds?|quid|pfund|chf|fr\\.|franken|francs?|yen|円|元|块|人民币|jpy|cny|inr|rs\\.?|rupees?|रुपये|रुपए|rub|руб\\p{L}*\\.?|try|tl|lira|pln|złot\\p{L}*|ron|lei|krw|won|원|thb|baht|บาท|vnd|đồng|brl|reais|czk|kč|sek|kr";
const NUMBER = "\\d{1,3}(?:[ \\u00a0]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,'’]\\d+)*";
/** Not followed by another measure: "under 50 kg" is no price. */
const NO_UNIT =
  "(?!\\s?(?:kg|g|mg|lbs?|oz|cm|mm|km|m|in|inch(?:es)?|zoll|ft|l|ml|w|watt|kw|kwh|gb|tb|mb|mah|hz|ghz|mp|v|volt|%|°|x\\d|years?|jahre?n?|años|ans|anni|anos|jaar|лет|days?|tagen?|hours?|minutes?|pieces?|stück|people|personen|персон)(?!\\p{L}))(?![\\d.,]*\\d)";

/** A figure with or without a currency: groups are what stands before, the figure, what stands behind. */
const MONEY = `(?:(${CURRENCY})\\s?)?(${NUMBER})(?:,-|\\.-)?(?:\\s?(${CURRENCY})(?!${LETTER})|${NO_UNIT})`;
const ARTICLE = "(?:the |los |las |den |der |les |gli |de |di |i )?";

const BELOW =
  "(?:(?:for |a |)(?:under|below|less than|cheaper than|no more than|not more than|up to|at most|max(?:imum|\\.)?(?: of)?|within|beneath)|unter|bis(?: zu| maximal)?|höchstens|maximal|weniger als|günstiger als|billiger als|menos de|por menos de|hasta|(?:por )?debajo de|máximo|más barat[oa]s? que|moins de|à moins de|en dessous de|jusqu['’]à|maximum|moins ch(?:er|ère)s? que|meno di|sotto(?: i| gli)?|fino a|al massimo|massimo|abaixo de|até|no máximo|por até|mais barat[oa]s? (?:do )?que|onder(?: de)?|minder dan|tot(?: en met)?|hoogstens|goedkoper dan|κάτω από|μέχρι|έως|λιγότερο από|до|дешевле|менее|меньше|не дороже|не более|ниже|أقل من|تحت|حتى|لا يزيد عن|sub|p[âa]n[ăa] la|mai puțin de|cel mult|sub valoarea de|dưới|tối đa|không quá|rẻ hơn|ít hơn|poniżej|do|mniej niż|under|ต่ำกว่า|ไม่เกิน|ถูกกว่า|低于|不超过|少于|最多)";
const BELOW_AFTER =
  "(?:以下|以内|未満|より安い|까지|이하|미만|से कम|के अंदर|से नीचे|तक|के नीचे|['’]?(?:n[uı]n|un|ın|nin|nın|nün)?\\s?(?:alt(?:ı|ında|ındaki)|altı)|['’]?[dt][ae]n (?:ucuz|az|daha ucuz)|or less|or under|or cheaper|oder weniger|o menos|ou moins|o meno|ou menos|of minder|και κάτω|или меньше|أو أقل)";
const ABOVE =
  "(?:over|above|more than|at least|from|starting at|min(?:imum|\\.)?|upwards of|über|ab|mindestens|mehr als|teurer als|más de|por encima de|desde|a partir de|al menos|mínimo|plus de|à partir de|au-dessus de|au moins|dès|più di|oltre(?: i)?|sopra(?: i)?|almeno|a partire da|mais de|acima de|pelo menos|boven(?: de)?|meer dan|vanaf|minstens|πάνω από|περισσότερο από|τουλάχιστον|από|дороже|более|больше|выше|от|свыше|не дешевле|أكثر من|فوق|أعلى من|peste|mai mult de|cel puțin|de la|trên|hơn|từ|ít nhất|powyżej|więcej niż|od|มากกว่า|เกิน|ตั้งแต่|高于|超过|至少|大于)";
const ABOVE_AFTER =
  "(?:以上|より高い|이상|초과|से ज़?्?यादा|से अधिक|से ऊपर|['’]?(?:n[uı]n|un|ın|nin|nın|nün)?\\s?(?:üst(?:ü|ünde|ündeki))|['’]?[dt][ae]n (?:pahalı|fazla|daha pahalı)|or more|oder mehr|o más|ou plus|o più|ou mais|of meer|и выше)";
const AND =
  "(?:and|to|und|bis|y|a|et|à|e|ed|en|tot|και|έως|μέχρι|με|и|до|по|ve|ile|و|إلى|और|से|到|至|和|～|〜|から|~|và|đến|tới|ถึง|และ|și|la|i|do|-|–|—)";
const BETWEEN =
  "(?:between|from|zwischen|von|entre|de|desde|tra|fra|da|dai|tussen|van|μεταξύ|από|между|от|arası(?:nda)?|بين|من|在|介于|ตั้งแต่|ระหว่าง|từ|giữa|khoảng|între|de la|od|między)";

export const bounds = {
  between: new RegExp(
    `${START}(?:(${BETWEEN})\\s*)?${ARTICLE}${MONEY}\\s*${AND}\\s*${ARTICLE}${MONEY}(?:\\s?(?:arası(?:nda(?:ki)?)?|के बीच|之间|の間|사이))?`,
    "iu",
  ),
  below: new RegExp(`${START}${BELOW}\\s*${ARTICLE}${MONEY}`, "giu"),
  belowAfter: new RegExp(`${MONEY}\\s*${BELOW_AFTER}(?!${LETTER})`, "giu"),
  above: new RegExp(`${START}${ABOVE}\\s*${MONEY}`, "giu"),
  aboveAfter: new RegExp(`${MONEY}\\s*${ABOVE_AFTER}(?!${LETTER})`, "giu"),
};

export const cheapest = anyOf(
  String.raw`
    cheapest, least expensive, lowest[- ]priced?, most affordable, lowest price, (?:am |)günstigste[nrsm]?,
    (?:am |)billigste[nrsm]?, preiswerteste[nrsm]?, (?:el |la |los |las )?más barat[oa]s?,
    (?:el |la )?más económic[oa]s?, (?:le |la |les )?moins ch(?:er|ère)s?, meilleur marché,
    (?:il |la |i |le )?(?:più|meno) (?:economic[oaie]|car[oaie])(?<!più car[oaie]), più economic[oaie],
    (?:o |a |os |as )?mais barat[oa]s?, (?:o |a )?mais económic[oa]s?, (?:o |a )?mais econômic[oa]s?, goedkoopste?,
    (?:πιο |το |τη |η )*φθην[όήάέοί]\p{L}*, φθηνότερ\p{L}*, οικονομικότερ\p{L}*, сам\p{L}+ деш[её]в\p{L}+,
    дешевле всего, en ucuz\p{L}*, الأرخص, أرخص, सबसे सस्त\p{L}\p{M}*, सबसे सस्ता, सबसे सस्ती, सबसे सस्ते, rẻ nhất,
    giá thấp nhất, (?:cel|cea|cei|cele) mai ieftin\p{L}*, mai ieftin\p{L}*, najtańsz\p{L}*`,
  String.raw`
    最便宜的?, 最低价的?, 最安値?の?, 一番安い, 가장 저렴한, 가장 싼, ถูกที่สุด, ราคาต่ำสุด`,
);
export const dearest = anyOf(
  String.raw`
    most expensive, dearest, priciest, highest[- ]priced?, (?:am |)teuerste[nrsm]?,
    (?:el |la |los |las )?más car[oa]s?, (?:le |la |les )?plus ch(?:er|ère)s?, (?:il |la |i |le )?più car[oaie],
    (?:o |a |os |as )?mais car[oa]s?, duurste, ακριβότερ\p{L}*, (?:πιο |το |τη |η )*ακριβ[όήάέ]\p{L}*,
    сам\p{L}+ дорог\p{L}+, en pahalı\p{L}*, الأغلى, أغلى, सबसे महंग\p{L}\p{M}*, सबसे महँग\p{M}*, सबसे महंगा,
    सबसे महंगी, đắt nhất, (?:cel|cea|cei|cele) mai scump\p{L}*, najdroższ\p{L}*`,
  String.raw`
    最贵的?, 最も高い, 一番高い, 가장 비싼, แพงที่สุด`,
);
export const newest = anyOf(
  String.raw`
    newest, latest, new arrivals, most recent, neueste[nrsm]?, neuheiten, más nuev[oa]s?, novedades,
    últim[oa]s novedades, plus récente?s?, nouveautés, più recent[ei], novità, mais recentes?, novidades, nieuwste,
    νεότερ\p{L}*, нов\p{L}+ поступлени\p{L}+, новинк\p{L}+, en yeni\p{L}*, الأحدث, أحدث, सबसे नय\p{M}*, सबसे नया,
    सबसे नई, mới nhất, (?:cel|cea|cei|cele) mai no[iu]\p{L}*, noutăți`,
  String.raw`
    最新的?, 新品, 新着, ล่าสุด, ใหม่ที่สุด`,
);
export const inStock = anyOf(
  String.raw`
    in stock, available(?: now| right now| immediately)?, on hand, auf lager, lagernd, verfügbar\p{L}*,
    vorrätig\p{L}*, lieferbar\p{L}*, en stock, en existencias?, disponibles?, disponibili?, disponibil\p{L}*,
    disponível, disponíveis, em estoque, em stock, in magazzino, op voorraad, voorradig\p{L}*, leverbaar,
    beschikbaar, διαθέσιμ\p{L}+, σε απόθεμα, в наличии, есть на складе, на складе, доступн\p{L}+,
    stokta(?:ki)?(?: var)?, mevcut(?: mu)?, متوفر\p{L}*, متاح\p{L}*, في المخزون, स्टॉक में, उपलब्ध, còn hàng,
    có sẵn, în stoc, pe stoc, na stanie, dostępn\p{L}+`,
  String.raw`
    有货的?, 现货, 有库存, 在庫(?:が|は)?(?:あり|ある)?(?:ます)?(?:か)?, 재고(?:가)?(?: 있)?\p{L}*, มีสินค้า, มีของ, พร้อมส่ง, ในสต็อก`,
);
export const onSale = anyOf(
  String.raw`
    on sale, on offer, discounted, reduced, special offers?, deals?, im angebot, reduziert\p{L}*, im sale, angebote,
    rabattiert\p{L}*, en oferta, rebajad[oa]s?, ofertas?, con descuento, en promo(?:tion)?, soldée?s?, en solde,
    in offerta, scontat[oaie], in saldo, em promoção, em oferta, com desconto, in de aanbieding, afgeprijsd\p{L}*,
    σε προσφορά, προσφορές, со скидкой, по акции, скидк\p{L}+, indirimli\p{L}*, indirimde(?:ki)?, مخفض\p{L}*,
    عليها تخفيض, छूट, सेल में, giảm giá, khuyến mãi, la reducere, la ofertă, w promocji`,
  String.raw`
    打折的?, 特价的?, セール(?:中の)?, 할인, ลดราคา`,
);
export const price = anyOf(
  String.raw`
    how much (?:is|are|does|do|for|would), how much,
    what(?:'s| is| are| does| do)? the (?:current )?(?:price|cost)s?(?: of| for)?,
    what (?:does|do|would) (?=.{1,60} cost), prices?(?: of| for)?, costs?, priced, wie ?viel kosten?, was kosten?,
    wie teuer (?:ist|sind)?, preise?, kosten, kostet, cuánto (?:cuestan?|valen?|es|son), cuanto cuesta,
    qué precio tienen?, precios?(?: de)?, cuestan?, combien (?:co[ûu]te(?:nt)?|valent|vaut|pour|est),
    (?:à )?quel(?: est)?(?: le)? prix(?: de)?, prix(?: de)?, co[ûu]te(?:nt)?, quanto (?:costa(?:no)?|viene|vengono),
    (?:qual è il )?prezz[oi](?: di| del| della)?, costa(?:no)?, quanto (?:custam?|é|são),
    (?:qual é? o )?preços?(?: d[eoa])?, custam?, hoeveel (?:kost(?:en)?|is), wat (?:kost(?:en)?|is de prijs van),
    prij[sz](?:en)?(?: van)?, πόσο (?:κάνει|κοστίζ\p{L}+|έχει|κάνουν), τιμ(?:ή|ές|ης), κοστίζ\p{L}+, сколько стоит,
    сколько стоят, цен[аыуе]?(?: на)?, стоимость, стоит, стоят, почём, ne kadar, kaç (?:para|lira|euro|tl),
    fiyat\p{L}*, كم (?:سعر|ثمن|يكلف|تكلف), بكم, (?:ما )?(?:هو )?سعر, ثمن, कितने (?:का|की|के)(?: है| हैं)?,
    क(?:ी|ा) क़?ीमत(?: क्या)?(?: है)?, क़?ीमत(?: क्या)?, दाम, giá(?: bao nhiêu| của| là bao nhiêu)?, bao nhiêu tiền,
    cât costă, preț\p{L}*, costă, ile kosztuj\p{L}+, cen[ay], kosztuj\p{L}+`,
  String.raw`
    多少钱, 价格(?:是多少)?, 售价, いくら(?:ですか)?, 値段, 価格, 얼마(?:예요|인가요|입니까)?, 가격, ราคา(?:เท่าไหร่|เท่าไร)?, เท่าไหร่, เท่าไร`,
);
export const count = anyOf(
  String.raw`
    how many(?: different)?, number of, wie ?viele?, anzahl, cuánt[oa]s, combien d[e'], combien, quant[ie],
    quant[oa]s, hoeveel(?: verschillende)?, πόσ(?:α|οι|ες|ους), сколько, kaç(?: tane| çeşit)?, كم(?: عدد)?, कितने,
    कितनी, bao nhiêu(?: loại| mẫu)?, mấy(?: loại)?, câ(?:te|ți), ile`,
  String.raw`
    多少(?:种|个|款|件)?, 几(?:种|个|款|件), いくつ, 何(?:種類|個), 몇(?: 개| 종류)?, กี่(?:อัน|แบบ|รุ่น|ชิ้น)?`,
);
export const compare = anyOf(
  String.raw`
    compare, comparison, difference(?:s)? between, (?:what is|what's) the difference(?: between)?, versus, vs\.?,
    which (?:one )?is (?:cheaper|better|more expensive), which is the cheaper(?: one)?, cheaper,
    vergleich(?:e|en|st)?, unterschied(?:e)?(?: zwischen)?, (?:was|welche[rs]?) ist (?:günstiger|billiger|teurer),
    günstiger, billiger, comparar?, compara, diferencias?(?: entre)?, cuál es más barat[oa], más barat[oa],
    comparer?, comparez, différences?(?: entre)?, le?quel(?:le)? est (?:le |la )?moins ch(?:er|ère),
    confronta(?:re)?, differenz[ae](?: tra)?, quale costa (?:meno|di più), compare, diferenças?(?: entre)?,
    qual é mais barat[oa], vergelijk(?:en)?, verschil(?:len)?(?: tussen)?, welke is goedkoper, goedkoper,
    σύγκρι\p{L}+, διαφορ(?:ά|ές)(?: μεταξύ)?, сравни(?:те|ть)?, разниц\p{L}+(?: между)?, что дешевле,
    karşılaştır\p{L}*, fark\p{L}*, hangisi daha ucuz, قارن(?: بين)?, الفرق بين, مقارنة(?: بين)?,
    तुलना(?: कर\p{L}*\p{M}*)?, अंतर, so sánh, khác nhau, comparați?, compară, diferenț\p{L}+(?: dintre| între)?,
    porównaj`,
  String.raw`
    比较, 区别, 比べ(?:て|る), 比較, 違い, 비교(?:해)?, เปรียบเทียบ, ต่างกัน`,
);
export const have = anyOf(
  String.raw`
    do you (?:guys )?(?:also )?(?:have|sell|stock|carry|offer)(?: any| some| a| an)?, have you got(?: any)?,
    are there(?: any)?, is there(?: an?| any)?, you have, you sell, you offer, got any, habt ihr, haben sie,
    gibt es, gibts, führt ihr, führen sie, verkauft ihr, verkaufen sie, bietet ihr, habt, tienen?, tenéis, tienes?,
    hay, venden?, vendéis, ofrecen?, avez[- ]vous, vous avez, vendez[- ]vous, vous vendez, y a[- ]t[- ]il,
    est-ce que vous (?:avez|vendez), proposez[- ]vous, avete, vendete, c['’]è, ci sono, offrite, têm, tem,
    vocês têm, vocês vendem, vendem, há, oferecem, hebben jullie, heeft u, hebt u, verkopen jullie, is er, zijn er,
    έχετε, πουλάτε, υπάρχ\p{L}+, διαθέτετε, у вас есть, есть ли(?: у вас)?, есть, продаёте, продаете, имеются,
    var mı, sat(?:ıyor musunuz|ılıyor mu), bulunur mu, mevcut mu, هل (?:لديكم|عندكم|تبيعون|يوجد|توجد), لديكم, عندكم,
    क्या आपके पास, आपके पास, मिलेग\p{M}*, बेचते हैं, (?:bạn |shop |cửa hàng )?có (?:bán )?, có bán, bán, aveți,
    vindeți, există, czy (?:macie|jest|są), macie`,
  String.raw`
    你们?有, 有没有, 有吗, 卖, ありますか, 売って(?:い)?ますか, 있(?:나요|어요|습니까), มี(?:.{0,3}ไหม|ขาย|), ขาย, ไหม`,
);
export const list = anyOf(
  String.raw`
    show(?: me)?(?: all| your)?, list(?: all)?, which, what kinds? of, what,
    (?:i(?:'m| am)? )?(?:looking|searching) for, i(?:'d| would)? (?:need|want|like)(?: to buy| a| an| some)?,
    find(?: me)?, give me, search(?: for)?, recommend(?: me)?, suggest, can i (?:buy|get|order), buy, all(?: your)?,
    (?:zeig|zeigt|zeigen sie)(?: mir| uns)?(?: alle)?, welche[rsn]?, was für(?: eine?)?, (?:ich )?suche(?: nach)?,
    (?:ich )?(?:brauche|möchte|will|hätte gern), finde, empfehlt(?: mir)?, empfiehl, alle, kaufen, muéstr\p{L}+,
    mostrar, qué, cuáles, busco, necesito, quiero, quisiera, todos? (?:los|las), recomiend\p{L}+, comprar,
    montre[rz]?(?:[- ]moi)?, quels?, quelles?, je cherche, je voudrais, je veux, il me faut, tous (?:les|vos),
    toutes (?:les|vos), acheter, mostra(?:mi|temi)?, quali?, che, cerco, vorrei, mi serve, tutt[ie] (?:i|le|gli),
    comprare, mostr[ea](?:-me)?, quais, quero, procuro, preciso de, todos os, todas as,
    laat (?:me )?(?:alle )?(?:zien)?, toon, welke, ik zoek, ik wil, zien, δείξ\p{L}+(?: μου)?, ποι(?:α|ες|οι|ους|ο),
    ψάχνω, θέλω, όλ(?:α|ες|ους), покажи(?:те)?(?: мне)?, как(?:ие|ой|ая|ое), ищу, хочу, нуж(?:ен|на|ны|но), все,
    купить, göster\p{L}*, hangi\p{L}*, arıyorum, istiyorum, lazım, bütün, tüm, أرني, اعرض(?: لي)?, ما هي, ما,
    أبحث عن, أريد, كل, جميع, दिखा\p{L}*\p{M}*, दिखाओ, दिखाइए, कौन(?:-| )?(?:सा|से|सी), चाहिए, मुझे, सभी,
    cho (?:tôi )?xem, tìm, tôi muốn, tôi cần, mua, những, nào, tất cả, ce, care, arată(?:-mi)?, caut, vreau, toate,
    toți, pokaż(?: mi)?, jakie, szukam, chcę`,
  String.raw`
    给我看, 显示, 哪些, 哪种, 什么, 我要, 我想(?:买|要)?, 找, 所有, 看看, 見せて(?:ください)?, どんな, どの, 欲しい(?:です)?, 探して(?:い)?ます, 보여(?: 주세요|줘),
    어떤, 찾(?:고 있어요|아요), แสดง, อยากได้, หา, ทั้งหมด, อะไรบ้าง, รุ่นไหน`,
);
/** What stands for everything there is. */
export const generic = anyOf(
  String.raw`
    products?, items?, articles?, goods, things?, stuff, anything, something, ones?, models?, options?, produkte?n?,
    artikeln?, etwas, sachen, waren?, modelle?, productos?, artículos?, algo, cosas?, modelos?, produits?,
    quelque chose, choses?, modèles?, prodott[oi], articol[oi], qualcosa, cose, modell[oi], produtos?, artigos?,
    alguma coisa, coisas?, producten, product, artikelen, iets, modellen, προϊόν(?:τα)?, είδη, κάτι, μοντέλα,
    товар(?:ы|ов|а)?, модел[иьей]+, что-нибудь, что-то, что, ürün(?:ler)?(?:i|iniz|in)?, bir şey, şey(?:ler)?,
    (?:ال)?منتج\p{L}*, المنتجات, شيء, उत्पाद, सामान, चीज़?\p{M}*, चीज़ें, sản phẩm, hàng, món, thứ gì, mẫu,
    produs\p{L}*, articol\p{L}*, ceva, produkt(?:y|ów)?, coś`,
  String.raw`
    产品, 商品, 东西, 款, ですか, ます, もの, 相品, 상품, 제품, 것, สินค้า, ผลิตภัณฑ์, บ้าง`,
);
/** Politeness and helpers that narrow nothing. */
export const filler = anyOf(
  String.raw`
    please, thanks?, thank you, hi, hello, currently, right now, now, today, still, also, really, just, both, or,
    cost, each, per piece, in your (?:shop|store|catalogue|catalog|range), bitte, danke, hallo, gerade, aktuell,
    derzeit, jetzt, noch, günstige[rsn]?, stück, im sortiment, zum, por favor, gracias, hola, ahora,
    s['’]il (?:vous|te) pla[îi]t, merci, bonjour, actuellement, per favore, grazie, adesso, obrigad[oa], agora,
    alstublieft, alsjeblieft, nu, momenteel, παρακαλώ, τώρα, пожалуйста, сейчас, ли, lütfen, şu an(?:da)?, mı, mi,
    mu, mü, nedir, neler, var, kadar, olan, من فضلك, هو, هي, الآن, هل, कृपया, अभी, क्या, हैं, है, में, की, का, के,
    को, vui lòng, bây giờ, không, ạ, của bạn, là, có, cho, te rog, vă rog, acum, proszę, teraz, euros?, eur, €, \$,
    usd, dollars?`,
  String.raw`
    请问?, 现在, ください, ครับ, ค่ะ, คะ`,
);
/** Particles of Japanese, which stand without a space between what is asked for. */
export const particles =
  /(?<=[\p{Script=Han}\p{Script=Katakana}ー])[はがをのでにともへ]+(?=\s|$|[\p{Script=Han}\p{Script=Katakana}])|(?<=^|\s)[はがをのでにともへ]+(?=\s|$|[\p{Script=Han}\p{Script=Katakana}])|何/gu;
/** Between two that are compared. */
export const sides =
  /\s*(?:(?<![\p{L}\p{N}])(?:and|or|with|to|vs\.?|versus|than|und|oder|mit|als|y|o|con|e|ou|et|avec|ed|oppure|en|of|met|και|ή|με|и|или|с|ve|ile|veya|و|مع|أو|और|या|và|hay|với|hoặc|și|sau|cu|i|czy|lub)(?![\p{L}\p{N}])|,|和|与|还是|と|か|와|과|กับ|และ|หรือ)\s*/giu;
