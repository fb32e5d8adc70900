/** Small words of questions that change nothing, and those that may stand anywhere. All others count, in their order. */
import { primary } from "../analyse/stop-words.ts";

/** Articles, forms of "be", "do" and "have", possessives, the person spoken to, politeness. */
const meaningless: Record<string, string> = {
  en: `a an the am is are be do does have has got there you your yours my our some any please hi hello hey just s re ve ll m`,
  de: `der die das den dem des ein eine einen einem einer eines ist sind bin seid habe haben hat habt es sie ihr ihre
    ihren ihrem ihrer ihres du dein deine deinen deinem deiner dir dich euch euer eure mein meine meinen meinem meiner
    unser unsere bitte hallo guten tag mal denn eigentlich da`,
  fr: `le la les l un une des du est sont ai as avez ont vous votre vos tu ton ta tes te t mon ma mes notre nos y s qu
    il ce c bonjour svp`,
  es: `el la los las un una unos unas es son está están hay tiene tienen tienes usted ustedes tú tu tus su sus mi mis
    nuestro nuestra por favor hola`,
  it: `il lo la i gli le l un uno una è sono ha hai avete hanno lei voi tu suo sua suoi vostro vostra tuo tua mio mia ci
    c buongiorno ciao`,
  pt: `o a os as um uma uns umas é são está estão há tem têm você vocês seu sua seus suas meu minha nosso nossa olá`,
  nl: `de het een is zijn heeft heb hebben u uw jij je jullie jouw mijn ons onze er alstublieft hallo`,
  pl: `jest są ma macie mają pan pani państwo wy wasz wasza wasze twój twoja mój moja proszę`,
  ru: `есть вы ваш ваша ваше ваши ты твой твоя мой моя ли пожалуйста здравствуйте`,
  tr: `bir var mı mi mu mü siz sizin sen senin lütfen merhaba`,
  sv: `en ett den det är har ni er ert era du din ditt dina min mitt mina hej`,
};

/** Words that ask, modal verbs and other persons: "When can I come?" and "I can come when?" are one question. */
const anywhere: Record<string, string> = {
  en: `what when where which who whom whose why how can could may might must should shall will would i we us me they
    them he she it much many long`,
  de: `wer wen wem was wann wo wohin woher warum wieso weshalb wie welche welcher welches welchen welchem kann kannst
    können könnte darf dürfen muss müssen soll sollte will wird werden würde ich wir mich mir uns man er ihm ihn viel`,
  fr: `qui que quoi quand où comment pourquoi combien quel quelle quels quelles peut peux puis pouvez pouvons doit dois
    je j nous on me m ils elle elles`,
  es: `qué que quién quiénes cuándo cuando dónde donde cómo como cuál cuáles cuánto cuántos cuántas puede puedo pueden
    debe debo yo me nos se`,
  it: `chi che cosa quando dove come perché quale quali quanto quanti posso può potete devo deve io mi noi si`,
  pt: `quem que quando onde como qual quais quanto quantos porquê pode posso podem deve devo eu me nós se`,
  nl: `wie wat wanneer waar waarom hoe welke welk kan kun kunnen mag mogen moet moeten zal wil ik wij we mij me men`,
};

const read = (lists: Record<string, string>) =>
  new Map(Object.entries(lists).map(([language, words]) => [language, new Set(words.split(/\s+/u))] as const));
const meaninglessSets = read(meaningless);
const anywhereSets = new Map(
  [...read(anywhere)].map(([language, words]) => [language, new Set([...words].map(withoutAccents))] as const),
);
const none: ReadonlySet<string> = new Set();

/** Empty where we have no list: then every small word counts. */
export const meaninglessWords = (language: string): ReadonlySet<string> =>
  meaninglessSets.get(primary(language)) ?? none;
/** Without accents, which are left out in typing. */
export const freeWords = (language: string): ReadonlySet<string> => anywhereSets.get(primary(language)) ?? none;

export function withoutAccents(word: string): string {
  return word
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .normalize("NFC");
}
