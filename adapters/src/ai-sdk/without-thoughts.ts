/** Takes `<think>...</think>` off the beginning of a text that comes in pieces. */
export function withoutThoughts(): (delta: string) => string {
  let held = "";
  let speaking = false;
  return (delta) => {
    if (speaking) return delta;
    held += delta;
    const text = held.trimStart();
    if (text.startsWith(OPEN)) {
      const end = text.indexOf(CLOSE);
      if (end < 0) return "";
      held = text.slice(end + CLOSE.length).trimStart();
      speaking = held !== "";
      return held;
    }
    if (OPEN.startsWith(text)) return "";
    speaking = true;
    return text;
  };
}

const OPEN = "<think>";
const CLOSE = "</think>";
