/** One event of a stream. `data` is what its JSON says, or the text itself where that is none. */
export interface StreamEvent {
  event: string;
  id: string | null;
  data: unknown;
}

/** Server-sent events, as they come. Leaving the loop early ends the request. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      text += done ? decoder.decode() : decoder.decode(value, { stream: true });
      // A carriage return at the end may be half of a line's end.
      const whole = done ? text : text.replace(/\r$/, "");
      const blocks = whole.replaceAll(/\r\n?/g, "\n").split("\n\n");
      const rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const event = readEvent(block);
        if (event) yield event;
      }
      // What breaks off before its empty line was not said to the end.
      if (done) return;
      text = whole.length < text.length ? `${rest}\r` : rest;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function readEvent(block: string): StreamEvent | undefined {
  let event = "message";
  let id: string | null = null;
  const data: string[] = [];
  for (const line of block.split("\n")) {
    const [, name = "", value = ""] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
    if (name === "event") event = value;
    if (name === "id") id = value;
    if (name === "data") data.push(value);
  }
  if (data.length === 0) return undefined;
  return { event, id, data: readData(data.join("\n")) };
}

function readData(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
