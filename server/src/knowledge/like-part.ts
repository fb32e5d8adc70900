/** `%part%` for `ilike`, whatever stands in it. */
export const likePart = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
