/** Prefixed, sortable ids: a prefix that says what it names, 48 bits of time, 80 bits of chance. */
import { z } from "zod";

export const idPrefixes = {
  organization: "org",
  agent: "agt",
  source: "src",
  document: "doc",
  conversation: "cnv",
  message: "msg",
  key: "key",
  visitor: "vis",
  event: "evt",
  request: "req",
  user: "usr",
  session: "ses",
  passkey: "pky",
  invitation: "inv",
  team: "team",
  role: "rol",
  audit: "aud",
  mail: "mail",
  connection: "con",
  account: "acc",
  version: "ver",
  answer: "ans",
  view: "view",
  synonym: "syn",
  gap: "gap",
  suggestion: "sug",
  overlap: "ovl",
  file: "fil",
  product: "prd",
  recall: "rcl",
  archive: "arc",
} as const;

export type IdKind = keyof typeof idPrefixes;

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const TIME_CHARS = 10;
const RANDOM_CHARS = 16;

/** A new id such as `agt_01jd3...`. Ids made later sort later, to the millisecond `now`. */
export function newId(kind: IdKind, now: number = Date.now()): string {
  return `${idPrefixes[kind]}_${writeTime(now)}${nextChance()}`;
}

const chance = new Uint8Array(RANDOM_CHARS * 128);
let used = chance.length;

/** Asked of the system for many ids at a time: a call costs the same for one. */
function nextChance(): string {
  if (used === chance.length) {
    crypto.getRandomValues(chance);
    used = 0;
  }
  let random = "";
  for (const end = used + RANDOM_CHARS; used < end; used += 1) random += ALPHABET.charAt((chance[used] ?? 0) % 32);
  return random;
}

/** What sorts at or before every id that is made at `time` (milliseconds since 1970) or later, and after all before. */
export function firstIdAt(kind: IdKind, time: number): string {
  return `${idPrefixes[kind]}_${writeTime(Math.max(0, Math.floor(time)))}${ALPHABET.charAt(0).repeat(RANDOM_CHARS)}`;
}

function writeTime(now: number): string {
  let time = "";
  let rest = now;
  for (let place = 0; place < TIME_CHARS; place += 1) {
    time = ALPHABET.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  return time;
}

/** The shape of an id of one kind, for everything that comes from outside. */
export function idSchema(kind: IdKind) {
  const prefix = idPrefixes[kind];
  return z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`), `must be an id that begins with ${prefix}_`);
}
