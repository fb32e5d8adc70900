/** Which embedding model and which reranker the environment names: `PARLEY_EMBEDDINGS=openai/NAME`, `PARLEY_RERANKER=cohere/NAME`. */
import { join } from "node:path";

const VENDORS = ["openai", "compatible", "google", "ollama", "local", "script"] as const;
type Vendor = (typeof VENDORS)[number];
const RANKERS = ["cohere", "jina", "compatible"] as const;

export interface EmbeddingChoice {
  vendor: Vendor;
  name: string;
  apiKey: string | null;
  /** For `local`: the folder of models. */
  baseUrl: string | null;
}

export interface RerankerChoice {
  vendor: (typeof RANKERS)[number];
  name: string;
  apiKey: string | null;
  baseUrl: string | null;
}

export interface SearchModels {
  embedding: EmbeddingChoice | null;
  /** Every vendor with what the environment says of it, for a model that served before. */
  vendors: Omit<EmbeddingChoice, "name">[];
  reranker: RerankerChoice | null;
}

type Environment = Record<string, string | undefined>;

export function readSearchModels(env: Environment, dataDir: string): { choices: SearchModels; problems: string[] } {
  const problems: string[] = [];
  const vendors = VENDORS.map((vendor) => ({ vendor, ...accessOf(env, vendor, dataDir) }));
  const embedding = readEmbedding(env, vendors, problems);
  return { choices: { embedding, vendors, reranker: readReranker(env, problems) }, problems };
}

const PREFIX: Record<Vendor, string> = {
  openai: "OPENAI",
  compatible: "COMPATIBLE",
  google: "GEMINI",
  ollama: "OLLAMA",
  local: "LOCAL",
  script: "SCRIPT",
};

const OTHERS: Partial<Record<Vendor, string[]>> = {
  compatible: ["EMBEDDINGS"],
  // As Google's own clients read it; `GOOGLE_*` is what people sign in with.
  google: ["GOOGLE_GENERATIVE_AI"],
};

/** `EMBEDDINGS_*` first: the server that makes vectors need not be the one that writes answers. */
function accessOf(env: Environment, vendor: Vendor, dataDir: string) {
  if (vendor === "local") return { apiKey: null, baseUrl: join(dataDir, "models") };
  const own = [...(OTHERS[vendor] ?? []), PREFIX[vendor]];
  const first = (suffix: string) =>
    own.map((prefix) => env[`${prefix}_${suffix}`]).find((value) => value !== undefined);
  return { apiKey: first("API_KEY") ?? null, baseUrl: first("BASE_URL") ?? null };
}

function readEmbedding(env: Environment, vendors: SearchModels["vendors"], problems: string[]): EmbeddingChoice | null {
  const said = env["PARLEY_EMBEDDINGS"]?.trim() ?? "";
  if (said === "" || said === "off") return null;
  const [vendor, name] = cut(said);
  const known = vendors.find((one) => one.vendor === vendor);
  if (known === undefined || name === "") {
    problems.push(`PARLEY_EMBEDDINGS is "${said}": write vendor/model, with one of the vendors ${VENDORS.join(", ")}`);
    return null;
  }
  const prefix = PREFIX[known.vendor];
  if ((known.vendor === "openai" || known.vendor === "google") && known.apiKey === null)
    problems.push(`${prefix}_API_KEY is missing, but PARLEY_EMBEDDINGS names ${said}`);
  if (known.vendor === "compatible" && known.baseUrl === null)
    problems.push("EMBEDDINGS_BASE_URL must say where the OpenAI-compatible server for PARLEY_EMBEDDINGS is");
  if (known.vendor !== "local" && known.baseUrl !== null && !/^https?:\/\//.test(known.baseUrl))
    problems.push(
      `${known.vendor === "compatible" ? "EMBEDDINGS" : prefix}_BASE_URL must begin with http:// or https://`,
    );
  return { ...known, name };
}

function readReranker(env: Environment, problems: string[]): RerankerChoice | null {
  const said = env["PARLEY_RERANKER"]?.trim() ?? "";
  if (said === "" || said === "off") return null;
  const [vendor, name] = cut(said);
  const known = RANKERS.find((one) => one === vendor);
  if (known === undefined || name === "") {
    problems.push(`PARLEY_RERANKER is "${said}": write vendor/model, with one of the vendors ${RANKERS.join(", ")}`);
    return null;
  }
  const [apiKey, baseUrl] = [env["RERANKER_API_KEY"] ?? null, env["RERANKER_BASE_URL"] ?? null];
  if (known === "compatible" && baseUrl === null)
    problems.push("RERANKER_BASE_URL must say where the server for PARLEY_RERANKER is");
  if (known !== "compatible" && apiKey === null)
    problems.push(`RERANKER_API_KEY is missing, but PARLEY_RERANKER names ${said}`);
  if (baseUrl !== null && !/^https?:\/\//.test(baseUrl))
    problems.push("RERANKER_BASE_URL must begin with http:// or https://");
  return { vendor: known, name, apiKey, baseUrl };
}

function cut(said: string): [vendor: string, name: string] {
  const slash = said.indexOf("/");
  const [vendor, name] = slash < 0 ? [said, ""] : [said.slice(0, slash), said.slice(slash + 1)];
  return [vendor, vendor === "script" && name === "" ? "words" : name];
}
