/** Numbers written as words: English ones of any size, in other languages the small ones that people spell out. */
export function readNumberWords(text: string): number[] {
  const found: number[] = [];
  let current: { total: number; part: number } | null = null;
  const end = () => {
    if (current !== null) found.push(current.total + current.part);
    current = null;
  };
  for (const word of text
    .toLowerCase()
    .replace(/\bone (?=hundred|thousand|million|billion)/gu, "single ")
    .match(WORDS) ?? []) {
    const value = ENGLISH.get(word);
    const scale = SCALES.get(word);
    if (value !== undefined) {
      if (current === null || !mayFollow(current.part, value)) {
        end();
        current = { total: 0, part: value };
      } else current.part += value;
    } else if (scale !== undefined && current !== null) {
      if (scale === 100) current.part *= 100;
      else current = { total: current.total + current.part * scale, part: 0 };
    } else if (word !== "and" || current === null) {
      end();
      const other = OTHERS.get(word);
      if (other !== undefined) found.push(other);
    }
  }
  end();
  return found;
}

/** "twenty" "five" is one number, "five" "twenty" are two. */
function mayFollow(part: number, value: number): boolean {
  if (part === 0) return true;
  if (part % 100 === 0) return value < 100;
  return part % 10 === 0 && part % 100 >= 20 && value < 10;
}

function numbered(words: string, first: number): [string, number][] {
  return words.split(" ").map((word, at) => [word, first + at]);
}

const WORDS = /[\p{L}\p{M}]+/gu;
const ENGLISH = new Map<string, number>([
  // "one" is left out: it is a pronoun more often than a number.
  ...numbered(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    2,
  ),
  // "one thousand", which nothing else is mistaken for.
  ["single", 1],
  ...["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].map(
    (word, at): [string, number] => [word, 20 + 10 * at],
  ),
]);
const SCALES = new Map([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
]);
const OTHERS = new Map<string, number>([
  ...numbered("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf", 2),
  ...numbered("deux trois quatre cinq six sept huit neuf dix onze douze", 2),
  ...numbered("dos tres cuatro cinco seis siete ocho nueve diez once doce", 2),
  ...numbered("due tre quattro cinque sei sette otto nove dieci undici dodici", 2),
  ...numbered("dois três quatro cinco seis sete oito nove dez onze doze", 2),
  ...numbered("twee drie vier vijf zes zeven acht negen tien elf twaalf", 2),
]);
