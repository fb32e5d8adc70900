/** As long as fits a line of the list. */
const LONGEST = 140;

/** What a conversation is called after a question: on one line, cut between words where that is possible. */
export function titleOf(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= LONGEST) return line;
  const cut = line.slice(0, LONGEST - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > LONGEST / 2 ? cut.slice(0, space) : cut).toWellFormed().replace(/\ufffd$/u, "")}…`;
}
