/** How each language asks which of several things is meant. */
import { primary } from "../../texts/texts.ts";

const words: Record<string, string> = {
  ar: "ماذا تقصد: {things}؟",
  de: "Was ist gemeint: {things}?",
  el: "Τι εννοείτε: {things};",
  en: "Which do you mean: {things}?",
  es: "¿A qué se refiere: {things}?",
  fr: "De quoi s’agit-il : {things} ?",
  he: "למה הכוונה: {things}?",
  hi: "आपका मतलब क्या है: {things}?",
  it: "Che cosa intende: {things}?",
  ja: "{things}のどちらのことでしょうか？",
  ko: "어느 것을 말씀하시나요: {things}?",
  nl: "Wat bedoelt u: {things}?",
  pl: "O co chodzi: {things}?",
  pt: "A que se refere: {things}?",
  ro: "La ce vă referiți: {things}?",
  ru: "Что имеется в виду: {things}?",
  th: "หมายถึงอะไร: {things}?",
  tr: "Hangisini kastediyorsunuz: {things}?",
  uk: "Що мається на увазі: {things}?",
  vi: "Ý bạn là: {things}?",
  zh: "您指的是：{things}？",
};

/** "Which do you mean: Library or Café?" */
export function askWhich(things: readonly string[], language: string): string {
  const code = primary(language);
  const listed = new Intl.ListFormat(code, { type: "disjunction" }).format(things);
  return (words[code] ?? words["en"] ?? "{things}?").replace("{things}", () => listed);
}

/** What a page or a heading is called that stands for the whole business, and for no part of it. */
export const WHOLE =
  /^(?:home(?:page)?|start(?:seite|page)?|welcome|contact(?: us)?|about(?: us)?|visit(?: us)?|imprint|faqs?|help|info(?:rmation)?|overview|index|kontakt|impressum|über uns|willkommen|accueil|contactez.*|à propos|inicio|contacto|acerca.*|contatti?|chi siamo|início|contato|sobre.*|contacteer.*|o nas|strona główna|контакты|главная|о нас|контакти|головна|iletişim|ana sayfa|hakkımızda|acasă|despre.*|επικοινωνία|αρχική|liên hệ|trang chủ|giới thiệu|联系.*|首页|关于.*|お問い合わせ|ホーム|문의|홈|ติดต่อ.*|หน้าแรก|संपर्क|मुखपृष्ठ|اتصل.*|الرئيسية|צור קשר|דף הבית)$/iu;
