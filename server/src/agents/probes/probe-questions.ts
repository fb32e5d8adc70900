import type { Probe } from "@parley/contracts";
import { primary } from "../texts/texts.ts";

/** What visitors ask almost any business, in the languages that Parley speaks. */
const common: Record<string, readonly string[]> = {
  ar: [
    "ما هي ساعات العمل؟",
    "أين تقعون؟",
    "كيف يمكنني التواصل معكم؟",
    "كم تبلغ الأسعار؟",
    "كيف أحجز موعدا؟",
    "ما هي طرق الدفع المتاحة؟",
    "هل يمكنني الإلغاء؟",
  ],
  de: [
    "Wann haben Sie geöffnet?",
    "Wo finde ich Sie?",
    "Wie erreiche ich Sie?",
    "Was kostet das?",
    "Wie kann ich buchen?",
    "Wie kann ich bezahlen?",
    "Kann ich stornieren?",
  ],
  el: [
    "Ποιες είναι οι ώρες λειτουργίας;",
    "Πού βρίσκεστε;",
    "Πώς μπορώ να επικοινωνήσω μαζί σας;",
    "Ποιες είναι οι τιμές;",
    "Πώς μπορώ να κάνω κράτηση;",
    "Πώς μπορώ να πληρώσω;",
    "Μπορώ να ακυρώσω;",
  ],
  en: [
    "When are you open?",
    "Where are you?",
    "How can I contact you?",
    "How much does it cost?",
    "How do I book?",
    "How can I pay?",
    "Can I cancel?",
  ],
  es: [
    "¿Cuál es el horario?",
    "¿Dónde están?",
    "¿Cómo puedo contactar con ustedes?",
    "¿Cuánto cuesta?",
    "¿Cómo puedo reservar o pedir?",
    "¿Cómo puedo pagar?",
    "¿Puedo cancelar o devolver algo?",
  ],
  fr: [
    "Quels sont vos horaires d’ouverture ?",
    "Où êtes-vous ?",
    "Comment vous contacter ?",
    "Combien ça coûte ?",
    "Comment réserver ou commander ?",
    "Quels moyens de paiement acceptez-vous ?",
    "Puis-je annuler ou retourner un article ?",
  ],
  he: [
    "מהן שעות הפתיחה?",
    "איפה אתם נמצאים?",
    "איך אפשר ליצור קשר?",
    "כמה זה עולה?",
    "איך מזמינים?",
    "איך אפשר לשלם?",
    "אפשר לבטל?",
  ],
  hi: [
    "आप कब खुले हैं?",
    "आप कहाँ हैं?",
    "मैं आपसे कैसे संपर्क करूँ?",
    "कीमत कितनी है?",
    "मैं बुकिंग कैसे करूँ?",
    "भुगतान कैसे कर सकते हैं?",
    "क्या मैं रद्द कर सकता हूँ?",
  ],
  it: [
    "Quali sono gli orari di apertura?",
    "Dove siete?",
    "Come posso contattarvi?",
    "Quanto costa?",
    "Come posso prenotare o ordinare?",
    "Come posso pagare?",
    "Posso disdire o restituire qualcosa?",
  ],
  ja: [
    "営業時間を教えてください。",
    "場所はどこですか？",
    "問い合わせ先を教えてください。",
    "料金はいくらですか？",
    "予約や注文の方法は？",
    "支払い方法は？",
    "キャンセルや返品はできますか？",
  ],
  ko: [
    "영업시간이 어떻게 되나요?",
    "위치가 어디인가요?",
    "어떻게 연락할 수 있나요?",
    "가격은 얼마인가요?",
    "예약이나 주문은 어떻게 하나요?",
    "결제 방법은 무엇인가요?",
    "취소나 반품이 가능한가요?",
  ],
  nl: [
    "Wat zijn de openingstijden?",
    "Waar vind ik u?",
    "Hoe kan ik contact opnemen?",
    "Wat kost het?",
    "Hoe kan ik boeken of bestellen?",
    "Hoe kan ik betalen?",
    "Kan ik annuleren of iets retourneren?",
  ],
  pl: [
    "Jakie są godziny otwarcia?",
    "Gdzie się znajdujecie?",
    "Jak mogę się skontaktować?",
    "Ile to kosztuje?",
    "Jak mogę zarezerwować lub zamówić?",
    "Jak mogę zapłacić?",
    "Czy mogę anulować lub zwrócić?",
  ],
  pt: [
    "Qual é o horário de funcionamento?",
    "Onde vocês ficam?",
    "Como posso entrar em contato?",
    "Quanto custa?",
    "Como posso reservar ou pedir?",
    "Como posso pagar?",
    "Posso cancelar ou devolver?",
  ],
  ro: [
    "Care este programul?",
    "Unde vă găsesc?",
    "Cum vă pot contacta?",
    "Cât costă?",
    "Cum pot rezerva sau comanda?",
    "Cum pot plăti?",
    "Pot anula sau returna ceva?",
  ],
  ru: [
    "Какие у вас часы работы?",
    "Где вы находитесь?",
    "Как с вами связаться?",
    "Сколько это стоит?",
    "Как забронировать или заказать?",
    "Как можно оплатить?",
    "Можно ли отменить или вернуть?",
  ],
  th: ["เปิดกี่โมง", "อยู่ที่ไหน", "ติดต่อได้อย่างไร", "ราคาเท่าไหร่", "จองหรือสั่งซื้ออย่างไร", "ชำระเงินได้อย่างไร", "ยกเลิกหรือคืนสินค้าได้ไหม"],
  tr: [
    "Çalışma saatleriniz nedir?",
    "Neredesiniz?",
    "Size nasıl ulaşabilirim?",
    "Fiyatı ne kadar?",
    "Nasıl rezervasyon yapabilir veya sipariş verebilirim?",
    "Nasıl ödeyebilirim?",
    "İptal veya iade edebilir miyim?",
  ],
  uk: [
    "Які у вас години роботи?",
    "Де ви знаходитесь?",
    "Як з вами зв’язатися?",
    "Скільки це коштує?",
    "Як забронювати або замовити?",
    "Як можна оплатити?",
    "Чи можна скасувати або повернути?",
  ],
  vi: [
    "Giờ mở cửa là khi nào?",
    "Địa chỉ ở đâu?",
    "Làm sao để liên hệ?",
    "Giá bao nhiêu?",
    "Làm sao để đặt chỗ hoặc đặt hàng?",
    "Thanh toán bằng cách nào?",
    "Tôi có thể hủy hoặc trả hàng không?",
  ],
  zh: [
    "营业时间是什么时候？",
    "你们在哪里？",
    "怎么联系你们？",
    "价格是多少？",
    "怎么预订或下单？",
    "可以用什么方式付款？",
    "可以取消或退货吗？",
  ],
};

