/** Words for each value, in this order. */
export function optionsOf<T extends string>(
  words: Readonly<Record<T, string>>,
  values: readonly NoInfer<T>[],
): { value: T; label: string }[] {
  return values.map((value) => ({ value, label: words[value] }));
}
