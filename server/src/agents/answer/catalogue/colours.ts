/** One colour a line, in the languages that visitors write: what is asked for as "rot" stands in the catalogue as "red". */
const LINES = `
black schwarz negro negra noir noire nero nera preto preta zwart μαύρο μαύρα черный чёрный черные чёрные черная siyah أسود سوداء काला काली काले 黑色 黑 黒 黒い สีดำ ดำ đen negru neagră
white weiß weiss weiße weißes blanco blanca blanc blanche bianco bianca branco branca wit witte λευκό άσπρο белый белые белая beyaz أبيض بيضاء सफेद सफ़ेद 白色 白 白い สีขาว ขาว trắng alb albă
red rot rote roten rotes rojo roja rouge rosso rossa vermelho vermelha rood rode κόκκινο κόκκινα красный красные красная красное kırmızı أحمر حمراء लाल 红色 红 赤 赤い สีแดง แดง đỏ roșu roșie roșii
blue blau blaue blaues azul bleu bleue blu blauw blauwe μπλε синий синие синяя голубой mavi أزرق زرقاء नीला नीली 蓝色 蓝 青 青い สีน้ำเงิน น้ำเงิน albastru albastră
green grün grüne grünes verde vert verte groen groene πράσινο зеленый зелёный зеленые yeşil أخضر خضراء हरा हरी 绿色 绿 緑 สีเขียว เขียว xanh lá
yellow gelb gelbe amarillo amarilla jaune giallo gialla amarelo amarela geel gele κίτρινο желтый жёлтый sarı أصفر صفراء पीला पीली 黄色 黄 สีเหลือง เหลือง vàng galben galbenă
brown braun braune marrón marron marrone castanho bruin bruine καφέ коричневый коричневые kahverengi بني भूरा 棕色 茶色 สีน้ำตาล nâu maro
grey gray grau graue gris grigio grigia cinza cinzento grijs grijze γκρι серый серые gri رمادي स्लेटी 灰色 グレー สีเทา เทา xám
orange orangen naranja arancione laranja oranje πορτοκαλί оранжевый turuncu برتقالي नारंगी 橙色 オレンジ สีส้ม cam portocaliu
pink rosa rose roze ροζ розовый розовые pembe وردي गुलाबी 粉色 粉红色 ピンク สีชมพู hồng roz
purple lila violett morado violet viola roxo paars μωβ фиолетовый mor بنفسجي बैंगनी 紫色 紫 สีม่วง tím mov violet`;

const groups = LINES.trim()
  .split("\n")
  .map((line) => line.split(" "));
const known = new Map(groups.flatMap((group) => group.map((word) => [word, group] as const)));

/** The same colour in other languages; none for what is no colour. */
export const sameColour = (word: string): readonly string[] => known.get(word.toLowerCase()) ?? [];
