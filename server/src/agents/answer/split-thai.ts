/**
 * Cuts Thai, which ends its sentences with no mark, into pieces of about a sentence, at some of its spaces. Spaces stand in Thai
 * between sentences, but also around figures, names and foreign words: of all ways to cut, the one is taken whose pieces are
 * nearest to a sentence's length and whose cuts are likeliest to be ends.
 */
export function splitThai(text: string): string[] {
  const words = text.split(" ");
  if (text.length <= USUAL || words.length === 1) return [text];
  const starts: number[] = [];
  let length = 0;
  for (const word of words) {
    starts.push(length);
    length += word.length + 1;
  }
  starts.push(length);
  // The least cost of all pieces before each word, and where the last of them begins.
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= words.length; end += 1) {
    const cut = end === words.length ? 0 : costOfCut(words[end - 1] ?? "", words[end] ?? "");
    let least = { cost: Infinity, from: end - 1 };
    for (let from = end - 1; from >= 0; from -= 1) {
      const size = (starts[end] ?? 0) - (starts[from] ?? 0) - 1;
      if (size > LONGEST && from < end - 1) break;
      const cost = (best[from]?.cost ?? 0) + costOfLength(size) + cut;
      if (cost < least.cost) least = { cost, from };
    }
    best.push(least);
  }
  const pieces: string[] = [];
  for (let end = words.length; end > 0; end = best[end]?.from ?? 0)
    pieces.unshift(words.slice(best[end]?.from ?? 0, end).join(" "));
  return pieces;
}

/** How unlikely a sentence ends between two words. */
function costOfCut(before: string, after: string): number {
  let cost = 0;
  if (BEGINS.test(after)) cost -= LIKELY;
  else if (GOES_ON.test(after)) cost += UNLIKELY;
  if (LEADS_ON.test(before)) cost += UNLIKELY;
  if (before.length < NAME || (after.length < NAME && !BEGINS.test(after))) cost += NAMED;
  if (FIGURE.test(before) || OPEN.test(before)) cost += UNLIKELY;
  return cost;
}

function costOfLength(length: number): number {
  return ((length - USUAL) / USUAL) ** 2;
}

/** Characters of a sentence. */
const USUAL = 150;
const LONGEST = 400;
const LIKELY = 0.9;
const UNLIKELY = 0.7;
/** What stands between two spaces so near is rather a name than a clause. */
const NAME = 10;
const NAMED = 0.4;
/** What a sentence begins with: "however", "besides", "afterwards", "although", "in the year". */
const BEGINS =
  /^(?:อย่างไรก็(?:ตาม|ดี)|นอกจาก|หลังจาก|ต่อมา|ดังนั้น|เพราะฉะนั้น|ด้วยเหตุ|ทั้งนี้|อนึ่ง|แม้|ถึงแม้|ถึงกระนั้น|ใน(?:ปี|เดือน|ขณะเดียวกัน|ปัจจุบัน|ที่สุด|อดีต)|ปัจจุบัน|เนื่องจาก|ตัวอย่าง|จากนั้น|บางครั้ง|โดยทั่วไป|โดยปกติ|เขา|เธอ|พวกเขา)/u;
/** What goes on from the words before: "which", "and", "is", "has", "will", also a figure or a bracket. */
const GOES_ON =
  /^(?:ซึ่ง|และ|หรือ|โดย|ที่|แต่|เพื่อ|ทำให้|จึง|จน|รวม|เช่น|ของ|ว่า|กับ|จาก|ถึง|คือ|เป็น|ได้|ๆ|ฯ|ก็|จะ|ไม่|มี|ถูก|ใน|ต่อ|ให้|ด้วย|แล้ว|กว่า|ยัง|เคย|ต่าง|อยู่|มา|ไป|คน|ครั้ง|ปี|ล้าน|แสน|หมื่น|พัน|ร้อย|บาท|ดอลลาร์|เปอร์เซ็นต์|นาฬิกา|น\.|\p{N}|\p{P}|\p{Script=Latin}|\p{Sc})/u;
/** What does not end one: "is", "and", "of", "in", "called", "such as". */
const LEADS_ON =
  /(?:คือ|และ|หรือ|ของ|ใน|โดย|กับ|ว่า|ชื่อ|ได้แก่|เช่น|ปี|ที่|ถึง|จาก|เป็น|ซึ่ง|แต่|ถึงแม้|แม้|เพื่อ|ด้วย|ต่อ|ตั้งแต่|ระหว่าง|ประมาณ|ราว|กว่า|เกือบ|มี|ได้|การ|ความ|ไม่|ก็|จะ|ทั้ง|แห่ง|ณ|เมื่อ|โดยมี|รวมถึง|ตาม|เดือน|วันที่)$/u;
const FIGURE = /[\p{N}½¼¾]$/u;
const OPEN = /[,(:;“‘"–-]$/u;
