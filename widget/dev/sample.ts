/** A small business that never was, for development, screenshots and tests. */
import { type Agent, type Citation, type ContentPart, defaultLook } from "@parley/contracts";

export const AGENT_ID = "agt_01jd3kett1ea0ndcha1nexamp1";

export const sampleAgent: Agent = {
  id: AGENT_ID,
  name: "Kettle & Chain",
  siteUrl: "https://kettle-and-chain.example/",
  language: "en",
  greeting: "Hello! Ask me anything about bike hire, repairs and the café.",
  suggestions: ["How much does it cost to hire a bike?", "When are you open?", "Do you repair e-bikes?"],
  brand: { color: "#1f6f54", logoUrl: null },
  look: defaultLook,
  state: "ready",
  createdAt: "2026-03-01T09:00:00.000Z",
};

export const sampleLogo =
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><g fill="none" stroke="#1f6f54" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"><circle cx="32" cy="36" r="19"/><path d="M20 12h24M32 12v5M23 36l6.500 6.500L42 30"/></g></svg>`.replace(
    /(\.\d)00/g,
    "$1",
  );

const page = (number: number, title: string, path: string, text: string): Citation => ({
  number,
  documentId: `doc_${number}`,
  externalId: null,
  title,
  url: `https://kettle-and-chain.example${path}`,
  link: `https://kettle-and-chain.example${path}#:~:text=${encodeURIComponent(text.split(" ").slice(0, 4).join(" "))}`,
  text,
});

const hire = page(
  1,
  "Bike hire",
  "/hire",
  "A city bike costs 18 euros a day, or 12 euros for half a day. E-bikes are 32 euros a day. A helmet, a lock and a repair kit come with every bike, and you can return it until 19:00.",
);
const terms = page(
  2,
  "Hire terms and deposit",
  "/hire/terms",
  "We ask for a deposit of 50 euros a bike, in cash or by card. You get it back when the bike returns in the state it left in.",
);
const hours = page(
  1,
  "Opening hours and how to find us",
  "/visit",
  "The workshop is open Tuesday to Saturday, 9:00 to 18:00. The café opens at 8:00 and stays open until 20:00, on Sundays from 10:00 to 17:00. Closed on Mondays.",
);
const ebikes = page(
  1,
  "Repairs",
  "/workshop/repairs",
  "We service e-bikes with Bosch and Shimano motors. Diagnosis takes 20 minutes and costs 25 euros, which is taken off the bill if you have the repair done here.",
);

export interface SampleAnswer {
  parts: ContentPart[];
  suggestions: string[];
  answered: boolean;
}

const text = (value: string): ContentPart => ({ type: "text", text: value });
const cite = (citation: Citation): ContentPart => ({ type: "citation", citation });

export const answers: { when: RegExp; answer: SampleAnswer }[] = [
  {
    when: /cost|hire|price/i,
    answer: {
      answered: true,
      suggestions: ["Can I return the bike elsewhere?", "Do I need to book?"],
      parts: [
        text("A city bike is **18 euros a day**, or 12 euros for half a day. An e-bike is 32 euros a day."),
        cite(hire),
        text("\n\nEach hire includes:\n\n- a helmet, in your size\n- a lock\n- a small repair kit"),
        cite(hire),
        text("\n\nThe deposit is 50 euros a bike, by card or in cash."),
        cite(terms),
      ],
    },
  },
  {
    when: /open|hours/i,
    answer: {
      answered: true,
      suggestions: [],
      parts: [
        text(
          "The workshop and the café keep different hours:\n\n| | Workshop | Café |\n|---|---|---|\n| Mon | closed | closed |\n| Tue to Sat | 9:00 to 18:00 | 8:00 to 20:00 |\n| Sun | closed | 10:00 to 17:00 |",
        ),
        cite(hours),
      ],
    },
  },
  {
    when: /e-bike|repair/i,
    answer: {
      answered: true,
      suggestions: ["How long does a repair take?"],
      parts: [
        text(
          "Yes, e-bikes with Bosch and Shimano motors. Diagnosis takes 20 minutes and costs 25 euros, taken off the bill if you have the repair done there.",
        ),
        cite(ebikes),
      ],
    },
  },
  {
    when: /code|embed/i,
    answer: {
      answered: true,
      suggestions: [],
      parts: [
        text(
          'Put this in your page, then call `Parley.open()`:\n\n```html\n<script async src="https://chat.kettle-and-chain.example/widget.js" data-agent="agt_01jd3kett1ea0ndcha1nexamp1"></script>\n```\n\nMore in the [documentation](https://kettle-and-chain.example/docs) or by mail to team@kettle-and-chain.example.',
        ),
        cite(hire),
      ],
    },
  },
  {
    when: /versicherung|deutsch/i,
    answer: {
      answered: true,
      suggestions: ["Wie hoch ist die Kaution?"],
      parts: [
        text(
          "Ja, die **Fahrraddiebstahlversicherungsselbstbeteiligungsrückerstattung** beantragen Sie bei der Rechtsschutzversicherungsgesellschaft, die Haftpflichtversicherungsbescheinigung genügt. 🚲",
        ),
        cite(terms),
      ],
    },
  },
  {
    when: /[\u0600-\u06ff]/,
    answer: {
      answered: true,
      suggestions: ["هل أحتاج إلى الحجز؟"],
      parts: [
        text("تكلفة استئجار دراجة المدينة **18 يورو في اليوم**، أو 12 يورو لنصف يوم. يشمل السعر خوذة وقفلاً."),
        cite(hire),
        text("\n\n- الدراجة الكهربائية: 32 يورو\n- التأمين: 50 يورو"),
        cite(terms),
      ],
    },
  },
];

export const unknown: SampleAnswer = {
  answered: false,
  suggestions: ["When are you open?", "How do I reach a person?"],
  parts: [
    text("I could not find that on kettle-and-chain.example. You could ask the workshop directly at +49 30 5557 0142."),
  ],
};

export function answerTo(question: string): SampleAnswer {
  return answers.find(({ when }) => when.test(question))?.answer ?? unknown;
}
