/** The fields in which two states differ, for the audit log. */
export function difference(before: object, after: object): { before: object; after: object } {
  const then = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(then.get(name)) !== JSON.stringify(value),
  );
  return {
    before: Object.fromEntries(changed.map(([name]) => [name, then.get(name) ?? null])),
    after: Object.fromEntries(changed),
  };
}
