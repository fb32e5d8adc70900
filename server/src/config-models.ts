/** Which language models the environment names: `PARLEY_MODELS=groq/NAME,openai/NAME`, or the keys alone. */

export const VENDORS = ["groq", "openai", "anthropic", "compatible", "script"] as const;
export type Vendor = (typeof VENDORS)[number];

export interface ModelChoice {
  vendor: Vendor;
  name: string;
  apiKey: string | null;
  baseUrl: string | null;
}

/** What a vendor's key alone stands for, when `PARLEY_MODELS` names nothing. */
const DEFAULT_MODELS: [Vendor, string][] = [
  ["groq", "llama-3.3-70b-versatile"],
  ["openai", "gpt-4.1-mini"],
  ["anthropic", "claude-haiku-4-5"],
];

const PREFIX: Record<Vendor, string> = {
  groq: "GROQ",
  openai: "OPENAI",
  anthropic: "ANTHROPIC",
  compatible: "COMPATIBLE",
  script: "SCRIPT",
};

export function readModels(env: Record<string, string | undefined>): { choices: ModelChoice[]; problems: string[] } {
  const problems: string[] = [];
  const named = (env.PARLEY_MODELS ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
  const pairs =
    named.length > 0
      ? named.flatMap((item) => parsePair(item, problems))
      : DEFAULT_MODELS.filter(([vendor]) => env[`${PREFIX[vendor]}_API_KEY`]);
  const choices = pairs.map(([vendor, name]) => ({
    vendor,
    name,
    apiKey: env[`${PREFIX[vendor]}_API_KEY`] ?? null,
    baseUrl: env[`${PREFIX[vendor]}_BASE_URL`] ?? null,
  }));
  for (const choice of choices) check(choice, problems);
  return { choices, problems };
}

function parsePair(item: string, problems: string[]): [Vendor, string][] {
  const slash = item.indexOf("/");
  const vendor = VENDORS.find((known) => known === (slash < 0 ? item : item.slice(0, slash)));
  const name = slash < 0 ? "" : item.slice(slash + 1);
  if (vendor === "script") return [[vendor, name || "default"]];
  if (vendor && name) return [[vendor, name]];
  problems.push(`PARLEY_MODELS has "${item}": write vendor/model, with one of the vendors ${VENDORS.join(", ")}`);
  return [];
}

function check(choice: ModelChoice, problems: string[]): void {
  const prefix = PREFIX[choice.vendor];
  if (choice.baseUrl !== null && !/^https?:\/\//.test(choice.baseUrl))
    problems.push(`${prefix}_BASE_URL must begin with http:// or https://`);
  if (choice.vendor === "compatible" && choice.baseUrl === null)
    problems.push("COMPATIBLE_BASE_URL must say where the OpenAI-compatible server is");
  const keyNeeded = choice.vendor === "groq" || choice.vendor === "openai" || choice.vendor === "anthropic";
  if (keyNeeded && choice.apiKey === null)
    problems.push(`${prefix}_API_KEY is missing, but PARLEY_MODELS names ${choice.vendor}/${choice.name}`);
}
