// The budgets that the linter cannot hold: lengths with a shrinking list, casts per thousand lines, who may fetch,
// and tests that cannot fail. (`any`, `!`, parameters, functions, circles, the environment: .oxlintrc.json.)
import { longFiles } from "./quality-exceptions.mjs";
import { walk } from "./house.mjs";

/** @typedef {import("./house.mjs").House} House
 * @typedef {import("./house.mjs").SourceFile} SourceFile
 * @typedef {import("./house.mjs").Problem} Problem */

export const budgets = { lines: 250, wall: 400, functionLines: 60, parameters: 3, castsPerThousandLines: 1 };

/** Written by tools/sdk.ts, read by nobody: no budget holds for it. */
const generated = new Set(["sdk/src/schema.ts"]);

/** @param {House} all @param {{ longFiles: Record<string, number> }} exceptions @returns {Problem[]} */
export function checkQuality(all, exceptions = { longFiles }) {
  const house = { ...all, files: all.files.filter((file) => !generated.has(file.path)) };
  return [
    ...house.files.flatMap((file) => [...checkLength(file, exceptions.longFiles), ...checkFile(file)]),
    ...checkStaleExceptions(house, exceptions.longFiles),
    ...checkCasts(house),
  ];
}

/** @param {SourceFile} file @param {Record<string, number>} exceptions @returns {Problem[]} */
function checkLength(file, exceptions) {
  const lines = linesOf(file);
  if (lines > budgets.wall)
    return [problem(file, 0, { rule: "length", message: `has ${lines} lines; the wall is ${budgets.wall}` })];
  const allowed = exceptions[file.path] ?? (isTest(file.path) || isProse(file.path) ? budgets.wall : budgets.lines);
  if (lines > allowed)
    return [problem(file, 0, { rule: "length", message: `has ${lines} lines; it may have ${allowed}. Divide it` })];
  return [];
}

/** What people read and say, one language a file: prose more than code. @param {string} path */
function isProse(path) {
  return /\/texts\/[a-z]{2}(-lexicon)?\.ts$|^dashboard\/src\/.*texts(-[a-z]{2})?\.ts$/.test(path);
}

/** @param {House} house @param {Record<string, number>} exceptions @returns {Problem[]} */
function checkStaleExceptions(house, exceptions) {
  return Object.entries(exceptions).flatMap(([path, allowed]) => {
    const file = house.files.find((each) => each.path === path);
    const lines = file ? linesOf(file) : 0;
    if (lines >= allowed) return [];
    const message = `is listed with ${allowed} lines in tools/quality-exceptions.mjs but has ${lines}: make the list shrink`;
    return [{ path, line: 1, rule: "stale exception", message }];
  });
}

/** @param {SourceFile} file @returns {Problem[]} */
function checkFile(file) {
  /** @type {Problem[]} */
  const found = [];
  walk(file.program, (node, parents) => {
    const say = (/** @type {string} */ rule, /** @type {string} */ message) =>
      found.push(problem(file, node.start, { rule, message }));
    if (isRawFetch(file.path, node)) say("raw fetch", "fetch through fetchPublic or fetchVendor (platform/outbound)");
    const lines = isTest(file.path) || isGallery(file.path) ? 0 : ownLines(node, file);
    if (lines > budgets.functionLines)
      say("function length", `has ${lines} lines of its own; it may have ${budgets.functionLines}`);
    if (!isTest(file.path) && ownParameters(node, parents) > budgets.parameters)
      say("parameters", `takes ${node.params.length} parameters; from four on, take an object`);
    if (!isTest(file.path)) return;
    const vacuous = vacuousIdiom(node, parents, file);
    if (vacuous) say("vacuous test", vacuous);
  });
  return found;
}

const functions = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

/** Lines of a function without those of the functions inside it: `createRoom` may hold many short ones.
 * @param {any} node @param {SourceFile} file */
function ownLines(node, file) {
  if (!functions.has(node.type) || !node.body) return 0;
  const span = (/** @type {any} */ each) => file.lineAt(each.end) - file.lineAt(each.start) + 1;
  let inner = 0;
  walk(node.body, (each, parents) => {
    const outermost = !parents.some((parent) => functions.has(parent.type));
    if (functions.has(each.type) && outermost) inner += span(each) - 1;
  });
  return span(node) - inner;
}

/** How many parameters a function takes; 0 for callbacks, whose shape somebody else has decided.
 * @param {any} node @param {any[]} parents */
function ownParameters(node, parents) {
  if (!functions.has(node.type)) return 0;
  const callback = ["CallExpression", "NewExpression", "ArrayExpression"].includes(parents[0]?.type);
  return callback ? 0 : node.params.length;
}

