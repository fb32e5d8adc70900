/** The prepared statements of one connection: the texts used last keep their names. */

export interface StatementCache {
  /** The name under which `text` is prepared, or a fresh one to prepare it under. */
  find(text: string): { name: string; fresh: boolean };
  /** A fresh one was prepared. */
  keep(text: string, name: string): void;
  /** Names to be closed with the next batch: pushed out, or prepared in a batch that failed. */
  forget(name: string): void;
  drop(text: string): void;
  takeForgotten(): string[];
}

const MOST = 300;

export function createStatementCache(): StatementCache {
  const names = new Map<string, string>();
  let forgotten: string[] = [];
  let last = 0;
  const drop = (text: string) => {
    const name = names.get(text);
    if (name === undefined) return;
    names.delete(text);
    forgotten.push(name);
  };
  return {
    find(text) {
      const name = names.get(text);
      if (name === undefined) return { name: `s${(last += 1)}`, fresh: true };
      names.delete(text);
      names.set(text, name);
      return { name, fresh: false };
    },
    keep(text, name) {
      // Two batches under way may both have prepared it.
      drop(text);
      names.set(text, name);
      const [oldest] = names.keys();
      if (names.size > MOST && oldest !== undefined) drop(oldest);
    },
    forget: (name) => void forgotten.push(name),
    drop,
    takeForgotten() {
      const taken = forgotten;
      forgotten = [];
      return taken;
    },
  };
}
