/** Languages that Parley speaks without a model, each by its own name. */
const codes = "ar de el en es fr he hi it ja ko nl pl pt ro ru th tr uk vi zh".split(" ");

export function languageOptions(): { value: string; label: string; hint: string }[] {
  const english = new Intl.DisplayNames("en", { type: "language" });
  return codes
    .map((code) => ({
      value: code,
      label: capital(new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code, code),
      hint: english.of(code) ?? code,
    }))
    .sort((one, other) => one.hint.localeCompare(other.hint));
}

function capital(name: string, code: string): string {
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
