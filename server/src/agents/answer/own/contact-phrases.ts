/** How each language asks for any way to reach a business, whichever it is. */
import { primary } from "../../texts/texts.ts";

const phrases: Record<string, readonly string[]> = {
  ar: ["التواصل معكم", "أتواصل معكم", "الاتصال بكم", "أتصل بكم", "معلومات الاتصال"],
  de: ["erreiche", "erreichen", "kontaktieren", "kontakt", "kontaktdaten", "kontakt aufnehmen", "in verbindung setzen"],
  el: ["επικοινωνήσω", "επικοινωνία", "στοιχεία επικοινωνίας"],
  en: ["contact", "reach", "get in touch", "in touch", "get hold", "contact details", "contact information"],
  es: ["contactar", "contactarles", "contactaros", "contacto", "ponerme en contacto", "comunicarme", "localizar"],
  fr: ["contacter", "joindre", "contact", "coordonnées", "vous contacter", "vous joindre"],
  he: ["ליצור קשר", "יוצרים קשר", "צור קשר", "פרטי התקשרות"],
  hi: ["संपर्क"],
  it: ["contattarvi", "contattare", "contattarla", "contatti", "mettermi in contatto", "raggiungervi"],
  ja: ["問い合わせ先", "お問い合わせ", "問い合わせ", "連絡先", "連絡"],
  ko: ["연락할", "연락", "연락처", "문의"],
  nl: ["contact opnemen", "contact", "bereiken", "bereik", "contactgegevens"],
  pl: ["skontaktować", "kontakt", "kontaktować", "dane kontaktowe"],
  pt: ["entrar em contato", "contato", "contatar", "contacto", "contactar", "falar com vocês"],
  ro: ["contacta", "contactez", "contact", "date de contact"],
  ru: ["связаться", "связаться с вами", "контакты", "контактные данные"],
  th: ["ติดต่อ"],
  tr: ["ulaşabilirim", "iletişime geçebilirim", "iletişim", "ulaşırım", "iletişim bilgileri"],
  uk: ["зв’язатися", "зв'язатися", "контакти", "контактні дані"],
  vi: ["liên hệ", "liên lạc"],
  zh: ["联系你们", "联系您", "联系", "联络", "聯繫", "聯絡", "联系方式"],
};

/** Words beside them that leave the question what it is, where the small words of a language do not cover them. */
const beside: Record<string, string> = {
  ar: "يمكنني معكم بكم",
  el: "μπορώ μαζί σας",
  es: "puedo con ustedes",
  he: "אפשר איתכם",
  hi: "मैं आपसे करूँ मुझे",
  ko: "어떻게 할 수 있나요 있어요",
  ro: "vă pot",
  ru: "вами",
  tr: "size sizinle",
  uk: "вами",
};

/** None where we have no words of a language. */
export function contactWordsOf(language: string): { phrases: readonly string[]; beside: string } {
  return { phrases: phrases[primary(language)] ?? [], beside: beside[primary(language)] ?? "" };
}
