import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { printRoles, ROLES_PAGE } from "./print-roles.ts";

test("the page about roles says what the server checks", () => {
  expect(readFileSync(ROLES_PAGE, "utf8")).toBe(printRoles());
});
