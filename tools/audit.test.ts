import { expect, it } from "vitest";
import { readAudit } from "./audit.ts";

it("tells what the registry knows", () => {
  const via = [{ title: "Prototype pollution", url: "https://github.com/advisories/GHSA-1" }, "another"];
  expect(readAudit(JSON.stringify({ vulnerabilities: { a: { name: "a", severity: "high", via } } }))).toEqual({
    state: "asked",
    weaknesses: [
      { name: "a", severity: "high", advisories: ["Prototype pollution https://github.com/advisories/GHSA-1"] },
    ],
  });
  expect(readAudit('{"vulnerabilities":{}}')).toEqual({ state: "asked", weaknesses: [] });
});

it("says that it skipped, and never that all is well, when there was no report", () => {
  const closed = JSON.stringify({ message: "request to the registry failed", error: { summary: "", detail: "" } });
  expect(readAudit(closed)).toEqual({ state: "skipped", why: "request to the registry failed" });
  for (const nothing of ["", "null", "[]", "<html>", '{"vulnerabilities":null}'])
    expect(readAudit(nothing).state).toBe("skipped");
});
