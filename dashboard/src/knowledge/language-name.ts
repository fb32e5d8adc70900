const names = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** `German` for `de`. */
export function languageName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
