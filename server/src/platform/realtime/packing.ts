/** Frames to payloads of a limited size and back: small ones share a payload, a large one takes several. */

export type Frame = readonly [topic: string, data: unknown];

/** Of one payload: who speaks, what kind, and the rest. */
export interface Payload {
  from: string;
  kind: PayloadKind;
  body: string;
}

/** `hello` asks for an answer, `here` is it (and the heartbeat), `bye` takes leave; the others carry frames. */
const kinds = { h: "hello", e: "here", b: "bye", f: "frames", p: "part", l: "last" } as const;
type Letter = keyof typeof kinds;
export type PayloadKind = (typeof kinds)[Letter];

const letters = new Map<string, string>(Object.entries(kinds).map(([letter, kind]) => [kind, letter]));

export function writePayload({ from, kind, body }: Payload): string {
  return `${letters.get(kind) ?? ""}${from} ${body}`;
}

/** Undefined for what is not ours. */
export function readPayload(text: string): Payload | undefined {
  const space = text.indexOf(" ");
  const letter = text.charAt(0);
  if (space < 2 || !isLetter(letter)) return undefined;
  return { kind: kinds[letter], from: text.slice(1, space), body: text.slice(space + 1) };
}

const isLetter = (letter: string): letter is Letter => Object.hasOwn(kinds, letter);

/** Encoded frames (JSON texts) to payload bodies of at most `maxBytes`, in order. */
export function packFrames(encoded: readonly string[], maxBytes: number): Omit<Payload, "from">[] {
  const packed: Omit<Payload, "from">[] = [];
  let together: string[] = [];
  let bytes = 1;
  const close = () => {
    if (together.length > 0) packed.push({ kind: "frames", body: `[${together.join(",")}]` });
    together = [];
    bytes = 1;
  };
  for (const frame of encoded) {
    const size = Buffer.byteLength(frame) + 1;
    if (bytes + size > maxBytes) close();
    if (1 + size > maxBytes) packed.push(...splitFrame(`[${frame}]`, maxBytes));
    else {
      together.push(frame);
      bytes += size;
    }
  }
  close();
  return packed;
}

/** Each part bears its number: with one missing in the middle of a text, the rest would still look whole. */
const NUMBER_CHARS = 6;

function splitFrame(text: string, maxBytes: number): Omit<Payload, "from">[] {
  const pieces: Omit<Payload, "from">[] = [];
  const room = maxBytes - NUMBER_CHARS;
  // One UTF-16 unit is at most three bytes of UTF-8.
  const step = Buffer.byteLength(text) === text.length ? room : Math.floor(room / 3) - 1;
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + step, text.length);
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end += 1;
    const number = String(pieces.length).padStart(NUMBER_CHARS, "0");
    pieces.push({ kind: end < text.length ? "part" : "last", body: number + text.slice(at, end) });
    at = end;
  }
  return pieces;
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

/** Puts one sender's payloads together again. A sender sends in order, so a large frame's parts follow each other. */
export function createUnpacker(maxChars: number): (payload: Payload) => Frame[] {
  let parts: string[] = [];
  let chars = 0;
  return ({ kind, body }) => {
    if (kind === "frames") return readFrames(body);
    if (kind !== "part" && kind !== "last") return [];
    const number = Number(body.slice(0, NUMBER_CHARS));
    if (number === 0) [parts, chars] = [[], 0];
    if (number !== parts.length || chars > maxChars) return [];
    parts.push(body.slice(NUMBER_CHARS));
    chars += body.length;
    return kind === "last" ? readFrames(parts.join("")) : [];
  };
}

function readFrames(text: string): Frame[] {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.filter(isFrame) : [];
  } catch {
    return [];
  }
}

const isFrame = (value: unknown): value is Frame => Array.isArray(value) && typeof value[0] === "string";
