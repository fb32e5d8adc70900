/** Markup that escapes what is put into it. */
export interface Html {
  readonly text: string;
}

export const trusted = (text: string): Html => ({ text });

type Piece = Html | string | number | readonly (Html | string)[];

export function markup(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  let text = strings[0] ?? "";
  for (const [at, piece] of pieces.entries()) text += show(piece) + (strings[at + 1] ?? "");
  return { text };
}

function show(piece: Piece): string {
  if (typeof piece === "string" || typeof piece === "number") return escapeHtml(String(piece));
  return "text" in piece ? piece.text : piece.map(show).join("");
}

/** Sentences of ours, in which `...` is code. */
export function words(sentence: string): Html {
  const parts = sentence.split("`");
  return {
    text: parts.map((part, at) => (at % 2 === 1 ? `<code>${escapeHtml(part)}</code>` : escapeHtml(part))).join(""),
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
