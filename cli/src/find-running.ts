import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Api, createApi } from "./api.ts";

const ANSWERS_WITHIN_MS = 3_000;

const runFile = z.object({ url: z.string(), adminToken: z.string(), pid: z.int(), startedAt: z.string() });
export type RunFile = z.infer<typeof runFile>;

/** The server that runs on this data directory, by its `run.json`; null if none does or the file is left over. */
export async function findRunning(dataDir: string): Promise<Api | null> {
  const run = await readRunFile(dataDir);
  if (!run) return null;
  const api = createApi(run.url, run.adminToken);
  try {
    // Another program may have taken the port since: only the one that knows the token is ours.
    await api.get(
      "/v1/agents?limit=1",
      z.object({ data: z.array(z.unknown()) }),
      AbortSignal.timeout(ANSWERS_WITHIN_MS),
    );
    return api;
  } catch {
    return null;
  }
}

export async function readRunFile(dataDir: string): Promise<RunFile | null> {
  try {
    const parsed = runFile.safeParse(JSON.parse(await readFile(join(dataDir, "run.json"), "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
