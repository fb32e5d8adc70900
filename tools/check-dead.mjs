// What is exported and named nowhere else, not even in its own file, is there for nobody.
import { walk } from "./house.mjs";

/** @typedef {import("./house.mjs").House} House
 * @typedef {import("./house.mjs").SourceFile} SourceFile
 * @typedef {import("./house.mjs").Problem} Problem */

/** Read by a program that takes every export: drizzle-kit the tables, tools/bench/run.ts what it measures. */
const takenWhole = /(^|\/)tables\.ts$|^tools\/bench\/|\.config\.ts$/;
/** The types of the API are for whoever uses the sdk. */
const generated = "sdk/src/schema.ts";

/** @param {House} house @returns {Problem[]} */
export function checkDead({ files }) {
  const written = files.filter(({ path }) => path !== generated);
  const times = countNames(written);
  return written
    .filter(({ path }) => !takenWhole.test(path))
    .flatMap((file) =>
      exportsOf(file)
        .filter(({ name }) => times.get(name) === 1)
        .map(({ name, start }) => ({
          path: file.path,
          line: file.lineAt(start),
          rule: "dead export",
          message: `nothing uses ${name}: delete it`,
        })),
    );
}

/** @param {readonly SourceFile[]} files @returns {Map<string, number>} */
function countNames(files) {
  const times = new Map();
  const count = (/** @type {string} */ name) => times.set(name, (times.get(name) ?? 0) + 1);
  for (const { path, program } of files)
    walk(program, (node, [parent, above]) => {
      // The dashboard's router names its screens in texts.
      if (node.type === "Literal" && typeof node.value === "string") return count(node.value);
      if (node.type !== "Identifier" && node.type !== "JSXIdentifier") return;
      // Passed on is not used; but what the sdk passes on is for people.
      if (parent?.type === "ExportSpecifier" && above?.source && !path.startsWith("sdk/")) return;
      count(node.name);
    });
  return times;
}

/** What a file declares and gives away by name. @param {SourceFile} file @returns {{ name: string, start: number }[]} */
function exportsOf({ program }) {
  return program.body.flatMap((/** @type {any} */ statement) => {
    const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : null;
    const declarations = declared?.declarations ?? (declared ? [declared] : []);
    return declarations.flatMap(({ id }) => (id?.type === "Identifier" ? [{ name: id.name, start: id.start }] : []));
  });
}
