import { elementsOf } from "./dom.ts";
import type { Element } from "./parse-html.ts";

/** What schema.org data on a page says. */
export interface LinkedData {
  name: string | null;
  telephone: string | null;
  email: string | null;
  address: string | null;
  openingHours: string[];
  questions: { question: string; answer: string }[];
}

type Json = Record<string, unknown>;

const MOST_BYTES = 300_000;
const MOST_NODES = 2_000;
const business =
  /^(?:Organization|Corporation|LocalBusiness|Store|.*(?:Store|Shop|Business|Service|Restaurant|Organization|Office|Clinic|Hotel|Library|Museum|School|University)|Person|WebSite|Dentist|Physician|Bakery|Hospital)$/;

export function readLinkedData(root: Element): LinkedData {
  const data: LinkedData = { name: null, telephone: null, email: null, address: null, openingHours: [], questions: [] };
  for (const { name, attributes, children } of elementsOf(root)) {
    if (name !== "script" || !/ld\+json/i.test(attributes["type"] ?? "")) continue;
    const text = children.map((child) => (child.type === "text" ? child.text : "")).join("");
    for (const node of nodesOf(text)) take(node, data);
  }
  return data;
}

function nodesOf(text: string): Json[] {
  if (text.length > MOST_BYTES) return [];
  const nodes: Json[] = [];
  const open: unknown[] = [parse(text)];
  while (open.length > 0 && nodes.length < MOST_NODES) {
    const value = open.shift();
    if (Array.isArray(value)) open.push(...value.slice(0, MOST_NODES));
    else if (isJson(value)) {
      nodes.push(value);
      for (const key of ["@graph", "mainEntity", "publisher", "location", "department"])
        if (value[key] !== undefined) open.push(value[key]);
    }
  }
  return nodes;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\*\]\]>\*\/)\s*$/g, ""));
  } catch {
    return undefined;
  }
}

function take(node: Json, data: LinkedData): void {
  const types = [node["@type"]].flat().map(String);
  if (types.includes("Question")) takeQuestion(node, data);
  if (!types.some((type) => business.test(type))) return;
  // A site's own name stands over that of an organization beside it.
  if (types.includes("WebSite")) data.name = string(node["name"]) ?? data.name;
  else if (!types.includes("Person")) data.name ??= string(node["name"]);
  data.telephone ??= string(node["telephone"]);
  data.email ??= string(node["email"])?.replace(/^mailto:/i, "") ?? null;
  data.address ??= addressOf(node["address"]);
  if (data.openingHours.length === 0) data.openingHours = hoursOf(node);
}

function takeQuestion(node: Json, data: LinkedData): void {
  const question = string(node["name"]);
  const [first] = [node["acceptedAnswer"] ?? node["suggestedAnswer"]].flat();
  const answer = isJson(first) ? string(first["text"]) : null;
  if (question !== null && question.length <= 300) data.questions.push({ question, answer: answer ?? "" });
}

function addressOf(value: unknown): string | null {
  const [first] = [value].flat();
  if (!isJson(first)) return string(first);
  const parts = ["streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry"].flatMap(
    (key) => string(first[key]) ?? [],
  );
  return parts.length > 1 ? parts.join(", ") : null;
}

function hoursOf(node: Json): string[] {
  const plain = [node["openingHours"]].flat().flatMap((value) => string(value) ?? []);
  if (plain.length > 0) return plain;
  return [node["openingHoursSpecification"]].flat().flatMap((value) => {
    if (!isJson(value)) return [];
    const days = [value["dayOfWeek"]]
      .flat()
      .flatMap((day) => string(day)?.replace(/^https?:\/\/schema\.org\//, "") ?? []);
    const [opens, closes] = [string(value["opens"]), string(value["closes"])];
    return days.length > 0 && opens !== null && closes !== null ? [`${days.join(", ")} ${opens}–${closes}`] : [];
  });
}

/** Plain text of a value that may hold HTML. */
function string(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const text = value
    .slice(0, 20_000)
    .replace(/<[^<>]{0,2000}>/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return text === "" ? null : text;
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
