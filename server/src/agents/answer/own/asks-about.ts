import { holdsWord, lower } from "../topics/match-words.ts";
import { asking, isSmallWord, saysOnly, wordsOf } from "../topics/read-topic.ts";
import { topicWordsOf } from "../topics/topic-words.ts";
import type { AskedQuestion } from "../understand/understand.ts";

/**
 * Whether a question asks what the business is, and nothing else: "What is Lindenhof?", "Tell me about Lindenhof". Every
 * passage of a site holds its name, so that no passage stands out by it.
 */
export function asksAbout(
  { text, kinds, followUp }: Pick<AskedQuestion, "text" | "kinds" | "followUp">,
  asker: { language: string; name: string },
): boolean {
  const { language, name } = asker;
  const known = topicWordsOf(language);
  if (followUp || known === undefined || text.length > LONGEST || kinds.some((kind) => kind !== "person")) return false;
  if (TOPICS.some((kind) => holdsWord(asking(kind, known), language)(text))) return false;
  const words = { ...known, beside: `${known.beside} ${DOING}` };
  return holdsName(text, name, isSmallWord(words, asker)) && saysOnly(text, "", { words, language, name });
}

/** Whether it says the first word of the name that is the name's own: not "the" of "The Mill". */
function holdsName(text: string, name: string, isSmall: (word: string) => boolean): boolean {
  const telling = wordsOf(name).find((word) => !isSmall(word));
  return telling !== undefined && lower(text).includes(telling);
}

/** Whether it asks what the business has to offer, and nothing else: "What do you offer?", "Which services do you have?" */
export function asksOffer(
  { text, kinds, followUp }: Pick<AskedQuestion, "text" | "kinds" | "followUp">,
  asker: { language: string; name: string },
): boolean {
  const words = topicWordsOf(asker.language);
  if (followUp || words === undefined || text.length > LONGEST || kinds.some((kind) => kind !== "list")) return false;
  if (!holdsWord(OFFER, asker.language)(text)) return false;
  return saysOnly(text, OFFER, { words: { ...words, beside: `${words.beside} ${DOING}` }, ...asker });
}

const OFFER =
  "offer,service,sell,provide,biete,bietet,anbiet,angebot,leistung,dienstleistung,verkauf,propose,offre,vendez,offrez,prestation,ofrece,servicio,vende,offri,servizi,oferece,serviço,servico,aanbied,aanbod,dienst,bieden,biedt,verkop,oferuj,oferta,usług,sprzeda,предлага,услуг,прода,пропону,послуг,προσφέρ,υπηρεσί,sunuyor,hizmet,satıyor,oferi,servicii,dịch vụ,cung cấp,bán,เสนอ,บริการ,ขาย,सेवा,बेच,提供,服务,服務,サービス,서비스,제공,تقدم,خدمات,מציע,שירות";
/** "Can I return something to Lindenhof?" asks for more. */
const TOPICS = ["price", "pay", "book", "cancel"] as const;
/** Beside the small words of each language. */
const DOING =
  "macht tut an ihr welche fait qu'est c'est hace hacen fa fanno faz fazem doet robi делает такое робить таке yapar nedir κάνει";
const LONGEST = 90;
