import type { Connector, ConnectorItem } from "@parley/contracts";
import { ConnectorFault } from "@parley/contracts";
import { afterEach, describe, expect, it } from "vitest";
import { connectorConformance } from "../conformance/connector.ts";
import { GOOGLE_DOCUMENT, serveDrive, type ServedDrive } from "../conformance/serve-drive.ts";
import { createGoogleDrive } from "./create-google-drive.ts";

const never = new AbortController().signal;
const open: ServedDrive[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map((one) => one.close()))));

async function driveWith(fill: (drive: ServedDrive) => void, waits: number[] = []) {
  const drive = await serveDrive();
  open.push(drive);
  fill(drive);
  const connector = createGoogleDrive({
    baseUrl: drive.url,
    fetch,
    accessToken: async () => "access-0",
    sleep: async (ms) => void waits.push(ms),
    patienceMs: 300,
  });
  return { drive, connector };
}

function handbook(drive: ServedDrive): void {
  drive.folder("handbook", "top");
  drive.folder("below", "handbook");
  drive.folder("elsewhere", "top");
  drive.write("hours", { parent: "handbook", content: "We open at nine." });
  drive.write("returns", { parent: "below", content: "Returns within thirty days." });
  drive.write("other", { parent: "elsewhere", content: "Other." });
}

