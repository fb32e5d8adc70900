/** A run of probe questions that is cut off goes on; a newer run takes an older one's place. */
import { newId, type Probe } from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Scope } from "../../platform/index.ts";
import {
  createTestClock,
  describeDatabase,
  makeOrganization,
  openTestDatabase,
  type TestDatabase,
} from "../../testing/index.ts";
import { agents } from "../tables.ts";
import type { AgentProfile, Answer } from "../types.ts";
import type { SiteProfile } from "../../knowledge/index.ts";
import { createProbes } from "./create-probes.ts";

let world: TestDatabase;
let scope: Scope;

beforeAll(async () => {
  world = await openTestDatabase();
  scope = await makeOrganization(world.db);
});
afterAll(() => world.close());

/** A probe room whose jobs wait to be run by hand. */
async function makeRoom(answer: Answer, site: SiteProfile | null = null) {
  const agentId = newId("agent");
  await world.db.query(scope).insert(agents).values({ organization: scope.organization, id: agentId, settings: {} });
  const sent: object[] = [];
  const told: string[] = [];
  const kept: string[][] = [];
  let handle: (data: never, signal: AbortSignal) => Promise<void> = async () => {};
  const profile: AgentProfile = { id: agentId, name: "Mill", language: "en", siteUrl: null, stillReading: false };
  const probes = createProbes({
    db: world.db,
    clock: createTestClock(),
    jobs: {
      define: (_queue, _options, work) => void (handle = work),
      send: async (_queue, data) => void sent.push(data),
    },
    live: { changed: (_scope, { resource }) => void told.push(resource) },
    events: { consume: () => {} },
    answer,
    profile: async () => profile,
    row: async () => ({ profile: site, settings: { suggestions: ["Do you sell flour?"] } }),
    keepStarters: async (_scope, _agentId, starters) => void kept.push([...starters]),
  });
  const work = (job: object | undefined, signal = new AbortController().signal) =>
    Reflect.apply(handle, null, [job, signal]);
  return { agentId, probes, sent, told, kept, work };
}

const says = (text: string): Answer =>
  async function* say() {
    yield { type: "text-delta", text };
    yield { type: "end", reason: text === "" ? "unknown" : "answered", suggestions: [] };
  };

describeDatabase("probe questions", () => {
  test("go on where they were cut off, and ask nothing twice", async () => {
    const asked: string[] = [];
    const stop = new AbortController();
    const room = await makeRoom(async function* say({ question }, signal) {
      asked.push(question);
      if (asked.length === 3) stop.abort();
      yield { type: "end", reason: signal.aborted ? "stopped" : "answered", suggestions: [] };
    });
    const begun = await room.probes.start(scope, room.agentId, { unansweredOnly: false });
    expect(begun).toMatchObject({ status: "running", finishedAt: null });
    expect(begun.data.map(({ question }) => question)).toContain("Do you sell flour?");
    await expect(room.work(room.sent[0], stop.signal)).rejects.toMatchObject({ name: "AbortError" });
    const states = (await room.probes.get(scope, room.agentId)).data.map(({ state }) => state);
    expect(states.filter((state) => state === "answered")).toHaveLength(2);
    await room.work(room.sent[0]);
    const { status, data } = await room.probes.get(scope, room.agentId);
    expect(status).toBe("done");
    expect(data.every(({ state }) => state === "answered")).toBe(true);
    expect(asked).toHaveLength(data.length + 1);
    expect(room.told.length).toBeGreaterThan(data.length);
  });

  test("a newer run takes the place of an older one, whose job then does nothing", async () => {
    const room = await makeRoom(says("It is so."));
    await room.probes.start(scope, room.agentId, { unansweredOnly: false });
    await room.probes.start(scope, room.agentId, { unansweredOnly: false });
    await room.work(room.sent[0]);
    expect((await room.probes.get(scope, room.agentId)).status).toBe("running");
    await room.work(room.sent[1]);
    expect((await room.probes.get(scope, room.agentId)).status).toBe("done");
  });

  test("those that were answered need not be asked again", async () => {
    const asked: string[] = [];
    const room = await makeRoom(async function* say({ question }) {
      asked.push(question);
      yield { type: "end", reason: question.startsWith("Where") ? "unknown" : "answered", suggestions: [] };
    });
    await room.probes.start(scope, room.agentId, { unansweredOnly: false });
    await room.work(room.sent[0]);
    asked.length = 0;
    await room.probes.start(scope, room.agentId, { unansweredOnly: true });
    await room.work(room.sent[1]);
    expect(asked).toEqual(["Where are you?"]);
    const lost = (await room.probes.get(scope, room.agentId)).data.filter(({ state }: Probe) => state === "unanswered");
    expect(lost).toHaveLength(1);
  });

  test("visitors are offered to begin with what was answered, in the site's language, and nothing else", async () => {
    const site: SiteProfile = {
      name: "Mühle",
      description: null,
      language: "de",
      color: null,
      logoFile: null,
      questions: ["Mahlt ihr auch Dinkel?", "Gibt es Führungen?"],
    };
    const can = new Set(["Gibt es Führungen?", "Was kostet das?", "Do you sell flour?"]);
    const room = await makeRoom(async function* say({ question }) {
      yield { type: "end", reason: can.has(question) ? "answered" : "unknown", suggestions: [] };
    }, site);
    await room.probes.start(scope, room.agentId, { unansweredOnly: false });
    await room.work(room.sent[0]);
    expect(room.kept).toEqual([["Gibt es Führungen?", "Was kostet das?"]]);
    can.clear();
    await room.probes.start(scope, room.agentId, { unansweredOnly: false });
    await room.work(room.sent[1]);
    expect(room.kept.at(-1)).toEqual([]);
    const unspoken = await makeRoom(says("Ja."), { ...site, language: "sv", questions: ["Säljer ni mjöl?"] });
    await unspoken.probes.start(scope, unspoken.agentId, { unansweredOnly: false });
    await unspoken.work(unspoken.sent[0]);
    expect(unspoken.kept).toEqual([["Säljer ni mjöl?"]]);
  });
});
