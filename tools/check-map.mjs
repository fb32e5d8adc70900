// Holds every import to the map of tools/map.mjs: down the floors, by the doors, without circles, and declared.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, normalize } from "node:path/posix";
import { manifestOf, readHouse, walk } from "./house.mjs";
import * as houseMap from "./map.mjs";

/** @typedef {import("./house.mjs").House} House
 * @typedef {import("./house.mjs").Problem} Problem
 * @typedef {{ name: string, about: string }} Place
 * @typedef {{ scope: string, packages: Place[][], rooms: Place[][] }} HouseMap
 * @typedef {{ from: string, line: number, target: string, typeOnly: boolean }} Edge */

/** Folders that are no package of the house and may look at all of them. */
const outside = new Set(["tools", "e2e"]);
/** Not a room: helps the tests of all rooms, and is used by nothing else. */
const testing = "testing";

/** @param {House} house @param {HouseMap} map @returns {Problem[]} */
export function checkMap(house, map = houseMap) {
  const paths = new Set(house.files.map((file) => file.path));
  const edges = house.files.flatMap(importsOf);
  const problems = [...unknownPlaces(house, map)];
  for (const edge of edges) {
    const found = edge.target.startsWith(".")
      ? checkRelative({ edge, map, paths })
      : checkBare({ edge, map, manifests: house.manifests });
    if (found) problems.push({ path: edge.from, line: edge.line, ...found });
  }
  return [...problems, ...circles(edges, paths)];
}

/** @param {import("./house.mjs").SourceFile} file @returns {Edge[]} */
function importsOf(file) {
  /** @type {Edge[]} */
  const edges = [];
  walk(file.program, (node) => {
    const source = importSource(node);
    if (!source) return;
    const typeOnly = node.importKind === "type" || node.exportKind === "type" || node.type === "TSImportType";
    edges.push({ from: file.path, line: file.lineAt(node.start), target: source, typeOnly });
  });
  return edges;
}

const importing = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
]);

/** @param {any} node @returns {string | null} */
function importSource(node) {
  if (importing.has(node.type)) return typeof node.source?.value === "string" ? node.source.value : null;
  const isUrl = node.type === "NewExpression" && node.callee.name === "URL" && node.arguments.length === 2;
  const address = isUrl ? node.arguments[0]?.value : undefined;
  return typeof address === "string" && /^\.{1,2}\/.*\.(ts|tsx|mjs)$/.test(address) ? address : null;
}

/** @param {{ edge: Edge, map: HouseMap, paths: Set<string> }} given */
function checkRelative({ edge, map, paths }) {
  const to = normalize(join(dirname(edge.from), edge.target));
  const [from, target] = [placeOf(edge.from), placeOf(to)];
  if (!paths.has(to) && /\.(ts|tsx|mjs)$/.test(to) && !to.includes("/dist/"))
    return { rule: "missing file", message: `imports ${to}, which does not exist` };
  if (outside.has(from.package)) return null;
  if (from.package !== target.package)
    return {
      rule: "relative reach",
      message: `reaches into ${target.package} by path; import ${map.scope}${target.package}`,
    };
  if (isTest(to) && target.room !== testing && !isTest(edge.from)) return notForProduct(to);
  if (from.room === target.room) return ownDoor(edge.from, to, from.room);
  if (target.room === testing) return isTest(edge.from) ? null : notForProduct(to);
  if (from.room === testing || from.room === null) return doorOf(target.room, to, edge.from);
  if (target.room === null) {
    const alone = /\/src\/(config|app|main)\.ts$/.test(to);
    return alone ? { rule: "upward room", message: `${from.room} imports ${to}, which wires the rooms` } : null;
  }
  return (
    compare({ floors: map.rooms, from: from.room, to: target.room, kind: "room" }) ?? doorOf(target.room, to, edge.from)
  );
}

