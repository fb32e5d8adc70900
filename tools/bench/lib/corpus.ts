import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const subjects = [
  "delivery",
  "returns",
  "warranty",
  "opening hours",
  "payment",
  "repairs",
  "vouchers",
  "membership",
  "parking",
  "allergies",
];
const things = [
  "kettle",
  "lantern",
  "saddle",
  "violin",
  "compass",
  "blanket",
  "teapot",
  "telescope",
  "hammock",
  "easel",
];
const qualities = [
  "quiet",
  "sturdy",
  "foldable",
  "waterproof",
  "handmade",
  "recycled",
  "compact",
  "bright",
  "soft",
  "lasting",
];
const places = [
  "Ahrenfeld",
  "Birkenau",
  "Castelo",
  "Dunmore",
  "Elkhorn",
  "Fernwood",
  "Granby",
  "Holmvik",
  "Ithaka",
  "Jarrow",
];

const pick = (list: readonly string[], at: number) => list[at % list.length] ?? "";

export interface BenchDocument {
  externalId: string;
  title: string;
  text: string;
}

/** Documents that are the same each time, about 120 words each; each holds facts that only it has. */
export function documents(count: number): BenchDocument[] {
  return Array.from({ length: count }, (_, at) => ({
    externalId: `bench-${at}`,
    title: titleOf(at),
    text: paragraphs(at).join("\n\n"),
  }));
}

function titleOf(at: number): string {
  return `${pick(subjects, at)} of the ${pick(qualities, Math.floor(at / 10))} ${pick(things, Math.floor(at / 3))} ${at}`;
}

function paragraphs(at: number): string[] {
  const [subject, thing, quality, place] = [
    pick(subjects, at),
    pick(things, Math.floor(at / 3)),
    pick(qualities, Math.floor(at / 10)),
    pick(places, at * 7),
  ];
  return [
    `This page is about ${subject} for the ${quality} ${thing} number ${at}. Our workshop in ${place} has made it since ${1900 + (at % 120)}.`,
    `The ${quality} ${thing} number ${at} costs ${20 + at} euros and weighs ${100 + at * 3} grams. It is sent from ${place} within ${1 + (at % 9)} days. Whoever is not content sends it back within ${14 + (at % 30)} days and gets the whole price again.`,
    `Questions about ${subject} are answered in ${place} from ${6 + (at % 5)} to ${15 + (at % 6)} o'clock. A spare part of the ${thing} number ${at} is kept for ${5 + (at % 15)} years, and the workshop mends what breaks in that time at no cost.`,
  ];
}

/** A question that document `at` answers. */
export function questionAbout(at: number): string {
  return `How much does the ${pick(qualities, Math.floor(at / 10))} ${pick(things, Math.floor(at / 3))} number ${at} cost?`;
}

/** A site of `pages` pages on loopback, linked as a tree and listed in its sitemap. */
export async function serveSite(pages: number): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const base = `http://${request.headers.host}`;
    const path = request.url ?? "/";
    const at = path === "/" ? 0 : Number(/^\/page-(\d+)$/.exec(path)?.[1] ?? Number.NaN);
    if (path === "/sitemap.xml") {
      const entries = Array.from({ length: pages }, (_, page) => `<url><loc>${base}${addressOf(page)}</loc></url>`);
      response.writeHead(200, { "content-type": "application/xml" });
      response.end(
        `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join("")}</urlset>`,
      );
    } else if (Number.isNaN(at) || at >= pages) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page(at, pages));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}/`, close };
}

function addressOf(page: number): string {
  return page === 0 ? "/" : `/page-${page}`;
}

function page(at: number, pages: number): string {
  const children = Array.from({ length: 5 }, (_, child) => at * 5 + child + 1).filter((child) => child < pages);
  const links = children.map((child) => `<li><a href="${addressOf(child)}">${titleOf(child)}</a></li>`).join("");
  const body = paragraphs(at)
    .map((text, part) => `<h2>Part ${part + 1}</h2><p>${text}</p>`)
    .join("");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${titleOf(at)}</title></head><body><nav><a href="/">Home</a></nav><main><h1>${titleOf(at)}</h1>${body}<ul>${links}</ul></main><footer>Bench</footer></body></html>`;
}
