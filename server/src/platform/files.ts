/** Named bytes, outside the database. Names are ours (`agents/agt_.../logo.png`), never a user's. */

export interface Files {
  write(name: string, bytes: Uint8Array, contentType: string): Promise<void>;
  read(name: string): Promise<{ bytes: Uint8Array; contentType: string } | undefined>;
  remove(name: string): Promise<void>;
  /** Every name, for the backup. */
  list(): AsyncIterable<string>;
}
