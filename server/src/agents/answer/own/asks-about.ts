import { holdsWord } from "../topics/match-words.ts";
import { isSmallWord, saysOnly, wordsOf } from "../topics/read-topic.ts";
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
  const words = { ...known, beside: `${known.beside} ${DOING}` };
  const isSmall = isSmallWord(words, asker);
  const own = wordsOf(name);
  const telling = own.find((word) => !isSmall(word));
  return (
    telling !== undefined && holdsWord(telling, language)(text) && saysOnly(text, own.join(","), { words, ...asker })
  );
}

/** Beside the small words of each language. */
const DOING =
  "macht tut fait qu'est c'est hace hacen fa fanno faz fazem doet robi делает такое робить таке yapar nedir κάνει";
const LONGEST = 90;
