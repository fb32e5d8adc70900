/** How each language names the facts of a business and asks for its hours. */
import type { FactKind } from "@parley/contracts";
import { primary } from "../../texts/texts.ts";

export interface FactWords {
  labels: Record<FactKind, string>;
  /** Phrases that ask for opening hours. */
  hours: readonly string[];
  /** Words beside them that leave the question what it is, separated by spaces. */
  beside: string;
}

const words: Record<string, FactWords> = {
  ar: {
    labels: { hours: "ساعات العمل", address: "العنوان", phone: "الهاتف", email: "البريد الإلكتروني" },
    hours: ["ساعات العمل", "مفتوح", "تفتح", "تفتحون", "تغلق", "تغلقون", "أوقات الدوام"],
    beside: "هل أنتم أنت لديكم اليوم غدا غدًا الآن حاليا المتجر المحل ساعة وقت رقم",
  },
  de: {
    labels: { hours: "Öffnungszeiten", address: "Adresse", phone: "Telefon", email: "E-Mail" },
    hours: [
      "öffnungszeiten",
      "geöffnet",
      "offen",
      "öffnen",
      "öffnet",
      "schließen",
      "schließt",
      "geschlossen",
      "sprechzeiten",
      "geschäftszeiten",
    ],
    beside:
      "heute morgen jetzt wochenende uhr tag tage woche zeiten laden geschäft praxis büro filiale restaurant aktuell lange normalerweise nummer kontakt erreichen erreichbar habt seid macht machen aufhaben auf",
  },
  el: {
    labels: { hours: "Ώρες λειτουργίας", address: "Διεύθυνση", phone: "Τηλέφωνο", email: "Email" },
    hours: ["ώρες λειτουργίας", "ωράριο", "ανοιχτά", "ανοιχτοί", "ανοίγετε", "κλείνετε", "κλειστά"],
    beside: "είστε είναι είσαι σήμερα αύριο τώρα αυτή τη στιγμή κατάστημα ώρα ώρες ημέρες αριθμός",
  },
  en: {
    labels: { hours: "Opening hours", address: "Address", phone: "Phone", email: "Email" },
    hours: [
      "open",
      "opening hours",
      "opening times",
      "close",
      "closing",
      "closed",
      "business hours",
      "working hours",
      "office hours",
      "store hours",
    ],
    beside:
      "today tomorrow now right moment still yet already currently tonight weekend weekends weekday weekdays time times hours hour day days week late early until shop store office restaurant business usually normally number contact reach get",
  },
  es: {
    labels: { hours: "Horario", address: "Dirección", phone: "Teléfono", email: "Correo electrónico" },
    hours: [
      "horario",
      "horarios",
      "abierto",
      "abiertos",
      "abren",
      "abrís",
      "abre",
      "cierran",
      "cierra",
      "cerráis",
      "cerrado",
      "horas de apertura",
    ],
    beside:
      "hoy mañana ahora fin semana hora horas día días tienda local oficina restaurante atención número contacto tienen tenéis estáis",
  },
  fr: {
    labels: { hours: "Horaires d’ouverture", address: "Adresse", phone: "Téléphone", email: "E-mail" },
    hours: ["horaires", "ouvert", "ouverts", "ouverture", "ouvrez", "ouvre", "fermez", "ferme", "fermé", "fermeture"],
    beside:
      "êtes vous êtes-vous est-ce que tu es encore moment aujourd hui demain maintenant week end weekend heure heures jour jours magasin boutique bureau restaurant numéro contact joindre êtes avez faites quand",
  },
  he: {
    labels: { hours: "שעות פתיחה", address: "כתובת", phone: "טלפון", email: "אימייל" },
    hours: ["שעות פתיחה", "שעות הפתיחה", "פתוח", "פתוחים", "פותחים", "סוגרים", "סגור"],
    beside: "אתם האם כרגע היום מחר עכשיו שעה שעות חנות מספר",
  },
  hi: {
    labels: { hours: "खुलने का समय", address: "पता", phone: "फ़ोन", email: "ईमेल" },
    hours: ["खुलने का समय", "खुला", "खुले", "खुलता", "खुलते", "बंद"],
    beside: "क्या हैं है हो इस वक़्त आज कल अभी समय दुकान नंबर आप कब",
  },
  it: {
    labels: { hours: "Orari di apertura", address: "Indirizzo", phone: "Telefono", email: "E-mail" },
    hours: ["orari", "orario", "aperto", "aperti", "aprite", "apre", "apertura", "chiudete", "chiude", "chiuso"],
    beside:
      "oggi domani adesso ora ore fine settimana giorno giorni negozio ufficio ristorante numero contatto siete avete",
  },
  ja: {
    labels: { hours: "営業時間", address: "住所", phone: "電話番号", email: "メールアドレス" },
    hours: ["営業時間", "開いて", "開店", "何時に開", "何時まで", "閉店", "営業して", "開館時間", "診療時間"],
    beside:
      "今日 明日 今 時間 お店 を 教えて ください 下さい は が です か ます の に 何時 何 いつ から まで あります ありますか して います いる 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 曜日 御社 そちら どこ 番号 知りたい",
  },
  ko: {
    labels: { hours: "영업시간", address: "주소", phone: "전화번호", email: "이메일" },
    hours: ["영업시간", "영업 시간", "여나요", "열어요", "닫나요", "닫아요", "몇 시까지", "운영시간"],
    beside:
      "오늘 내일 지금 시간 가게 매장 이 가 은 는 을 를 어떻게 되나요 되세요 무엇 인가요 인지 알려주세요 알려 주세요 언제 몇 시 월요일 화요일 수요일 목요일 금요일 토요일 일요일 에 번호 귀사 어디 어떻게 되나요 되세요 됩니까 알려 주세요 주실래요 좀 매장 가게 카페 식당 회사 사무실 위치 이에요 예요 인가요 입니까",
  },
  nl: {
    labels: { hours: "Openingstijden", address: "Adres", phone: "Telefoon", email: "E-mail" },
    hours: ["openingstijden", "openingsuren", "open", "geopend", "opent", "dicht", "gesloten", "sluiten", "sluit"],
    beside:
      "zijn jullie bent u is nog momenteel vandaag morgen nu weekend tijd uur dag dagen winkel zaak kantoor restaurant laat nummer contact bereiken",
  },
  pl: {
    labels: { hours: "Godziny otwarcia", address: "Adres", phone: "Telefon", email: "E-mail" },
    hours: ["godziny otwarcia", "otwarte", "otwarci", "otwieracie", "otwarty", "czynne", "zamykacie", "zamknięte"],
    beside:
      "czy jesteście jest są macie państwo dziś dzisiaj jutro teraz weekend godzina godziny sklep biuro restauracja numer kontakt",
  },
  pt: {
    labels: { hours: "Horário de funcionamento", address: "Endereço", phone: "Telefone", email: "E-mail" },
    hours: ["horário", "horários", "aberto", "abertos", "abrem", "abre", "fecham", "fecha", "fechado", "funcionamento"],
    beside: "hoje amanhã agora fim semana hora horas dia dias loja escritório restaurante atendimento número contato",
  },
  ro: {
    labels: { hours: "Program", address: "Adresă", phone: "Telefon", email: "E-mail" },
    hours: ["program", "programul", "deschis", "deschiși", "deschideți", "închis", "închideți", "orar"],
    beside:
      "sunteți sunt este aveți azi astăzi mâine acum weekend oră ore zi zile magazin număr contact lucru funcționare",
  },
  ru: {
    labels: { hours: "Часы работы", address: "Адрес", phone: "Телефон", email: "Эл. почта" },
    hours: [
      "часы работы",
      "режим работы",
      "время работы",
      "открыты",
      "открыто",
      "открываетесь",
      "работаете",
      "закрываетесь",
      "закрыто",
      "график работы",
    ],
    beside: "вы ли вас сегодня завтра сейчас час часы день дни выходные магазин офис номер контакт скольки",
  },
  th: {
    labels: { hours: "เวลาทำการ", address: "ที่อยู่", phone: "โทรศัพท์", email: "อีเมล" },
    hours: ["เวลาทำการ", "เปิดกี่โมง", "ปิดกี่โมง", "เปิดเมื่อไหร่", "เปิดวันไหน", "เวลาเปิด", "เปิดไหม", "เปิดอยู่", "เปิดหรือ"],
    beside:
      "วันนี้ พรุ่งนี้ ตอนนี้ ขณะนี้ ร้าน เปิด ปิด อยู่ หรือ เปล่า ยัง ไหม คะ ครับ ค่ะ อะไร ไหม กี่ โมง เมื่อไหร่ คุณ ของ คือ อยู่ ไหน ที่ คือ บริษัท ร้านค้า คาเฟ่ สำนักงาน ช่วย บอก หน่อย นะ",
  },
  tr: {
    labels: { hours: "Çalışma saatleri", address: "Adres", phone: "Telefon", email: "E-posta" },
    hours: [
      "çalışma saatleri",
      "çalışma saatleriniz",
      "açılış saatleri",
      "açık",
      "açıksınız",
      "açılıyor",
      "açıyorsunuz",
      "kapanıyor",
      "kapatıyorsunuz",
      "kapalı",
      "kaçta",
    ],
    beside:
      "mısınız misiniz mı mi var şu anda an siz bugün yarın şimdi hafta sonu saat saatleri gün mağaza dükkan ofis numara iletişim nedir nelerdir ne zaman kadar",
  },
  uk: {
    labels: { hours: "Години роботи", address: "Адреса", phone: "Телефон", email: "Ел. пошта" },
    hours: [
      "години роботи",
      "графік роботи",
      "час роботи",
      "відкриті",
      "відкрито",
      "відчинені",
      "відкриваєтесь",
      "працюєте",
      "зачинено",
      "закриваєтесь",
    ],
    beside: "ви чи вас сьогодні завтра зараз година день вихідні магазин офіс номер контакт котрої",
  },
  vi: {
    labels: { hours: "Giờ mở cửa", address: "Địa chỉ", phone: "Điện thoại", email: "Email" },
    hours: ["giờ mở cửa", "mở cửa", "đóng cửa", "giờ làm việc"],
    beside:
      "hôm nay ngày mai bây giờ hiện tại có không còn chưa cửa hàng giờ mấy lúc quán tiệm nhà hàng công ty văn phòng là gì của các bạn mình ở đâu cho hỏi",
  },
  zh: {
    labels: { hours: "营业时间", address: "地址", phone: "电话", email: "电子邮件" },
    hours: ["营业时间", "營業時間", "几点开门", "几点关门", "开门", "关门", "營業", "营业", "开放时间"],
    beside:
      "今天 明天 现在 时间 几点 商店 你们 您 你 我 的 是 什么 时候 何时 什麼 時候 請問 请问 吗 嗎 呢 在 有 多少 想 知道 告诉 到 从 贵店 店 周 星期 一 二 三 四 五 六 日 天 早上 晚上 号码 公司 联系 怎么 哪里 请",
  },
};

const english = words["en"];

/** English where we have no words of a language. */
export function factWordsOf(language: string): FactWords {
  const found = words[primary(language)] ?? english;
  if (found === undefined) throw new Error("The words for facts are missing.");
  return found;
}
