import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "./split-sentences.ts";
import { splitThai } from "./split-thai.ts";

const opening =
  "หอสมุดกลางเปิดให้บริการแก่นักศึกษาและบุคคลทั่วไปทุกวันจันทร์ถึงวันเสาร์ ตั้งแต่เวลา 8 นาฬิกา ถึง 20 นาฬิกา ยกเว้นวันหยุดนักขัตฤกษ์และวันหยุดของมหาวิทยาลัย";
const besides =
  "นอกจากนี้ยังมีห้องอ่านหนังสือที่เปิดตลอดคืนในช่วงสอบ ซึ่งต้องแสดงบัตรนักศึกษาที่ประตูทุกครั้งก่อนเข้าใช้บริการ และห้ามนำอาหารหรือเครื่องดื่มเข้ามา";

describe("splitThai", () => {
  it("cuts where something new begins", () => {
    expect(splitThai(`${opening} ${besides}`)).toEqual([opening, besides]);
  });

  it("leaves a figure with what it counts, and the parts of a name together", () => {
    const pieces = splitThai(`${opening} ${besides} ผู้ก่อตั้งคือ สมชาย ใจดี ซึ่งมอบเงิน 5 ล้านบาท เมื่อปี 1998 ${opening}`);
    const cuts = pieces.map((piece) => piece.split(" ").at(-1));
    expect(pieces.some((piece) => piece.includes("5 ล้านบาท"))).toBe(true);
    expect(pieces.some((piece) => piece.includes("สมชาย ใจดี"))).toBe(true);
    expect(cuts).not.toContain("ผู้ก่อตั้งคือ");
  });

  it("leaves a short text whole", () => {
    expect(splitSentences("เปิดทุกวัน ยกเว้นวันอาทิตย์", "th")).toEqual(["เปิดทุกวัน ยกเว้นวันอาทิตย์"]);
  });

  it("loses nothing of any text, and ends on long ones", () => {
    const word = fc.constantFrom("และ", "ในปี", "นอกจากนี้", "หนังสือ", "ห้องสมุดแห่งชาติของประเทศไทย", "1998", "(", "NASA");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 400 }), (words) => {
        expect(splitThai(words.join(" ")).join(" ")).toBe(words.join(" "));
      }),
    );
  });
});
