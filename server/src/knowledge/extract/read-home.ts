import { elementsOf, textOf } from "./dom.ts";
import type { HomeFacts } from "./home-facts.ts";
import type { LinkedData } from "./linked-data.ts";
import type { Element } from "./parse-html.ts";

interface Home {
  root: Element;
  meta: Map<string, string>;
  base: string;
  data: LinkedData;
  title: string;
  language: string | null;
}

const MOST_CSS = 60_000;

export function readHome({ root, meta, base, data, title, language }: Home): HomeFacts {
  const links = elementsOf(root).filter(({ name }) => name === "link");
  return {
    name: nameOf(meta, data),
    title,
    description: clip(meta.get("description") ?? meta.get("og:description") ?? null, 400),
    language,
    themeColor: themeOf(root),
    icons: iconsOf({ root, links, meta, base }),
    manifest:
      links.flatMap((link) =>
        relOf(link).includes("manifest") ? (absolute(link.attributes["href"], base) ?? []) : [],
      )[0] ?? null,
    stylesheets: links
      .flatMap((link) => (relOf(link).includes("stylesheet") ? (absolute(link.attributes["href"], base) ?? []) : []))
      .slice(0, 6),
    css: cssOf(root).slice(0, MOST_CSS),
    questions: data.questions.map(({ question }) => question).slice(0, 20),
  };
}

function nameOf(meta: Map<string, string>, data: LinkedData): string | null {
  const said =
    meta.get("og:site_name") ?? meta.get("application-name") ?? meta.get("apple-mobile-web-app-title") ?? data.name;
  return clip(said ?? null, 80);
}

const clip = (text: string | null, most: number): string | null =>
  text === null || text.trim() === "" ? null : text.replace(/\s+/g, " ").trim().slice(0, most);

/** The light one, where a site has one for each scheme. */
function themeOf(root: Element): string | null {
  const colors = elementsOf(root).filter(
    ({ name, attributes }) =>
      name === "meta" && /^(theme-color|msapplication-tilecolor)$/i.test(attributes["name"] ?? ""),
  );
  const light = colors.find(({ attributes }) => !/dark/i.test(attributes["media"] ?? ""));
  return (light ?? colors[0])?.attributes["content"] ?? null;
}

const relOf = (link: Element): string[] => (link.attributes["rel"] ?? "").toLowerCase().split(/\s+/);

function iconsOf({
  root,
  links,
  meta,
  base,
}: {
  root: Element;
  links: Element[];
  meta: Map<string, string>;
  base: string;
}): string[] {
  const ranked = links.flatMap((link) => {
    const rel = relOf(link);
    const url = absolute(link.attributes["href"], base);
    if (
      url === undefined ||
      !rel.some((word) => word === "icon" || word.startsWith("apple-touch-icon") || word === "fluid-icon")
    )
      return [];
    return [{ url, rank: rankIcon(link, rel, url) }];
  });
  ranked.sort((a, b) => b.rank - a.rank);
  const picture = absolute(logoImage(root), base);
  const shared = absolute(meta.get("og:image"), base);
  return [
    ...new Set([
      ...ranked.map(({ url }) => url),
      ...(picture ? [picture] : []),
      ...(shared && /logo|icon/i.test(shared) ? [shared] : []),
      new URL("/favicon.ico", base).href,
    ]),
  ].slice(0, 6);
}

function rankIcon(link: Element, rel: readonly string[], url: string): number {
  if (/svg/i.test(link.attributes["type"] ?? "") || /\.svg(?:$|\?)/i.test(url))
    return rel.includes("mask-icon") ? 0 : 400;
  if (rel.some((word) => word.startsWith("apple-touch-icon"))) return 300;
  const size = Number(/(\d+)x\d+/i.exec(link.attributes["sizes"] ?? "")?.[1] ?? 16);
  return size > 512 ? 100 : size;
}

/** A picture in the head of the page that calls itself the logo. */
function logoImage(root: Element): string | undefined {
  for (const element of elementsOf(root)) {
    const { name, attributes } = element;
    if (
      name === "img" &&
      /logo/i.test(
        `${attributes["class"] ?? ""} ${attributes["id"] ?? ""} ${attributes["alt"] ?? ""} ${attributes["src"] ?? ""}`,
      )
    )
      return attributes["src"];
  }
  return undefined;
}

function cssOf(root: Element): string {
  const styles = elementsOf(root).filter(({ name }) => name === "style");
  const inline = elementsOf(root).flatMap(({ attributes }) =>
    attributes["style"] !== undefined && /color|background/i.test(attributes["style"])
      ? [`x{${attributes["style"]}}`]
      : [],
  );
  return [
    ...styles.map(({ children }) =>
      children.map((child) => (child.type === "text" ? child.text : textOf(child))).join(""),
    ),
    ...inline.slice(0, 100),
  ].join("\n");
}

function absolute(href: string | undefined, base: string): string | undefined {
  const text = (href ?? "").trim();
  if (text === "" || /^data:/i.test(text)) return undefined;
  const url = URL.parse(text, base);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
