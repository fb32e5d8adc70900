import { expect, test } from "vitest";
import { checkDashboard } from "./check-dashboard.mjs";
import { sourceFile } from "./house.mjs";

function rulesOf(text: string, path = "dashboard/src/agents/agents-screen.tsx"): string[] {
  return checkDashboard({ files: [sourceFile(path, text)], manifests: {} }, []).map(({ rule }) => rule);
}

test("words on a screen come from its catalogue", () => {
  expect(rulesOf("export const A = () => <p>Hello there</p>;")).toEqual(["literal words"]);
  expect(rulesOf('export const A = () => <p>{"Hello"}</p>;')).toEqual(["literal words"]);
  expect(rulesOf('export const A = () => <Field label="Your name" />;')).toEqual(["literal words"]);
  expect(rulesOf('export const A = () => <IconButton name="Close" />;')).toEqual(["literal words"]);
  expect(rulesOf("export const A = () => <p>{texts.hello} · {count}</p>;")).toEqual([]);
  expect(rulesOf('export const A = () => <FormField name="siteUrl" label={texts.site} />;')).toEqual([]);
});

test("colours are tokens", () => {
  expect(rulesOf('export const A = () => <p className="bg-[#fff]" />;')).toEqual(["raw colour"]);
  expect(rulesOf('export const A = () => <p style={{ color: "rgb(0 0 0)" }} />;')).toEqual(["raw colour"]);
  expect(rulesOf('export const A = () => <p className={cx("flex", on && "bg-[oklch(0.5_0_0)]")} />;')).toEqual([
    "raw colour",
  ]);
  expect(rulesOf('export const A = () => <p className="bg-accent" style={{ color: brand }} />;')).toEqual([]);
  const styles = [
    { path: "dashboard/src/styles/base.css", text: "a {\n  color: #123456;\n}" },
    { path: "dashboard/src/styles/tokens.css", text: "a { color: #123456 }" },
  ];
  expect(checkDashboard({ files: [], manifests: {} }, styles)).toMatchObject([{ line: 2, rule: "raw colour" }]);
});

test("sides follow the direction of reading", () => {
  expect(rulesOf('export const A = () => <p className="ml-2" />;')).toEqual(["physical side"]);
  expect(rulesOf('export const A = () => <p className={cx(on && "text-left")} />;')).toEqual(["physical side"]);
  expect(rulesOf('export const A = () => <p className="ms-2 text-start lg:pe-4" />;')).toEqual([]);
});

test("a class stands once", () => {
  expect(rulesOf('export const A = () => <p className="flex h-4 flex lg:h-[min(4rem,9rem)]-col" />;')).toEqual([
    "class twice",
  ]);
  expect(rulesOf('export const A = () => <p className={cx("flex h-4", on && "flex lg:flex")} />;')).toEqual([]);
});

test("the gallery is for developers", () => {
  expect(rulesOf("export const A = () => <p>Hello there</p>;", "dashboard/src/gallery/a.tsx")).toEqual([]);
});