/** @param {string} path @param {any} node */
function isRawFetch(path, node) {
  if (!path.startsWith("server/src/") || isTest(path)) return false;
  if (path.startsWith("server/src/platform/outbound/") || path.startsWith("server/src/testing/")) return false;
  if (node.type === "MemberExpression")
    return node.object.name === "globalThis" && (node.property.name ?? node.property.value) === "fetch";
  if (node.type === "CallExpression" && node.callee.type === "MemberExpression")
    return (
      ["http", "https", "undici"].includes(node.callee.object.name) &&
      ["request", "get", "fetch"].includes(node.callee.property.name)
    );
  if (node.type === "NewExpression") return ["WebSocket", "EventSource", "XMLHttpRequest"].includes(node.callee.name);
  return node.type === "ImportExpression" && ["undici", "node:http", "node:https"].includes(node.source.value);
}

/** Idioms that pass on anything. @param {any} node @param {any[]} parents @param {SourceFile} file */
function vacuousIdiom(node, parents, file) {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return null;
  const name = node.callee.property.name;
  const [first] = node.arguments;
  if (name === "toMatchObject" && first?.type === "ObjectExpression" && first.properties.length === 0)
    return "toMatchObject({}) passes on anything";
  if (name === "forEach" && first?.async === true) return "forEach does not wait for an async function; use for...of";
  if (name === "toBeTruthy" && isAlwaysTrue(node.callee.object)) return "an array or object is always truthy";
  if (["skip", "todo", "only"].includes(name) && isTestFunction(node.callee.object)) return skipped(node, name, file);
  if (name === "resolves" || name === "rejects") return null;
  if (isUnawaited(node, parents)) return "expect(...).resolves or .rejects must be awaited";
  return null;
}

/** @param {any} object */
function isTestFunction(object) {
  return object.type === "Identifier" && ["test", "it", "describe"].includes(object.name);
}

/** @param {any} node @param {string} name @param {SourceFile} file */
function skipped(node, name, file) {
  if (name === "only") return "only leaves out every other test";
  const before = file.text.slice(0, node.start).split("\n");
  const above = before[before.length - 2] ?? "";
  return /^\s*(\/\/|\*\/)/.test(above) ? null : `${name} needs a comment above it that says why`;
}

/** @param {any} expectation */
function isAlwaysTrue(expectation) {
  const subject = expectation?.type === "CallExpression" ? expectation.arguments[0] : null;
  return subject?.type === "ArrayExpression" || subject?.type === "ObjectExpression";
}

/** @param {any} node @param {any[]} parents */
function isUnawaited(node, parents) {
  const object = node.callee.object;
  const promised = object.type === "MemberExpression" && ["resolves", "rejects"].includes(object.property.name);
  return promised && parents[0]?.type === "ExpressionStatement";
}

/** @param {House} house @returns {Problem[]} */
function checkCasts(house) {
  const product = house.files.filter(
    (file) => !isTest(file.path) && /^(contracts|adapters|sdk|server|widget|dashboard|cli)\//.test(file.path),
  );
  const lines = product.reduce((sum, file) => sum + linesOf(file), 0);
  const allowed = Math.max(1, Math.floor((lines / 1_000) * budgets.castsPerThousandLines));
  const casts = product.flatMap(castsOf);
  if (casts.length <= allowed) return [];
  return casts.map((cast) => ({
    ...cast,
    message: `${casts.length} casts in all, ${allowed} are allowed: ${cast.message}`,
  }));
}

/** @param {SourceFile} file @returns {Problem[]} */
function castsOf(file) {
  /** @type {Problem[]} */
  const casts = [];
  walk(file.program, (node) => {
    if (node.type !== "TSAsExpression" && node.type !== "TSTypeAssertion") return;
    if (node.typeAnnotation.typeName?.name === "const") return;
    const text = file.text.slice(node.start, node.end).replaceAll(/\s+/g, " ");
    casts.push(problem(file, node.start, { rule: "cast", message: text.slice(-60) }));
  });
  return casts;
}

/** Examples one below the other. @param {string} path */
function isGallery(path) {
  return path.startsWith("dashboard/src/gallery/");
}

/** @param {SourceFile} file */
function linesOf(file) {
  return file.text.split("\n").length - (file.text.endsWith("\n") ? 1 : 0);
}

/** @param {string} path */
function isTest(path) {
  return /\.(test|e2e|testing)\.tsx?$|\/(testing|conformance)\/|^widget\/dev\//.test(path);
}

/** @param {SourceFile} file @param {number} offset @param {{ rule: string, message: string }} what @returns {Problem} */
function problem(file, offset, what) {
  return { path: file.path, line: file.lineAt(offset), ...what };
}
