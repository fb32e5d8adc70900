/** One conversation in twelve languages, in which every question but the first goes on from those before it. */
import type { TestPage } from "./site.testing.ts";

export interface Talked {
  language: string;
  pages: readonly TestPage[];
  turns: readonly (readonly [question: string, held: string])[];
}

type Page = readonly [title: string, text: string];

const talks: Record<string, { pages: readonly Page[]; asks: readonly string[] }> = {
  en: {
    pages: [
      [
        "Rose Museum",
        "The Rose Museum opens at 9:00 on weekdays. On Sundays it opens at 11:00. On Mondays it is closed.",
      ],
      ["Rose Museum tickets", "A ticket for the Rose Museum costs 14 euros. For children a ticket costs 6 euros."],
      [
        "About the Rose Museum",
        "The Rose Museum was founded by Peter Klein in 1951. It shows four hundred kinds of roses.",
      ],
      ["Tulip Garden", "A ticket for the Tulip Garden costs 5 euros. The garden was founded by Anna Weber in 1923."],
    ],
    asks: [
      "When does the Rose Museum open on weekdays?",
      "And on Sundays?",
      "How much does it cost?",
      "And for children?",
      "What about the Tulip Garden?",
      "Who founded it?",
    ],
  },
  de: {
    pages: [
      [
        "Rosenmuseum",
        "Das Rosenmuseum öffnet werktags um 9:00 Uhr. Sonntags öffnet es um 11:00 Uhr. Montags ist es geschlossen.",
      ],
      [
        "Eintritt ins Rosenmuseum",
        "Eine Karte für das Rosenmuseum kostet 14 Euro. Für Kinder kostet eine Karte 6 Euro.",
      ],
      [
        "Über das Rosenmuseum",
        "Das Rosenmuseum wurde 1951 von Peter Klein gegründet. Es zeigt vierhundert Arten von Rosen.",
      ],
      [
        "Tulpengarten",
        "Eine Karte für den Tulpengarten kostet 5 Euro. Der Garten wurde 1923 von Anna Weber gegründet.",
      ],
    ],
    asks: [
      "Wann öffnet das Rosenmuseum werktags?",
      "Und sonntags?",
      "Was kostet das?",
      "Und für Kinder?",
      "Und der Tulpengarten?",
      "Wer hat ihn gegründet?",
    ],
  },
  es: {
    pages: [
      [
        "Museo de la Rosa",
        "El Museo de la Rosa abre a las 9:00 entre semana. Los domingos abre a las 11:00. Los lunes está cerrado.",
      ],
      [
        "Entradas del Museo de la Rosa",
        "Una entrada para el Museo de la Rosa cuesta 14 euros. Para los niños la entrada cuesta 6 euros.",
      ],
      [
        "Sobre el Museo de la Rosa",
        "El Museo de la Rosa fue fundado por Peter Klein en 1951. Muestra cuatrocientas clases de rosas.",
      ],
      [
        "Jardín de los Tulipanes",
        "Una entrada para el Jardín de los Tulipanes cuesta 5 euros. El jardín fue fundado por Anna Weber en 1923.",
      ],
    ],
    asks: [
      "¿Cuándo abre el Museo de la Rosa entre semana?",
      "¿Y los domingos?",
      "¿Cuánto cuesta?",
      "¿Y para niños?",
      "¿Y el Jardín de los Tulipanes?",
      "¿Quién lo fundó?",
    ],
  },
  ro: {
    pages: [
      [
        "Muzeul Trandafirilor",
        "Muzeul Trandafirilor se deschide la 9:00 în timpul săptămânii. Duminica se deschide la 11:00. Lunea este închis.",
      ],
      [
        "Bilete la Muzeul Trandafirilor",
        "Un bilet la Muzeul Trandafirilor costă 14 euro. Pentru copii un bilet costă 6 euro.",
      ],
      [
        "Despre Muzeul Trandafirilor",
        "Muzeul Trandafirilor a fost fondat de Peter Klein în 1951. Are patru sute de soiuri de trandafiri.",
      ],
      [
        "Grădina Lalelelor",
        "Un bilet la Grădina Lalelelor costă 5 euro. Grădina a fost fondată de Anna Weber în 1923.",
      ],
    ],
    asks: [
      "Când se deschide Muzeul Trandafirilor în timpul săptămânii?",
      "Și duminica?",
      "Cât costă?",
      "Și pentru copii?",
      "Dar Grădina Lalelelor?",
      "Cine a fondat-o?",
    ],
  },
  ru: {
    pages: [
      [
        "Музей роз",
        "Музей роз открывается в будни в 9:00. По воскресеньям он открывается в 11:00. По понедельникам он закрыт.",
      ],
      ["Билеты в Музей роз", "Билет в Музей роз стоит 14 евро. Для детей билет стоит 6 евро."],
      ["О Музее роз", "Музей роз основал Петер Кляйн в 1951 году. В нём четыреста сортов роз."],
      ["Сад тюльпанов", "Билет в Сад тюльпанов стоит 5 евро. Сад основала Анна Вебер в 1923 году."],
    ],
    asks: [
      "Когда открывается Музей роз в будни?",
      "А по воскресеньям?",
      "Сколько это стоит?",
      "А для детей?",
      "А Сад тюльпанов?",
      "Кто его основал?",
    ],
  },
  tr: {
    pages: [
      [
        "Gül Müzesi",
        "Gül Müzesi hafta içi saat 9:00'da açılır. Pazar günleri saat 11:00'de açılır. Pazartesi günleri kapalıdır.",
      ],
      ["Gül Müzesi biletleri", "Gül Müzesi bileti 14 avro tutar. Çocuklar için bilet 6 avro tutar."],
      ["Gül Müzesi hakkında", "Gül Müzesi 1951 yılında Peter Klein tarafından kuruldu. Dört yüz çeşit gül gösterir."],
      ["Lale Bahçesi", "Lale Bahçesi bileti 5 avro tutar. Bahçe 1923 yılında Anna Weber tarafından kuruldu."],
    ],
    asks: [
      "Gül Müzesi hafta içi ne zaman açılır?",
      "Peki pazar günleri?",
      "Bilet ne kadar?",
      "Ya çocuklar için?",
      "Peki Lale Bahçesi?",
      "Onu kim kurdu?",
    ],
  },
  el: {
    pages: [
      [
        "Μουσείο Ρόδων",
        "Το Μουσείο Ρόδων ανοίγει τις καθημερινές στις 9:00. Τις Κυριακές ανοίγει στις 11:00. Τις Δευτέρες είναι κλειστό.",
      ],
      [
        "Εισιτήρια για το Μουσείο Ρόδων",
        "Ένα εισιτήριο για το Μουσείο Ρόδων κοστίζει 14 ευρώ. Για παιδιά το εισιτήριο κοστίζει 6 ευρώ.",
      ],
      ["Για το Μουσείο Ρόδων", "Το Μουσείο Ρόδων ιδρύθηκε από τον Πέτερ Κλάιν το 1951. Δείχνει τετρακόσια είδη ρόδων."],
      [
        "Κήπος της Τουλίπας",
        "Ένα εισιτήριο για τον Κήπο της Τουλίπας κοστίζει 5 ευρώ. Ο κήπος ιδρύθηκε από την Άννα Βέμπερ το 1923.",
      ],
    ],
    asks: [
      "Πότε ανοίγει το Μουσείο Ρόδων τις καθημερινές;",
      "Και τις Κυριακές;",
      "Πόσο κοστίζει;",
      "Και για παιδιά;",
      "Και ο Κήπος της Τουλίπας;",
      "Ποιος τον ίδρυσε;",
    ],
  },
  ar: {
    pages: [
      ["متحف الورد", "يفتح متحف الورد في أيام الأسبوع الساعة 9:00. يوم الأحد يفتح الساعة 11:00. يوم الاثنين يكون مغلقا."],
      ["تذاكر متحف الورد", "سعر التذكرة في متحف الورد 14 يورو. سعر التذكرة للأطفال 6 يورو."],
      ["عن متحف الورد", "أسس بيتر كلاين متحف الورد عام 1951. يعرض المتحف أربعمئة نوع من الورد."],
      ["حديقة التوليب", "سعر التذكرة في حديقة التوليب 5 يورو. أسست آنا ويبر حديقة التوليب عام 1923."],
    ],
    asks: [
      "متى يفتح متحف الورد في أيام الأسبوع؟",
      "ويوم الأحد؟",
      "كم سعر التذكرة؟",
      "وللأطفال؟",
      "وماذا عن حديقة التوليب؟",
      "من أسسها؟",
    ],
  },
  hi: {
    pages: [
      [
        "गुलाब संग्रहालय",
        "गुलाब संग्रहालय सप्ताह के दिनों में 9:00 बजे खुलता है। रविवार को यह 11:00 बजे खुलता है। सोमवार को यह बंद रहता है।",
      ],
      ["गुलाब संग्रहालय के टिकट", "गुलाब संग्रहालय का टिकट 14 यूरो का है। बच्चों के लिए टिकट 6 यूरो का है।"],
      ["गुलाब संग्रहालय के बारे में", "गुलाब संग्रहालय की स्थापना पीटर क्लाइन ने 1951 में की थी। यहाँ चार सौ तरह के गुलाब हैं।"],
      ["ट्यूलिप बाग", "ट्यूलिप बाग का टिकट 5 यूरो का है। बाग की स्थापना अन्ना वेबर ने 1923 में की थी।"],
    ],
    asks: [
      "गुलाब संग्रहालय सप्ताह के दिनों में कब खुलता है?",
      "और रविवार को?",
      "टिकट कितने का है?",
      "और बच्चों के लिए?",
      "और ट्यूलिप बाग?",
      "इसकी स्थापना किसने की?",
    ],
  },
  th: {
    pages: [
      ["พิพิธภัณฑ์กุหลาบ", "พิพิธภัณฑ์กุหลาบเปิดเวลา 9:00 น. ในวันธรรมดา วันอาทิตย์เปิดเวลา 11:00 น. วันจันทร์ปิด"],
      ["บัตรเข้าชมพิพิธภัณฑ์กุหลาบ", "บัตรเข้าชมพิพิธภัณฑ์กุหลาบราคา 14 ยูโร สำหรับเด็กราคา 6 ยูโร"],
      ["เกี่ยวกับพิพิธภัณฑ์กุหลาบ", "พิพิธภัณฑ์กุหลาบก่อตั้งโดยปีเตอร์ ไคลน์ ในปี 1951"],
      ["สวนทิวลิป", "บัตรเข้าชมสวนทิวลิปราคา 5 ยูโร สวนทิวลิปก่อตั้งโดยแอนนา เวเบอร์ ในปี 1923"],
    ],
    asks: [
      "พิพิธภัณฑ์กุหลาบเปิดกี่โมงในวันธรรมดา",
      "แล้ววันอาทิตย์ล่ะ",
      "บัตรราคาเท่าไหร่",
      "แล้วสำหรับเด็กล่ะ",
      "แล้วสวนทิวลิปล่ะ",
      "ใครเป็นผู้ก่อตั้ง",
    ],
  },
  vi: {
    pages: [
      [
        "Bảo tàng Hoa Hồng",
        "Bảo tàng Hoa Hồng mở cửa lúc 9:00 vào các ngày trong tuần. Chủ nhật bảo tàng mở cửa lúc 11:00. Thứ hai bảo tàng đóng cửa.",
      ],
      ["Vé vào Bảo tàng Hoa Hồng", "Vé vào Bảo tàng Hoa Hồng giá 14 euro. Vé cho trẻ em giá 6 euro."],
      ["Về Bảo tàng Hoa Hồng", "Bảo tàng Hoa Hồng do Peter Klein thành lập năm 1951. Ở đây có bốn trăm loại hoa hồng."],
      ["Vườn Tulip", "Vé vào Vườn Tulip giá 5 euro. Vườn do Anna Weber thành lập năm 1923."],
    ],
    asks: [
      "Bảo tàng Hoa Hồng mở cửa lúc nào vào các ngày trong tuần?",
      "Còn chủ nhật?",
      "Vé giá bao nhiêu?",
      "Còn cho trẻ em?",
      "Còn Vườn Tulip?",
      "Ai thành lập nó?",
    ],
  },
  zh: {
    pages: [
      ["玫瑰博物馆", "玫瑰博物馆工作日9:00开门。星期天11:00开门。星期一闭馆。"],
      ["玫瑰博物馆门票", "玫瑰博物馆的门票是14欧元。儿童门票是6欧元。"],
      ["关于玫瑰博物馆", "玫瑰博物馆由彼得·克莱因于1951年创办。馆内有四百种玫瑰。"],
      ["郁金香花园", "郁金香花园的门票是5欧元。花园由安娜·韦伯于1923年创办。"],
    ],
    asks: ["玫瑰博物馆工作日几点开门？", "那星期天呢？", "门票多少钱？", "儿童呢？", "郁金香花园呢？", "是谁创办的？"],
  },
};

const held = ["9:00", "11:00", "14", "6", "5", "1923"];

export const conversations: readonly Talked[] = Object.entries(talks).map(([language, { pages, asks }]) => ({
  language,
  pages: pages.map(([title, text]) => ({ title, language, passages: [text] })),
  turns: asks.map((ask, at) => [ask, held[at] ?? ""] as const),
}));