/** @param {{ edge: Edge, map: HouseMap, manifests: House["manifests"] }} given */
function checkBare({ edge, map, manifests }) {
  if (isBuiltin(edge.target)) return null;
  if (edge.target.startsWith("/")) return { rule: "absolute path", message: `imports ${edge.target}` };
  const from = placeOf(edge.from).package;
  const name = edge.target
    .split("/")
    .slice(0, edge.target.startsWith("@") ? 2 : 1)
    .join("/");
  const ours = name.startsWith(map.scope) ? name.slice(map.scope.length) : null;
  if (ours === from) return { rule: "own door", message: `${from} imports itself by its own name` };
  if (ours !== null && !outside.has(from)) {
    const found = compare({ floors: map.packages, from, to: ours, kind: "package" });
    if (found) return found;
  }
  const test = isTest(edge.from) || outside.has(from) || edge.from.endsWith(".config.ts");
  const declared = [...(manifests[from]?.product ?? []), ...(test ? rootAndOwn(manifests, from) : [])];
  const typed = edge.typeOnly && declared.includes(typesOf(name));
  const known = declared.includes(name) || typed || (outside.has(from) && ours !== null);
  return known ? null : { rule: "undeclared", message: `imports ${name}, which ${from}/package.json does not declare` };
}

/** @param {House["manifests"]} manifests @param {string} from */
function rootAndOwn(manifests, from) {
  const everything = outside.has(from) ? Object.values(manifests) : [manifests[""], manifests[from]];
  return everything.flatMap((manifest) => manifest?.all ?? []);
}

/** @param {string} name */
function typesOf(name) {
  return `@types/${name.replace(/^@/, "").replace("/", "__")}`;
}

/** @param {{ floors: Place[][], from: string, to: string, kind: "room" | "package" }} given */
function compare({ floors, from, to, kind }) {
  const [here, there] = [from, to].map((name) =>
    floors.findIndex((floor) => floor.some((place) => place.name === name)),
  );
  if (here === undefined || there === undefined || here < 0 || there < 0)
    return { rule: `unknown ${kind}`, message: `${here === -1 ? from : to} is not on the map (tools/map.mjs)` };
  if (there > here) return { rule: `upward ${kind}`, message: `${from} imports ${to}, which lies on a higher floor` };
  if (there === here) return { rule: "stranger", message: `${from} imports ${to}, a stranger on the same floor` };
  return null;
}

/** A room is entered by its index.ts; tables are data and may be named for foreign keys.
 * @param {string | null} room @param {string} to @param {string} from */
function doorOf(room, to, from) {
  if (room === null || to === `server/src/${room}/index.ts`) return null;
  if (isTest(from) || from.startsWith(`server/src/${testing}/`)) return null;
  if (to === `server/src/${room}/tables.ts` && from.endsWith("/tables.ts")) return null;
  return { rule: "past the door", message: `imports ${to}; enter ${room} by server/src/${room}/index.ts` };
}

/** @param {string} from @param {string} to @param {string | null} room */
function ownDoor(from, to, room) {
  if (room === null || isTest(from) || to !== `server/src/${room}/index.ts`) return null;
  return { rule: "own door", message: `${room} imports its own index.ts from inside` };
}

/** @param {string} to */
function notForProduct(to) {
  return { rule: "testing only", message: `product code imports ${to}, which is for tests` };
}

/** @param {House} house @param {HouseMap} map @returns {Problem[]} */
function unknownPlaces(house, map) {
  const rooms = new Set([...map.rooms.flat().map((room) => room.name), testing]);
  const packages = new Set([...map.packages.flat().map((each) => each.name), ...outside]);
  /** @type {Map<string, Problem>} */
  const found = new Map();
  for (const { path } of house.files) {
    const place = placeOf(path);
    const say = (/** @type {string} */ rule, /** @type {string} */ name) =>
      found.set(name, { path, line: 1, rule, message: `${name} is not on the map (tools/map.mjs)` });
    if (!packages.has(place.package)) say("unknown package", place.package);
    if (place.room !== null && !rooms.has(place.room)) say("unknown room", place.room);
  }
  return [...found.values()];
}

