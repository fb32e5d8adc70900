import { newId } from "@parley/contracts";
import { expect, test } from "vitest";
import { agentNamedBy } from "./agent-named-by.ts";

const id = newId("agent", 0);

test.each([
  id,
  ` ${id} `,
  `http://127.0.0.1:3000/try/${id}`,
  `127.0.0.1:3000/try/${id}`,
  `https://chat.example.com/try/${id}/`,
  `https://example.com/chat/try/${id}?from=mail#top`,
])("%j names the agent", (target) => {
  expect(agentNamedBy(target)).toBe(id);
});

test.each([
  "",
  "https://example.com",
  "example.com/try/",
  "https://example.com/try/agt_short",
  `https://example.com/try/${newId("source", 0)}`,
  `https://example.com/${id}`,
  `https://example.com/try/${id}/more`,
  `https://example.com/?next=/try/${id}`,
])("%j is the address of a website", (target) => {
  expect(agentNamedBy(target)).toBeNull();
});
