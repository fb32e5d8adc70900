/** Something a person can mend; its message says how. */
export class Trouble extends Error {}

export function say(line) {
  process.stderr.write(`${line}\n`);
}
