/** The form in which names are compared: no two may differ in capitals or in width alone. */
export const nameKey = (name: string) => name.normalize("NFKC").toLowerCase();
