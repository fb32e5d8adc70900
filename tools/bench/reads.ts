// Every GET of the API that members use, over 100,000 conversations with 1,000,000 messages.
import { createClock, openDatabase } from "../../server/src/platform/index.ts";
import { type EngineName, engines, makePlace, type Place, type RunningServer, startServer } from "./lib/server.ts";
import { seedConversations } from "./lib/seed-conversations.ts";
import { load, median, percentile } from "./lib/statistics.ts";
import type { BenchOptions, BenchRow } from "./row.ts";

const MESSAGES_EACH = 10;
const AGENTS = 20;
const ROUNDS = 60;
const targets: Record<EngineName, number> = { postgres: 50, embedded: 150 };

/** The embedded engine gets a fifth, unless there is time: it writes a fifth as fast. */
export async function measureReads({ large }: BenchOptions): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const engine of engines()) {
    const conversations = engine === "postgres" || large ? 100_000 : 20_000;
    const place = await makePlace(engine);
    try {
      await fill(place, conversations);
      const server = await startServer(place);
      try {
        rows.push(...(await measureAll(server, engine, conversations)));
      } finally {
        await server.stop();
      }
    } finally {
      await place.remove();
    }
  }
  return rows;
}

async function fill(place: Place, conversations: number): Promise<void> {
  const server = await startServer(place);
  const agentIds: string[] = [];
  for (let number = 1; number <= AGENTS; number += 1) {
    const { id } = await server.call<{ id: string }>("POST", "/v1/agents", { name: `Agent ${number}` });
    agentIds.push(id);
  }
  const documents = Array.from({ length: 1_000 }, (_, at) => ({
    externalId: `page-${at}`,
    title: `Page ${at}`,
    text: `# Page ${at}\n\nThis page says something of word${at} and of the opening hours on day ${at}.`,
    url: `https://shop.example/page-${at}`,
  }));
  await server.call("POST", `/v1/agents/${agentIds[0]}/documents`, documents);
  for (let number = 0; number < 50; number += 1)
    await server.call("POST", `/v1/agents/${agentIds[0]}/verified-answers`, {
      question: `What is word${number}?`,
      answer: "A word.",
    });
  await server.stop();
  const since = performance.now();
  const url = place.env["DATABASE_URL"];
  const db = await openDatabase({
    ...(url === undefined ? { dataDir: place.dataDir } : { url }),
    clock: createClock(),
    warn: () => {},
    statementTimeoutMs: 3_600_000,
  });
  await seedConversations(db, { conversations, messagesEach: MESSAGES_EACH, agentIds });
  await db.close();
  console.error(`  ${conversations} conversations written in ${Math.round((performance.now() - since) / 1_000)} s`);
}

type Asked = { name: string; path: (round: number) => string };

async function measureAll(server: RunningServer, engine: EngineName, conversations: number): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const skipped: string[] = [];
  for (const asked of await everything(server)) {
    const status = await get(server, asked.path(0));
    if (status !== 200) {
      skipped.push(`${asked.name} (${status})`);
      continue;
    }
    await load(3, 1, (round) => get(server, asked.path(round)));
    const { took } = await load(ROUNDS, 1, (round) => get(server, asked.path(round)));
    console.error(`  ${asked.name}: ${Math.round(percentile(took, 0.95))} ms`);
    rows.push({
      name: `GET ${asked.name}, ${engine}: 95th percentile`,
      value: Math.round(percentile(took, 0.95) * 10) / 10,
      unit: "ms",
      target: targets[engine],
      better: "lower",
      note: `median ${Math.round(median(took) * 10) / 10}; ${conversations.toLocaleString("en")} conversations`,
    });
  }
  if (skipped.length > 0) console.error(`  Not measured on ${engine}: ${skipped.join(", ")}`);
  return rows;
}

async function get(server: RunningServer, path: string): Promise<number> {
  const response = await fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${server.token}` } });
  await response.arrayBuffer();
  return response.status;
}

/** What the API describes, with ids of what is there, and the ways in which people look through conversations. */
async function everything(server: RunningServer): Promise<Asked[]> {
  const api = await server.call<{ paths: Record<string, object> }>("GET", "/openapi.json");
  const paths = Object.keys(api.paths).filter((path) => "get" in (api.paths[path] ?? {}) && path.startsWith("/v1/"));
  const ids = await idsOf(server);
  const plain = paths.map((path): Asked => ({
    name: path,
    path: (round) =>
      path.replace(/(\w[\w-]*)\/\{\w+\}/g, (_, resource: string) => `${resource}/${idFor(ids, resource, round)}`),
  }));
  return [...plain, ...ways(ids)];
}

type Ids = Record<string, readonly string[]>;
const idFor = (ids: Ids, resource: string, round: number) => {
  const known = ids[resource] ?? [];
  return known[round % Math.max(1, known.length)] ?? "none";
};

async function idsOf(server: RunningServer): Promise<Ids> {
  const list = async (path: string, key = "id"): Promise<string[]> => {
    const answer = await server.call<{ data: Record<string, unknown>[] }>("GET", path).catch(() => ({ data: [] }));
    return answer.data.map((row) => String(row[key]));
  };
  const agents = (await list("/v1/agents?limit=200&sort=createdAt")).slice(0, 1);
  const of = (resource: string) => list(`/v1/agents/${agents[0]}/${resource}?limit=200`);
  // Old ones too: what was read last is in no cache.
  const old = await list("/v1/conversations?limit=100&to=2200-01-01T00:00:00Z&q=word7999");
  return {
    agents,
    conversations: [...(await list("/v1/conversations?limit=50")), ...old],
    documents: await of("documents"),
    "verified-answers": await of("verified-answers"),
    sources: await of("sources"),
    versions: ["1"],
    organizations: [],
  };
}

function ways(ids: Ids): Asked[] {
  const agent = ids["agents"]?.[0] ?? "";
  const queries: Record<string, (round: number) => string> = {
    "one agent": () => `agentId=${agent}`,
    "not answered": () => "outcome=unanswered",
    "all answered": () => "outcome=answered",
    "a person asked": () => "outcome=person-asked",
    "rated down": () => "rating=down",
    corrected: () => "corrected=true",
    "a rare language": () => "language=fi",
    "the API": () => "channel=api",
    "a week, not answered": () => `outcome=unanswered&from=${day(37)}&to=${day(30)}`,
    "the last page": () => `cursor=cnv_${"0".repeat(25)}1`,
    "a common word": () => "q=word1",
    "a rare word": (round) => `q=word${7_000 + round}`,
    "two common words": () => "q=word1+word2",
    "a common and a rare word": (round) => `q=word1+word${7_000 + round}`,
    "a word half typed": (round) => `q=word${70 + (round % 20)}`,
    "the beginning of every word": () => "q=w",
    "an order's number": (round) => `q=order${40_000 + round}`,
    "a rare word, not answered": (round) => `outcome=unanswered&q=word${6_000 + round}`,
    "a word nobody said": () => "q=quetzalcoatl",
    "two words that rarely meet": () => "q=word3+word4+word5+word6+word8+word9+word500",
  };
  return Object.entries(queries).map(([name, query]) => ({
    name: `/v1/conversations, ${name}`,
    path: (round) => `/v1/conversations?${query(round)}`,
  }));
}

const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString();
