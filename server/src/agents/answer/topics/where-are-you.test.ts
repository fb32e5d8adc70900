import { describe, expect, it } from "vitest";
import { createTestClock } from "../../../testing/create-test-clock.ts";
import { createAnswer } from "../create-answer.ts";
import { agent, hear, searchIn, type TestPage, turnOf } from "../site.testing.ts";

const log = { warn: () => undefined, error: () => undefined };

const sites: Record<string, { page: TestPage; held: string; asks: string[] }> = {
  ko: {
    page: {
      title: "오시는 길",
      language: "ko",
      passages: ["카페는 서울시 종로구 인사동길 12에 있습니다. 지하철 3호선 안국역에서 걸어서 5분입니다."],
    },
    held: "인사동길 12",
    asks: ["어디에 있나요?", "어디예요?", "주소가 어떻게 되나요?", "매장이 어디에 있어요?"],
  },
  th: {
    page: {
      title: "ติดต่อเรา",
      language: "th",
      passages: ["ร้านของเราอยู่ที่ 12 ถนนสุขุมวิท กรุงเทพฯ 10110 ใกล้สถานีอโศก"],
    },
    held: "12 ถนนสุขุมวิท",
    asks: ["ร้านอยู่ที่ไหน", "คุณอยู่ที่ไหน", "อยู่ที่ไหนคะ", "ที่อยู่คืออะไร"],
  },
  vi: {
    page: {
      title: "Liên hệ",
      language: "vi",
      passages: ["Quán của chúng tôi ở số 12 đường Lê Lợi, Quận 1, Thành phố Hồ Chí Minh."],
    },
    held: "12 đường Lê Lợi",
    asks: ["Bạn ở đâu?", "Các bạn ở đâu?", "Quán ở đâu?", "Địa chỉ của quán là gì?"],
  },
};

describe.each(Object.entries(sites))("where a business is, in %s", (language, { page, held, asks }) => {
  it.each(asks)("%s", async (question) => {
    const price: TestPage = { title: "Menu", language, passages: ["4.500 / 6.000"] };
    const answer = createAnswer({ search: searchIn([page, price]), models: [], clock: createTestClock(), log });
    const heard = await hear(answer, turnOf(question, { agent: { ...agent, language } }));
    expect(heard.text).toContain(held);
  });
});

describe("when a business is open", () => {
  const room: TestPage = {
    title: "Room 404",
    passages: [{ headings: ["About Room 404"], text: "Hours: Open 24 hours" }],
  };
  const shop: TestPage = { title: "Visit", passages: ["We are open every day from 9:00 to 18:00."] };
  const ask = async (pages: readonly TestPage[]) => {
    const answer = createAnswer({ search: searchIn(pages), models: [], clock: createTestClock(), log });
    return hear(answer, turnOf("When are you open?"));
  };

  it("is not when one room of it is", async () => {
    expect((await ask([room])).reason).toBe("unknown");
  });

  it("is what it says of itself", async () => {
    expect((await ask([room, shop])).text).toContain("9:00 to 18:00");
  });
});
