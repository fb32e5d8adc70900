/**
 * Whether a question asks for a figure or a date: a passage without a digit will hardly answer it. General question
 * words of each language, which no index has to know.
 */
export function asksForFigure(question: string): boolean {
  return patterns.some((pattern) => pattern.test(question));
}

const word = (words: string) => new RegExp(`(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])`, "iu");

/** Of languages with spaces whole words; of the others, signs that mean nothing else. */
const patterns: readonly RegExp[] = [
  word(
    "how (?:many|much|long|old|far|tall|big|often|high|late|early)|when|(?:what|which) (?:year|date|day|time|percent\\p{L}*|number|price|age|century|decade)|phone|price|cost",
  ),
  word("wie ?(?:viele?|lange?|alt|weit|hoch|groß|teuer|oft)|wann|in welchem jahr|preis|kostet|kosten"),
  word("cu[áa]nt[oa]s?|cu[áa]ndo|(?:en )?qu[ée] (?:año|fecha|porcentaje|número)|precio|cuesta"),
  word(
    "combien|quand|(?:en )?quelle (?:année|date|heure)|prix|coûte|quanto|quant[aie]|quando|in che anno|quantos?|quantas?",
  ),
  word(
    "hoeveel|wanneer|hoe (?:lang|oud|ver|groot)|ile|ilu|kiedy|kolik|kdy|hány|mennyi|mikor|hur (?:många|mycket|länge)|när",
  ),
  word("сколько|когда|в каком году|какого года|скільки|коли|πόσ(?:ο|οι|α|ες|η|ων)|πότε|ποια χρονιά"),
  word(
    "c[âa]t|c[âa]te|c[âa]ți|c[âa]nd|în ce an|kaç|ne zaman|ne kadar|hangi yıl|bao nhiêu|khi nào|năm nào|berapa|kapan",
  ),
  /كم|متى|أي عام|أي سنة|כמה|מתי|कितन|कब|किस वर्ष|किस साल|多少|几|幾|何時|什么时候|什麼時候|哪年|哪一年|いくつ|いくら|いつ|何年|何人|몇|언제|얼마|กี่|เท่าไหร่|เท่าไร|เมื่อใด|เมื่อไหร่|เมื่อไร/u,
];
