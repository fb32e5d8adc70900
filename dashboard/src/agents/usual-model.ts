/** Small, quick and long-lived models of the vendors, to begin with. */
export function usualModel(vendor: string): string {
  const usual: Readonly<Record<string, string>> = {
    groq: "llama-3.3-70b-versatile",
    openai: "gpt-4.1-mini",
    anthropic: "claude-haiku-4-5",
  };
  return usual[vendor] ?? "";
}
