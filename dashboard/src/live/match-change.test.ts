import { expect, test } from "vitest";
import { matchChange, type QueryName } from "./match-change.ts";

const list: QueryName = ["/v1/agents/{id}/sources", { id: "agt_1" }, "org_1"];
const one: QueryName = ["/v1/sources/{id}", { id: "src_1" }, "org_1"];
const below: QueryName = ["/v1/sources/{id}/pages", { id: "src_1" }, "org_1"];

test("a list follows every change of its resource, of its own agent only", () => {
  expect(matchChange(list, { resource: "sources", id: "src_9", agentId: "agt_1" })).toBe(true);
  expect(matchChange(list, { resource: "sources", id: "src_9", agentId: "agt_2" })).toBe(false);
  expect(matchChange(list, { resource: "sources", id: null, agentId: null })).toBe(true);
  expect(matchChange(list, { resource: "documents", id: "doc_1", agentId: "agt_1" })).toBe(false);
});

test("one thing follows its own changes, and what hangs below it too", () => {
  expect(matchChange(one, { resource: "sources", id: "src_1", agentId: "agt_1" })).toBe(true);
  expect(matchChange(one, { resource: "sources", id: "src_2", agentId: "agt_1" })).toBe(false);
  expect(matchChange(below, { resource: "sources", id: "src_1", agentId: "agt_1" })).toBe(true);
  expect(matchChange(below, { resource: "pages", id: "pag_7", agentId: "agt_1" })).toBe(true);
});

test("a query may name further resources that it is made of", () => {
  const home: QueryName = ["/v1/summary", {}, "org_1"];
  expect(matchChange(home, { resource: "conversations", id: "cnv_1", agentId: "agt_1" })).toBe(false);
  expect(matchChange(home, { resource: "conversations", id: "cnv_1", agentId: "agt_1" }, ["conversations"])).toBe(true);
});

test("a filter by agent counts as belonging to it", () => {
  const filtered: QueryName = ["/v1/conversations", { agentId: "agt_1" }, "org_1"];
  expect(matchChange(filtered, { resource: "conversations", id: "cnv_1", agentId: "agt_2" })).toBe(false);
  expect(matchChange(filtered, { resource: "conversations", id: "cnv_1", agentId: "agt_1" })).toBe(true);
});
