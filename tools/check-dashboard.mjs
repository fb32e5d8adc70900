// Holds the dashboard to its language: colours only as tokens, words only from catalogues, sides only by reading order,
// each class once.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { walk } from "./house.mjs";

/** @typedef {import("./house.mjs").House} House
 * @typedef {import("./house.mjs").SourceFile} SourceFile
 * @typedef {import("./house.mjs").Problem} Problem */

/** The tokens themselves, and pages for developers. */
const tokensFile = "dashboard/src/styles/tokens.css";
const gallery = "dashboard/src/gallery/";

const COLOUR = /#(?:[\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(/i;
const SIDE =
  /(?:^|[\s:"'`])-?(?:(?:m[lr]|p[lr]|left|right|border-[lr]|rounded-(?:[lr]|[tb][lr]))-[\w[(]|text-(?:left|right)\b)/;

/** Attributes whose text people read or hear. */
const spoken = new Set([
  "label",
  "title",
  "placeholder",
  "aria-label",
  "alt",
  "name",
  "text",
  "description",
  "help",
  "words",
  "hint",
  "heading",
  "header",
  "confirm",
]);
const looks = new Set(["className", "style", "fill", "stroke", "color"]);
const WORD = /\p{L}{2,}/u;

/** @param {House} house @param {{ path: string, text: string }[]} styles @returns {Problem[]} */
export function checkDashboard(house, styles) {
  const own = house.files.filter(({ path }) => path.startsWith("dashboard/src/") && !/\.test\.tsx?$/.test(path));
  return [
    ...own.filter(({ path }) => path.endsWith(".tsx") && !path.startsWith(gallery)).flatMap(checkScreen),
    ...styles.filter(({ path }) => path !== tokensFile).flatMap(checkStyle),
  ];
}

/** The dashboard's style sheets. @param {string} root */
export function readStyles(root) {
  const folder = "dashboard/src/styles";
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".css"))
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), "utf8") }));
}

/** @param {{ path: string, text: string }} file @returns {Problem[]} */
function checkStyle({ path, text }) {
  return text.split("\n").flatMap((line, at) => {
    if (!COLOUR.test(line)) return [];
    return [{ path, line: at + 1, rule: "raw colour", message: `use a token of ${tokensFile}: ${line.trim()}` }];
  });
}

/** @param {SourceFile} file @returns {Problem[]} */
function checkScreen(file) {
  /** @type {Problem[]} */
  const found = [];
  walk(file.program, (node, parents) => {
    const say = (/** @type {string} */ rule, /** @type {string} */ message) =>
      found.push({ path: file.path, line: file.lineAt(node.start), rule, message });
    if (node.type === "JSXText" && WORD.test(node.value))
      say("literal words", `put into texts.ts: ${node.value.trim()}`);
    const text = textOf(node);
    if (text === null) return;
    const attribute = attributeOf(parents);
    if (attribute !== null && looks.has(attribute) && COLOUR.test(text)) say("raw colour", `use a token: ${text}`);
    if (attribute === "className" && SIDE.test(` ${text} `))
      say("physical side", `use ms, me, ps, pe, start or end: ${text}`);
    if (attribute === "className" && hasTwice(text)) say("class twice", `one is a slip of the pen: ${text}`);
    if (
      parents[0]?.type === "JSXAttribute" &&
      spoken.has(attribute ?? "") &&
      isComponentText(parents, attribute) &&
      isSentence(text)
    )
      say("literal words", `put into texts.ts: ${text}`);
    if (parents[0]?.type === "JSXExpressionContainer" && parents[1]?.type === "JSXElement" && WORD.test(text))
      say("literal words", `put into texts.ts: ${text}`);
  });
  return found;
}

/** @param {string} text */
function hasTwice(text) {
  const classes = text.split(/\s+/).filter((name) => name !== "");
  return new Set(classes).size < classes.length;
}

/** @param {any} node @returns {string | null} */
function textOf(node) {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : null;
  return node.type === "TemplateElement" ? (node.value.cooked ?? null) : null;
}

/** The attribute that a value belongs to, however deep it stands in its expression. @param {any[]} parents @returns {string | null} */
function attributeOf(parents) {
  const at = parents.findIndex(({ type }) => type === "JSXAttribute" || type === "JSXElement");
  const attribute = parents[at];
  if (attribute?.type !== "JSXAttribute") return null;
  return typeof attribute.name.name === "string" ? attribute.name.name : null;
}

/** `name` is spoken on our components (IconButton), and a technical word on elements and form fields.
 * @param {any[]} parents @param {string | null} attribute */
function isComponentText(parents, attribute) {
  if (attribute !== "name") return true;
  const element = parents[1]?.name?.name;
  return typeof element === "string" && ["IconButton", "Avatar", "Checkbox", "Switch", "CopyButton"].includes(element);
}

/** Words for people begin large or hold a space; keys and codes do neither. @param {string} text */
function isSentence(text) {
  return WORD.test(text) && (/^\p{Lu}/u.test(text) || /\p{L}\s+\p{L}/u.test(text));
}
