import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const pages = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" }).split("\n").filter(Boolean);

test("every variable that is read is documented, and no other", () => {
  const vendors = /VENDORS = \[(.*?)\]/.exec(read("server/src/config-models.ts"))?.[1]?.match(/\w+/g) ?? [];
  const documentedVendors = vendors.filter((vendor) => vendor !== "script");
  const ofVendors = documentedVendors.flatMap((vendor) =>
    [`${vendor}_API_KEY`, `${vendor}_BASE_URL`].map((name) => name.toUpperCase()),
  );
  const readers = ["config", "config-connectors", "config-embeddings"].map((name) => read(`server/src/${name}.ts`));
  const named = readers.flatMap(
    (text) => text.match(/\b(?:PARLEY_[A-Z_]+|(?!API_|BASE_)[A-Z][A-Z_]*_(?:URL|KEY))\b/g) ?? [],
  );
  const social =
    /socialProvider = z\.enum\(\[(.*?)\]/.exec(read("contracts/src/wire/accounts.ts"))?.[1]?.match(/\w+/g) ?? [];
  const ofAccounts = social.flatMap((name) =>
    ["CLIENT_ID", "CLIENT_SECRET", "BASE_URL"].map((part) => `${name.toUpperCase()}_${part}`),
  );
  const prefixes = /const PREFIX[^]*?function/.exec(read("server/src/config-embeddings.ts"))?.[0] ?? "";
  const ofSearch = (prefixes.match(/(?<=")(?!LOCAL|SCRIPT)[A-Z_]+(?=")/g) ?? []).flatMap((prefix) => [
    `${prefix}_API_KEY`,
    `${prefix}_BASE_URL`,
  ]);
  const known = new Set([...named, ...ofVendors, ...ofSearch, ...ofAccounts, "PARLEY_MODELS", "PARLEY_SIGNUP"]);
  const documented = new Set(
    read("docs/configuration.md")
      .match(/`([A-Z]+_[A-Z_]+)`/g)
      ?.map((name) => name.slice(1, -1)),
  );
  expect([...documented].toSorted()).toEqual([...known].toSorted());
});

test("every link between the pages leads somewhere", () => {
  expect(pages).toContain("docs/words.md");
  const broken = pages.flatMap((page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1] ?? "");
    return links.filter((link) => !existsSync(join(root, dirname(page), link))).map((link) => `${page}: ${link}`);
  });
  expect(broken).toEqual([]);
});

test("every npm script that a page names exists", () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/npm run (?:--silent )?([a-z]+)/g)].map((match) => match[1] ?? ""),
  );
  expect(named.length).toBeGreaterThan(5);
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
});
