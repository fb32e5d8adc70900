// Makes profiles.bin anew from the n-grams of ELD ("small"), which loaded as they are take a hundred megabytes.
//   node server/src/knowledge/language/renew-profiles.mjs
// The data (licence beside): Efficient Language Detector, copyright 2023 Nito T.M., Apache-2.0, https://github.com/nitotm/efficient-language-detector-js
// Layout, little-endian: how many languages, n-grams and scores (3 x u32); the codes, a space between and one at the end, padded
// to 512 bytes; the hashes of the n-grams, rising (u32 each); how many languages each has (u8 each); language and score (u8, u8).
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const from = join(dirname(fileURLToPath(import.meta.resolve("eld/small"))), "..");
const { ngramsData } = await import(join(from, "ngrams/small.js"));
const { dictionary } = await import(join(from, "dictionary.js"));

// Languages that their script tells are left out.
const byScript = new Set("am bn el gu he hy ja ka kn ko lo ml or pa ta te th zh".split(" "));
// One character stands for each byte beyond ASCII.
const byteOf = new Map([...dictionary].map((letter, byte) => [letter, byte]).slice(128));
const codes = Object.values(ngramsData.languages);
const kept = codes.filter((code) => !byScript.has(code));

const found = new Map();
for (const [ngram, scores] of Object.entries(ngramsData.ngrams)) {
  const pairs = Object.entries(scores).flatMap(([language, score]) => {
    const at = kept.indexOf(codes[Number(language)]);
    return at < 0 ? [] : [[at, score]];
  });
  if (pairs.length === 0) continue;
  const bytes = [...ngram].map((letter) => (letter === " " ? 32 : (byteOf.get(letter) ?? letter.charCodeAt(0))));
  found.set(hash(bytes), pairs);
}

const sorted = [...found].sort(([a], [b]) => a - b);
const scores = sorted.flatMap(([, pairs]) => pairs.flat());
const head = Buffer.alloc(12 + 512, " ");
[kept.length, sorted.length, scores.length / 2].forEach((count, at) => head.writeUInt32LE(count, at * 4));
head.write(`${kept.join(" ")} `, 12);
const hashes = Buffer.alloc(sorted.length * 4);
sorted.forEach(([value], at) => hashes.writeUInt32LE(value, at * 4));
writeFileSync(
  join(import.meta.dirname, "profiles.bin"),
  Buffer.concat([head, hashes, Buffer.from(sorted.map(([, pairs]) => pairs.length)), Buffer.from(scores)]),
);

/** FNV-1a, as in read-profiles.ts. */
function hash(bytes) {
  let value = 0x811c9dc5;
  for (const byte of bytes) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}
