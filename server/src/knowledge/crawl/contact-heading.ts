const headings: Record<string, string> = {
  ar: "اتصل بنا",
  cs: "Kontakt",
  da: "Kontakt",
  de: "Kontakt",
  el: "Επικοινωνία",
  es: "Contacto",
  fi: "Yhteystiedot",
  fr: "Contact et horaires",
  he: "צור קשר",
  hi: "संपर्क",
  hu: "Kapcsolat",
  it: "Contatti",
  ja: "お問い合わせ",
  ko: "연락처",
  nb: "Kontakt",
  pl: "Kontakt",
  pt: "Contato",
  ro: "Contact",
  ru: "Контакты",
  sv: "Kontakt",
  th: "ติดต่อเรา",
  tr: "İletişim",
  uk: "Контакти",
  vi: "Liên hệ",
  zh: "联系我们",
};

/** The heading over what a site's footer says of how to reach it. */
export function contactHeading(language: string): string {
  return headings[language] ?? "Contact";
}
