/** What a file may grow to while it is read. Beyond it, it counts as too large. */
export const parseLimits = {
  /** One part of an archive, unpacked. */
  entryBytes: 48 * 1024 * 1024,
  /** All parts that are unpacked together. */
  unpackedBytes: 160 * 1024 * 1024,
  entries: 5_000,
  /** Plain text, HTML, JSON, CSV. */
  textBytes: 24 * 1024 * 1024,
  /** Of all documents of a file, in UTF-16 units. */
  outputChars: 10_000_000,
  /** A longer document is stored in parts. */
  documentChars: 400_000,
  /** Documents made of one file. */
  documents: 1_000,
  pages: 3_000,
  cells: 1_500_000,
} as const;