const MOST = 11;

/** About ten questions that visitors of this business will ask: those of everybody, and those of its own site. */
export function probeQuestions({ language, own }: { language: string; own: readonly string[] }): string[] {
  const asked = common[primary(language)] ?? common["en"] ?? [];
  const seen = new Set(asked.map(fold));
  const more = own.filter((question) => !seen.has(fold(question)) && seen.add(fold(question)));
  return [...asked, ...more].slice(0, MOST);
}

/**
 * What a visitor is offered to begin with: questions that the agent has just answered, those of the site first. Few or
 * none where it answered few. Not those of another language, which are asked where we have none in the site's.
 */
export function pickStarters(
  probes: readonly Pick<Probe, "question" | "state">[],
  { language, ofSite }: { language: string; ofSite: readonly string[] },
): string[] {
  const answered = probes.flatMap(({ question, state }) => (state === "answered" ? [question] : []));
  const own = new Set(ofSite.map(fold));
  const usual = new Set((common[primary(language)] ?? []).map(fold));
  const first = answered.filter((question) => own.has(fold(question)));
  const others = answered.filter((question) => !own.has(fold(question)) && usual.has(fold(question)));
  return [...first.slice(0, Math.max(MOST_OF_SITE, MOST_STARTERS - others.length)), ...others].slice(0, MOST_STARTERS);
}

const MOST_STARTERS = 5;
const MOST_OF_SITE = 3;

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
