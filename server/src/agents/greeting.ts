/** The first line of a conversation, until the owner writes a better one. Says that it is not a person. */
const greetings: Record<string, (name: string) => string> = {
  en: (name) => `Hello! I am the AI agent of ${name}. Ask me anything about it, and I will show you where the answer stands.`,
  de: (name) => `Hallo! Ich bin der KI-Assistent von ${name}. Fragen Sie mich – ich zeige Ihnen, wo die Antwort steht.`,
  fr: (name) => `Bonjour ! Je suis l’agent IA de ${name}. Posez-moi vos questions, je vous montrerai d’où vient la réponse.`,
  es: (name) => `¡Hola! Soy el agente de IA de ${name}. Pregúnteme lo que quiera y le mostraré de dónde sale la respuesta.`,
  it: (name) => `Ciao! Sono l’agente IA di ${name}. Chiedimi pure: ti mostrerò da dove viene la risposta.`,
  pt: (name) => `Olá! Sou o agente de IA de ${name}. Pergunte à vontade: mostro de onde vem a resposta.`,
  nl: (name) => `Hallo! Ik ben de AI-assistent van ${name}. Stel gerust uw vraag; ik laat zien waar het antwoord staat.`,
  pl: (name) => `Dzień dobry! Jestem agentem AI serwisu ${name}. Proszę pytać – pokażę, skąd pochodzi odpowiedź.`,
  ro: (name) => `Bună! Sunt agentul AI al ${name}. Întrebați-mă orice și vă arăt de unde vine răspunsul.`,
  el: (name) => `Γεια σας! Είμαι ο βοηθός τεχνητής νοημοσύνης του ${name}. Ρωτήστε με και θα σας δείξω πού βρίσκεται η απάντηση.`,
  tr: (name) => `Merhaba! Ben ${name} yapay zekâ asistanıyım. Sorun; yanıtın nerede yazdığını da göstereyim.`,
  ru: (name) => `Здравствуйте! Я ИИ-агент сайта ${name}. Спрашивайте – я покажу, откуда взят ответ.`,
  uk: (name) => `Вітаю! Я ШІ-агент сайту ${name}. Питайте – я покажу, звідки взято відповідь.`,
  ar: (name) => `مرحبًا! أنا وكيل الذكاء الاصطناعي لموقع ${name}. اسألني وسأريك مصدر الإجابة.`,
  he: (name) => `שלום! אני סוכן הבינה המלאכותית של ${name}. שאלו אותי, ואראה לכם היכן כתובה התשובה.`,
  hi: (name) => `नमस्ते! मैं ${name} का एआई एजेंट हूँ। पूछिए, मैं दिखाऊँगा कि उत्तर कहाँ लिखा है।`,
  th: (name) => `สวัสดี! ฉันคือเอเจนต์ AI ของ ${name} ถามได้เลย แล้วฉันจะแสดงว่าคำตอบมาจากหน้าไหน`,
  vi: (name) => `Xin chào! Tôi là trợ lý AI của ${name}. Hãy hỏi tôi, tôi sẽ chỉ rõ câu trả lời lấy từ đâu.`,
  zh: (name) => `您好！我是 ${name} 的 AI 助手。有问题尽管问，我会告诉您答案出自哪一页。`,
  ja: (name) => `こんにちは。${name} の AI エージェントです。ご質問をどうぞ。答えがどこに書かれているかもお見せします。`,
  ko: (name) => `안녕하세요! ${name}의 AI 에이전트입니다. 무엇이든 물어보세요. 답의 출처도 함께 보여 드립니다.`,
};

/** In the language of `tag` (BCP 47), else in English. */
export function greetingIn(tag: string, name: string): string {
  const write = greetings[tag.split("-")[0] ?? "en"] ?? greetings.en;
  return write ? write(name) : name;
}
