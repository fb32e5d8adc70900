import { type Connector, ConnectorFault, type ConnectorItem, type ConnectorProblem } from "@parley/contracts";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { InjectedFault } from "./serve-json.ts";

/** One vendor, filled with the same small world: `handbook` holds `hours` and, in `below`, `returns`; `other` lies beside. */
export interface ConnectorWorld {
  connector: Connector;
  /** What to choose for all of `handbook`. */
  chosen: string[];
  faults: InjectedFault[];
  /** Milliseconds that were waited, in order. */
  waits: number[];
  write(item: "hours" | "returns" | "other" | "fresh", text: string): void;
  remove(item: "hours" | "returns"): void;
  moveOut(item: "hours"): void;
  revoke(): void;
  /** What must never be seen outside. */
  secrets: string[];
  close(): Promise<void>;
}

const never = new AbortController().signal;

/** What every connector owes the port. To be called inside a `describe`. */
export function connectorConformance(open: () => Promise<ConnectorWorld>): void {
  let world: ConnectorWorld;
  beforeEach(async () => void (world = await open()));
  afterEach(() => world.close());

  it("says whose account it is", async () => {
    const { id, name } = await world.connector.account(never);
    expect([id === "", name === ""]).toEqual([false, false]);
  });

  it("lists what can be chosen, level by level and by its name", async () => {
    const names: string[] = [];
    const walk = async (parentId: string | null, depth: number): Promise<void> => {
      const { containers } = await world.connector.containers({ parentId, search: null, cursor: null }, never);
      names.push(...containers.map(({ name }) => name));
      if (depth < 3) for (const one of containers) if (one.opens) await walk(one.id, depth + 1);
    };
    await walk(null, 0);
    expect(names).toEqual(expect.arrayContaining(["handbook", "below"]));
    const found = await world.connector.containers({ parentId: null, search: "BELO", cursor: null }, never);
    expect(found.containers.map(({ name }) => name)).toEqual(["below"]);
  });

  it("lists everything that was chosen, and nothing else, with its text", async () => {
    const items = await listAll(world);
    expect(textsOf(items)).toEqual(["hours", "returns"]);
    for (const item of items) {
      expect(item).toMatchObject({ unreadable: null, url: expect.stringMatching(/^https:\/\//u) });
      const content = await world.connector.fetch(item, never);
      expect(asText(content)).toContain(item.title.includes("hours") ? "open at nine" : "thirty days");
    }
  });

  it("tells a text that changed by its version, and nothing that did not", async () => {
    const before = versionsOf(await listAll(world));
    world.write("hours", "We open at ten.");
    const after = versionsOf(await listAll(world));
    expect(after.get("hours")).not.toBe(before.get("hours"));
    expect(after.get("returns")).toBe(before.get("returns"));
  });

  it("follows changes from a mark, or says that it cannot", async () => {
    const cursor = await world.connector.mark(world.chosen, never);
    world.write("hours", "We open at ten.");
    world.write("fresh", "Parking is free.");
    world.write("other", "Not chosen.");
    world.remove("returns");
    if (cursor === null) return expect(textsOf(await listAll(world))).toEqual(["fresh", "hours"]);
    const since = { chosen: world.chosen, known: new Set<string>() };
    const first = await world.connector.changes({ ...since, cursor }, never);
    expect(textsOf(first?.items ?? [])).toEqual(["fresh", "hours"]);
    expect(first?.removed).toContain("returns");
    expect(first?.more).toBe(false);
    const second = await world.connector.changes({ ...since, cursor: first?.cursor ?? "" }, never);
    expect([second?.items, second?.removed]).toEqual([[], []]);
    world.moveOut("hours");
    const third = await world.connector.changes({ ...since, cursor: second?.cursor ?? "" }, never);
    expect([third?.items, third?.removed]).toEqual([[], ["hours"]]);
    expect(await world.connector.changes({ ...since, cursor: "not a cursor" }, never)).toBeNull();
  });

  it.each<[InjectedFault["how"], ConnectorProblem]>([
    [400, "refused"],
    [403, "forbidden"],
    [404, "not-found"],
    [429, "rate-limited"],
    [500, "failed"],
    [503, "failed"],
    ["cut", "unreachable"],
    ["hang", "failed"],
  ])("tells a refusal (%s) as %s, without the vendor's words", async (how, problem) => {
    world.faults.push({ path: /./u, how, times: 99 });
    const fault = await faultOf(world.connector.account(never));
    expect(fault.problem).toBe(problem);
    for (const secret of [...world.secrets, "secret words"]) expect(fault.message).not.toContain(secret);
  });

  it("waits as long as it is told to, and then goes on", async () => {
    world.faults.push({ path: /./u, how: 429, headers: { "retry-after": "7" }, times: 1 });
    world.faults.push({ path: /./u, how: 503, times: 1 });
    expect((await world.connector.account(never)).name).not.toBe("");
    expect(world.waits).toEqual([7_000, expect.any(Number)]);
  });

  it("leaves a long pause to whoever asked", async () => {
    world.faults.push({ path: /./u, how: 429, headers: { "retry-after": "3600" }, times: 1 });
    const fault = await faultOf(world.connector.account(never));
    expect([fault.problem, fault.retryAfterMs, world.waits]).toEqual(["rate-limited", 3_600_000, []]);
  });

  it("says so when access was taken back", async () => {
    const [item] = await listAll(world);
    world.revoke();
    expect((await faultOf(world.connector.account(never))).problem).toBe("revoked");
    expect((await faultOf(listAll(world))).problem).toBe("revoked");
    if (item) expect((await faultOf(world.connector.fetch(item, never))).problem).toBe("revoked");
  });

  it("says so when an item is gone before it is fetched", async () => {
    const item = (await listAll(world)).find(({ title }) => title.includes("returns"));
    world.remove("returns");
    if (item) expect((await faultOf(world.connector.fetch(item, never))).problem).toBe("not-found");
    expect(item).toBeDefined();
  });

  it("stops when it is told to, also while it waits for an answer", async () => {
    const stop = new AbortController();
    world.faults.push({ path: /./u, how: "hang", times: 1 });
    const asked = world.connector.account(stop.signal);
    stop.abort();
    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
    await expect(world.connector.account(AbortSignal.abort())).rejects.toMatchObject({ name: "AbortError" });
  });

  async function listAll({ connector, chosen }: ConnectorWorld): Promise<ConnectorItem[]> {
    const items: ConnectorItem[] = [];
    for await (const page of connector.list(chosen, never)) items.push(...page);
    return items;
  }
}

const textsOf = (items: readonly ConnectorItem[]) => items.map(({ title }) => /^\w+/u.exec(title)?.[0]).sort();
const versionsOf = (items: readonly ConnectorItem[]) =>
  new Map(items.map(({ title, version }) => [/^\w+/u.exec(title)?.[0] ?? "", version]));

function asText(content: Awaited<ReturnType<Connector["fetch"]>>): string {
  return content.kind === "text" ? content.text : new TextDecoder().decode(content.bytes);
}

async function faultOf(work: Promise<unknown>): Promise<ConnectorFault> {
  const outcome = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (outcome instanceof ConnectorFault) return outcome;
  throw new Error(`A ConnectorFault was expected, not ${String(outcome)}.`, { cause: outcome });
}
