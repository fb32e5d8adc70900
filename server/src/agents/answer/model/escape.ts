/** Takes the meaning from anything that could pass for one of the prompt's own tags; other text stays as it is. */
export function escape(text: string): string {
  return text.toWellFormed().replace(TAGS, "‹");
}

const TAGS = /<(?=\s*\/?\s*(?:passages?|question|today|system|instructions?|owner)\b)/giu;
