/** A question with one slip in one of its longer words, the same on every run; as it is where there is no such word. */
export function mistype(question: string, seed: number): string {
  const random = generator(seed);
  const words = question.split(" ");
  const long = words.flatMap((word, at) => (/^\p{L}{6,}/u.test(word) ? [at] : []));
  const at = long[Math.floor(random() * long.length)];
  if (at === undefined) return question;
  words[at] = slip(words[at] ?? "", random);
  return words.join(" ");
}

function slip(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [left, one, two, rest] = [word.slice(0, at), word[at] ?? "", word[at + 1] ?? "", word.slice(at + 2)];
  const kinds = [left + two + rest, left + two + one + rest, `${left}e${one}${two}${rest}`, `${left}a${two}${rest}`];
  return kinds[Math.floor(random() * kinds.length)] ?? word;
}

function generator(seed: number): () => number {
  let state = (seed + 1) * 7_919;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