describe("Google Drive", () => {
  connectorConformance(async () => {
    const waits: number[] = [];
    const { drive, connector } = await driveWith(handbook, waits);
    const place = { hours: "handbook", returns: "below", other: "elsewhere", fresh: "below" };
    return {
      connector,
      chosen: ["handbook"],
      faults: drive.faults,
      waits,
      write: (item, content) => drive.write(item, { parent: place[item], content }),
      remove: (item) => drive.remove(item),
      moveOut: (item) => drive.move(item, "elsewhere"),
      revoke: () => drive.access.clear(),
      secrets: ["access-0"],
      close: async () => {},
    };
  });

  const list = async (connector: Connector, chosen: string[]) => {
    const items: ConnectorItem[] = [];
    for await (const page of connector.list(chosen, never)) items.push(...page);
    return items;
  };

  it("asks for a fresh token once when the last one is refused, and no more", async () => {
    const drive = await serveDrive();
    open.push(drive);
    const asked: boolean[] = [];
    const connector = createGoogleDrive({
      baseUrl: drive.url,
      fetch,
      accessToken: async (_, refused) => (asked.push(refused), refused ? "access-0" : "stale"),
      sleep: async () => {},
    });
    expect((await connector.account(never)).name).toBe("owner@example.org");
    expect(asked).toEqual([false, true]);
    drive.access.clear();
    await expect(connector.account(never)).rejects.toMatchObject({ problem: "revoked" });
    expect(asked).toEqual([false, true, false, true]);
  });

  it("reads shared drives, each by its own log", async () => {
    const { drive, connector } = await driveWith((one) => {
      one.sharedDrive("team", "Team");
      one.folder("plans", "team");
      one.write("plan", { parent: "plans", content: "The plan." });
    });
    const tops = await connector.containers({ parentId: null, search: null, cursor: null }, never);
    expect(tops.containers).toMatchObject([{ name: "My Drive" }, { choosable: false }, { id: "team", kind: "drive" }]);
    expect(await list(connector, ["team"])).toMatchObject([{ id: "plan", within: ["team", "plans"] }]);
    const cursor = await connector.mark(["plans"], never);
    drive.write("plan", { parent: "plans", content: "Another plan." });
    const since = { chosen: ["plans"], known: new Set<string>() };
    const own = await connector.changes({ ...since, cursor: cursor ?? "" }, never);
    expect([own?.items, own?.more]).toEqual([[], true]);
    const shared = await connector.changes({ ...since, cursor: own?.cursor ?? "" }, never);
    expect([shared?.items, shared?.more]).toMatchObject([[{ id: "plan" }], false]);
  });

  it("lists again when a folder came, went or moved: what lies below gets no change of its own", async () => {
    for (const happens of [
      (one: ServedDrive) => one.folder("late", "below"),
      (one: ServedDrive) => one.move("below", "elsewhere"),
      (one: ServedDrive) => one.trash("below"),
      (one: ServedDrive) => one.remove("below"),
      (one: ServedDrive) => one.move("elsewhere", "handbook"),
      (one: ServedDrive) => one.trash("handbook"),
    ]) {
      const { drive, connector } = await driveWith(handbook);
      const cursor = (await connector.mark(["handbook"], never)) ?? "";
      const known = new Set((await list(connector, ["handbook"])).flatMap(({ within }) => within));
      happens(drive);
      expect(await connector.changes({ chosen: ["handbook"], cursor, known }, never)).toBeNull();
    }
  });

  it("minds no folder that was never of interest", async () => {
    const { drive, connector } = await driveWith(handbook);
    const cursor = (await connector.mark(["handbook"], never)) ?? "";
    drive.folder("far", "elsewhere");
    const found = await connector.changes({ chosen: ["handbook"], cursor, known: new Set(["handbook"]) }, never);
    expect([found?.items, found?.removed]).toEqual([[], []]);
  });

  it("reads a long log page by page", async () => {
    const { drive, connector } = await driveWith(handbook);
    let cursor = (await connector.mark(["handbook"], never)) ?? "";
    for (let at = 0; at < 5; at += 1) drive.write(`n${at}`, { parent: "below", content: "x" });
    drive.logPage = 2;
    const ids: string[] = [];
    for (let more = true; more;) {
      const found = await connector.changes({ chosen: ["handbook"], cursor, known: new Set() }, never);
      ids.push(...(found?.items ?? []).map(({ id }) => id));
      cursor = found?.cursor ?? "";
      more = found?.more ?? false;
    }
    expect(ids).toEqual(["n0", "n1", "n2", "n3", "n4"]);
  });

  it("goes round in no circle, and reads no folder twice", async () => {
    const { drive, connector } = await driveWith(handbook);
    drive.move("handbook", "below");
    expect((await list(connector, ["handbook", "below"])).map(({ id }) => id).sort()).toEqual(["hours", "returns"]);
  });

  it("exports Google's own documents, without the pictures in them, and says why others have no text", async () => {
    const { connector } = await driveWith((one) => {
      one.folder("handbook", "top");
      const content = "# Hours\n\n![A door][image1] We open at nine.\n\n[image1]: <data:image/png;base64,AAAA>\n";
      one.write("doc", { parent: "handbook", content, name: "Hours", mimeType: GOOGLE_DOCUMENT });
      const sheet = "application/vnd.google-apps.spreadsheet";
      one.write("sheet", { parent: "handbook", content: "PK", name: "Prices", mimeType: sheet });
      one.write("form", { parent: "handbook", content: "", name: "F", mimeType: "application/vnd.google-apps.form" });
      one.write("picture", { parent: "handbook", content: "", name: "P", mimeType: "image/png" });
    });
    const items = new Map((await list(connector, ["handbook"])).map((item) => [item.id, item]));
    const text = async (id: string) => {
      const item = items.get(id);
      return item && connector.fetch(item, never);
    };
    expect(await text("doc")).toEqual({
      kind: "text",
      format: "markdown",
      text: "# Hours\n\nA door We open at nine.",
    });
    expect(await text("sheet")).toMatchObject({ kind: "bytes", name: "Prices.xlsx" });
    expect(items.get("form")?.unreadable).toContain("Google form");
    expect(items.get("picture")?.unreadable).toContain("image/png");
  });

  it.each([
    ["userRateLimitExceeded", "rate-limited"],
    ["exportSizeLimitExceeded", "too-large"],
    ["cannotDownloadFile", "forbidden"],
    ["accessNotConfigured", "refused"],
  ])("tells %s apart, which Google all says by 403", async (reason, problem) => {
    const { drive, connector } = await driveWith(handbook);
    drive.faults.push({ path: /about/u, how: 403, body: { error: { errors: [{ reason }] } }, times: 9 });
    const outcome = await connector.account(never).catch((error: unknown) => error);
    expect(outcome instanceof ConnectorFault && outcome.problem).toBe(problem);
  });

  it("takes a folder that was not chosen by this account, or is nobody's, as empty", async () => {
    const { connector } = await driveWith(handbook);
    expect(await list(connector, ["stranger's-folder", "hours"])).toEqual([]);
    expect(await connector.changes({ chosen: ["x"], cursor: "{}", known: new Set() }, never)).toBeNull();
  });

  it("writes names into Drive's questions so that they stay names", async () => {
    const { drive, connector } = await driveWith(handbook);
    await connector.containers({ parentId: null, search: "o'neil\\' or 'x' in parents", cursor: null }, never);
    expect(drive.requests.at(-1)?.url.searchParams.get("q")).toContain(
      String.raw`name contains 'o\'neil\\\' or \'x\' in parents'`,
    );
  });
});