/** @param {string} path @returns {{ package: string, room: string | null }} */
function placeOf(path) {
  const parts = path.split("/");
  const room = parts[0] === "server" && parts[1] === "src" && parts.length > 3 ? (parts[2] ?? null) : null;
  return { package: parts[0] ?? "", room };
}

/** @param {string} path */
function isTest(path) {
  return /\.(test|e2e|testing)\.tsx?$|\/(testing|conformance)\/|^widget\/dev\//.test(path);
}

/** Circles of files, type-only imports among them: those between rooms are upward imports already.
 * @param {Edge[]} edges @param {Set<string>} paths @returns {Problem[]} */
function circles(edges, paths) {
  /** @type {Map<string, Edge[]>} */
  const graph = new Map();
  for (const edge of edges) {
    if (!edge.target.startsWith(".") || edge.typeOnly) continue;
    const to = normalize(join(dirname(edge.from), edge.target));
    if (paths.has(to)) graph.set(edge.from, [...(graph.get(edge.from) ?? []), { ...edge, target: to }]);
  }
  /** @type {Problem[]} */
  const found = [];
  const done = new Set();
  const visit = (/** @type {string} */ path, /** @type {string[]} */ trail) => {
    for (const edge of graph.get(path) ?? []) {
      const at = trail.indexOf(edge.target);
      if (at >= 0) {
        const message = `goes in a circle: ${[...trail.slice(at), edge.target].join(" → ")}`;
        found.push({ path, line: edge.line, rule: "circle", message });
      } else if (!done.has(edge.target)) visit(edge.target, [...trail, edge.target]);
    }
    done.add(path);
  };
  for (const path of graph.keys()) if (!done.has(path)) visit(path, [path]);
  return found;
}

/** The map as a page, from the same data that the check holds everybody to. @param {HouseMap} map */
export function printMap(map = houseMap) {
  const table = (/** @type {Place[][]} */ floors, /** @type {(place: Place) => string} */ link) =>
    [...floors].reverse().map((floor) => `| ${floor.map((p) => `${link(p)}: ${p.about}`).join("<br>")} |`);
  return [
    "# The map of the house",
    "",
    "Printed from `tools/map.mjs` by `npm run check -- --write`; do not edit. An import goes down the floors only, what",
    "stands on one floor are strangers, and a room is entered by its `index.ts`. Upward talk goes through events",
    "and registries. `npm run check` fails on everything else.",
    "",
    "## Packages",
    "",
    "| top floor first |",
    "|---|",
    ...table(map.packages, (place) => `[\`${place.name}\`](../${place.name})`),
    "",
    "## Rooms of the server",
    "",
    "| top floor first |",
    "|---|",
    "| [`main.ts`](../server/src/main.ts) wires the rooms, [`app.ts`](../server/src/app.ts) lists their routes," +
      " [`config.ts`](../server/src/config.ts) alone reads the environment |",
    ...table(map.rooms, (place) => `[\`${place.name}\`](../server/src/${place.name})`),
    "",
    "`server/src/testing` helps the tests of all rooms and is used by nothing else. `tools` and `e2e` stand outside.",
    "",
  ].join("\n");
}

/** @param {string} root @param {{ write: boolean }} options @returns {Problem[]} */
export function checkPrintedMap(root, { write }) {
  const path = "docs/map.md";
  const file = `${root}/${path}`;
  const wanted = printMap();
  if (existsSync(file) && readFileSync(file, "utf8") === wanted) return [];
  if (!write) return [{ path, line: 1, rule: "stale map", message: "run `npm run check -- --write` to print it anew" }];
  writeFileSync(file, wanted);
  return [];
}

export { manifestOf, readHouse };
