import { afterEach, describe, expect, it } from "vitest";
import { connectorConformance } from "../conformance/connector.ts";
import { serveIntercom, type ServedIntercom } from "../conformance/serve-intercom.ts";
import { createIntercom } from "./create-intercom.ts";
import type { ConnectorItem } from "@parley/contracts";

const never = new AbortController().signal;
const open: ServedIntercom[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map((one) => one.close()))));

async function helpCentre(waits: number[] = []) {
  const served = await serveIntercom();
  open.push(served);
  served.collections.push(
    { id: "1", name: "handbook", parent_id: null },
    { id: "2", name: "below", parent_id: "1" },
    { id: "3", name: "elsewhere", parent_id: null },
  );
  const titles = { hours: "hours", returns: "returns", other: "other", fresh: "fresh" };
  served.write("hours", { title: titles.hours, body: "<p>We open at nine.</p>", parent_ids: [1] });
  served.write("returns", { title: titles.returns, body: "<p>Within thirty days.</p>", parent_ids: [2] });
  served.write("other", { title: titles.other, body: "<p>Other.</p>", parent_ids: [3] });
  const connector = createIntercom({
    token: served.token.good,
    region: "us",
    baseUrl: served.url,
    fetch,
    sleep: async (ms) => void waits.push(ms),
    patienceMs: 300,
  });
  const list = async (chosen: string[]) => {
    const items: ConnectorItem[] = [];
    for await (const page of connector.list(chosen, never)) items.push(...page);
    return items;
  };
  return { served, connector, list };
}

describe("Intercom", () => {
  connectorConformance(async () => {
    const waits: number[] = [];
    const { served, connector } = await helpCentre(waits);
    return {
      connector,
      chosen: ["1"],
      faults: served.faults,
      waits,
      write: (item, body) => served.write(item, { title: item, body, ...(item === "fresh" && { parent_ids: [2] }) }),
      remove: (item) => void served.articles.delete(item),
      moveOut: (item) => served.write(item, { body: "x", parent_ids: [3] }),
      revoke: () => void (served.token.good = "another"),
      secrets: ["intercom-token-0"],
      close: async () => {},
    };
  });

  it("reads all of it where nothing was chosen, through all pages, from no other host", async () => {
    const { list, served } = await helpCentre();
    expect((await list([])).map(({ id }) => id).sort()).toEqual(["hours", "other", "returns"]);
    expect(served.requests.map(({ url }) => url.search)).toEqual(["", "?page=2"]);
  });

  it("leaves drafts, empty articles and those that not everybody may see", async () => {
    const { list, served } = await helpCentre();
    served.write("draft", { body: "<p>Soon.</p>", state: "draft" });
    served.write("empty", { body: " " });
    served.write("staff", { body: "<p>x</p>", help_center_audience: "restricted" });
    served.write("open", { body: "<p>x</p>", help_center_audience: "everyone" });
    const unreadable = new Map((await list([])).map(({ id, unreadable: why }) => [id, why]));
    expect(unreadable.get("draft")).toContain("draft");
    expect(unreadable.get("empty")).toContain("no text");
    expect(unreadable.get("staff")).toContain("everybody");
    expect(unreadable.get("open")).toBeNull();
  });

  it("takes each published translation as a document of its own", async () => {
    const { list, served, connector } = await helpCentre();
    const text = (title: string, state: string) => ({
      title,
      body: `<p>${title}</p>`,
      state,
      updated_at: 1,
      url: null,
    });
    served.write("many", {
      body: "<p>Hello</p>",
      default_locale: "en",
      translated_content: {
        type: "article_translated_content",
        en: text("Hello", "published"),
        de: text("Hallo", "published"),
        fr: text("Bonjour", "draft"),
        "../x": text("?", "published"),
      },
    });
    const found = (await list([])).filter(({ id }) => id.startsWith("many"));
    expect(found).toMatchObject([
      { id: "many", language: "en" },
      { id: "many/de", language: "de", title: "Hallo" },
    ]);
    const [, german] = found;
    expect(german && (await connector.fetch(german, never))).toMatchObject({ text: "<p>Hallo</p>" });
  });

  it("lists again when articles went while it listed, so that none is missed", async () => {
    const { list, served } = await helpCentre();
    for (let at = 0; at < 5; at += 1) served.write(`n${at}`, { body: "x" });
    // The newest goes after the first page: the rest moves up by one, past the second.
    const inner = served.requests.push.bind(served.requests);
    let gone = false;
    served.requests.push = (...more) => {
      if (!gone && more[0]?.url.searchParams.get("page") === "2") gone = served.articles.delete("n4");
      return inner(...more);
    };
    const ids = new Set((await list([])).map(({ id }) => id));
    for (const id of ["hours", "returns", "other", "n0", "n1", "n2", "n3"]) expect(ids).toContain(id);
  });
});
