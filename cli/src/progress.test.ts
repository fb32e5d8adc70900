import { crawlSettings, type Source } from "@parley/contracts";
import { expect, test } from "vitest";
import { createProgress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

function sourceAt(fetched: number, failed = 0): Source {
  return {
    id: "src_0",
    agentId: "agt_0",
    type: "website",
    name: "https://docs.example/start",
    url: "https://docs.example/start",
    schedule: "off",
    nextRunAt: null,
    checkedAt: null,
    settings: crawlSettings.parse({}),
    access: { headers: [], cookies: [], basic: null },
    status: "running",
    progress: { found: 40, fetched, indexed: fetched, failed },
    message: null,
    code: null,
    revision: 1,
    startedAt: "2026-11-20T12:00:00Z",
    createdAt: "2026-11-20T12:00:00Z",
    finishedAt: null,
  };
}

function record(live: boolean): { terminal: Terminal; notes: string[]; drawn: string[] } {
  const [notes, drawn]: [string[], string[]] = [[], []];
  const write = (text: string) => void drawn.push(text);
  const terminal = {
    out: () => undefined,
    note: (line: string) => void notes.push(line),
    live: live ? { write, columns: 80 } : null,
  };
  return { terminal, notes, drawn };
}

test("a terminal shows a bar that is drawn over itself", () => {
  const { terminal, notes, drawn } = record(true);
  const progress = createProgress(terminal);
  progress.show(sourceAt(20, 2));
  progress.clear();
  expect(drawn).toEqual([
    `\r\u001b[K${"█".repeat(13)}${"░".repeat(11)} Reading docs.example: 22 of 40 pages, 2 not readable`,
    "\r\u001b[K",
  ]);
  expect(notes).toEqual([]);
});

test("elsewhere it is a plain line now and then, without control characters", () => {
  let now = 0;
  const { terminal, notes } = record(false);
  const progress = createProgress(terminal, () => now);
  for (now = 0; now <= 20_000; now += 500) progress.show(sourceAt(Math.floor(now / 1_000)));
  expect(notes).toEqual([5, 10, 15, 20].map((done) => `Reading docs.example: ${done} of 40 pages`));
});

test("what has not changed is not said again", () => {
  let now = 0;
  const { terminal, notes } = record(false);
  const progress = createProgress(terminal, () => now);
  for (now = 0; now <= 20_000; now += 500) progress.show(sourceAt(7));
  expect(notes).toEqual(["Reading docs.example: 7 of 40 pages"]);
});
