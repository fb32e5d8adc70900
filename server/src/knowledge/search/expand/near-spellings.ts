/** Letters of a script, as terms are spelled: accents are folded already. */
const alphabets: readonly [RegExp, string][] = [
  [/^[a-z]+$/, "abcdefghijklmnopqrstuvwxyz"],
  [/^\p{Script=Latin}+$/u, "abcdefghijklmnopqrstuvwxyzñçåæøłđğş"],
  [/^\p{Script=Cyrillic}+$/u, "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ"],
  [/^\p{Script=Greek}+$/u, "αβγδεζηθικλμνξοπρστυφχψω"],
  [/^\p{Script=Arabic}+$/u, "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءئؤ"],
  [/^\p{Script=Hebrew}+$/u, "אבגדהוזחטיכלמנסעפצקרשתךםןףץ"],
];

/** Shorter ones have too many neighbours that mean something else. */
const SHORTEST = 5;
const LONGEST = 24;

/** Whether a term may be a mistyping at all: letters of one alphabet, no figure or code. */
export function mayBeMistyped(term: string): boolean {
  return term.length >= SHORTEST && term.length <= LONGEST && alphabetOf(term) !== undefined;
}

/**
 * Every spelling one slip away: a letter left out, put in, taken for another, or two swapped. About 54 for each
 * letter, so that the index can be asked for all of them by their keys. Empty for what cannot be mistyped.
 */
export function spellingsAt1(term: string): string[] {
  const alphabet = alphabetOf(term);
  if (alphabet === undefined || !mayBeMistyped(term)) return [];
  const found = new Set<string>();
  for (let at = 0; at <= term.length; at += 1) {
    const [left, right] = [term.slice(0, at), term.slice(at)];
    for (const letter of alphabet) found.add(left + letter + right);
    if (right === "") continue;
    const rest = right.slice(1);
    found.add(left + rest);
    for (const letter of alphabet) found.add(left + letter + rest);
    if (rest !== "") found.add(left + (rest[0] ?? "") + (right[0] ?? "") + rest.slice(1));
  }
  found.delete(term);
  return [...found];
}

/** Slips between two spellings, a swap of neighbours counted as one; stops counting above `most`. */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      let slips = Math.min((last[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same);
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      now.push(slips);
      least = Math.min(least, slips);
    }
    if (least > most) return most + 1;
    before = last;
    last = now;
  }
  return last[other.length] ?? most + 1;
}

function alphabetOf(term: string): string | undefined {
  return alphabets.find(([script]) => script.test(term))?.[1];
}
