/**
 * The numbers of a lower-case word, or of a run of Chinese, Japanese or Thai, which is written without spaces: a word with a digit
 * as it is, and small numbers that are spelled out in languages whose answers are told neither by digits nor by capitals.
 */
export function numbersIn(word: string): readonly string[] {
  if (UNSPACED.test(word)) return word.match(IN_RUN) ?? NONE;
  return DIGIT.test(word) || SPELLED.has(word) ? [word] : NONE;
}

const NONE: readonly string[] = [];
const DIGIT = /\p{N}/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** Figures, and spelled numbers only before what they count: "九个", "สี่ครั้ง". */
const IN_RUN =
  /\p{N}+(?:[.,]\p{N}+)*|[二两三四五六七八九十百千万亿兩萬億]+(?=[个個次名位种種年月日天人家条條所座间間部只本张張层層岁歲倍里米元块塊项項类類届])|(?:สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)(?=คน|ครั้ง|ปี|วัน|ทีม|แห่ง|ประเทศ|ประเภท|เดือน|ตัว|เล่ม|ชั้น|ส่วน|$)/gu;
const SPELLED: ReadonlySet<string> = new Set(
  (
    "दो तीन चार पांच पाँच छह छः सात आठ नौ दस ग्यारह बारह बीस पचास सौ हजार हज़ार लाख करोड़ दर्जन आधा आधे दोनों तीनों " +
    "hai ba bốn năm sáu bảy tám chín mười trăm nghìn ngàn triệu tỷ nửa đôi " +
    "اثنان اثنين اثنتان اثنتين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثمان ثماني تسعة تسع عشرة عشر " +
    "مائة مئة ألف مليون مليار نصف مرتين مرتان عامين سنتين"
  ).split(" "),
);
