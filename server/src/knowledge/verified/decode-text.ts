/** Bytes of a text file as text: UTF-8 or UTF-16, with a mark or without; else as Windows wrote them in the West. */
const PIECE = 64 * 1024;

/** In pieces, so that the text of a large file is never there at once. */
export function* decodeText(bytes: Uint8Array): Generator<string> {
  const { encoding, skip } = encodingOf(bytes);
  let decoder = new TextDecoder(encoding, { fatal: encoding === "utf-8", ignoreBOM: true });
  let onlyAscii = true;
  for (let from = skip; from < bytes.length; from += PIECE) {
    const piece = bytes.subarray(from, from + PIECE);
    const last = from + PIECE >= bytes.length;
    try {
      yield decoder.decode(piece, { stream: !last });
    } catch {
      // Not UTF-8. As long as nothing else was read by it, nothing was misread.
      decoder = new TextDecoder(onlyAscii ? "windows-1252" : "utf-8");
      yield decoder.decode(piece, { stream: !last });
    }
    onlyAscii &&= piece.every((byte) => byte < 0x80);
  }
}

function encodingOf(bytes: Uint8Array): { encoding: string; skip: number } {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: "utf-8", skip: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: "utf-16le", skip: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: "utf-16be", skip: 2 };
  // Without a mark: the names of the columns are ASCII, every other byte of which is zero.
  if (first === 0 && second !== 0) return { encoding: "utf-16be", skip: 0 };
  if (second === 0 && first !== undefined) return { encoding: "utf-16le", skip: 0 };
  return { encoding: "utf-8", skip: 0 };
}
