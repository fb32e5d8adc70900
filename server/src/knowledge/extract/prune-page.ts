import { elementsOf, hintOf, textOf } from "./dom.ts";
import { type Measure, measureAll } from "./measure.ts";
import type { Element, Node } from "./parse-html.ts";

const never = new Set(
  "script style noscript template svg iframe object embed canvas nav input select textarea link meta audio video map source track dialog".split(
    " ",
  ),
);
const furniture = new Set(
  "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tablist tooltip".split(
    " ",
  ),
);
/** Elements that a class name never makes furniture. */
const kept = new Set(
  "html body main article h1 h2 h3 h4 h5 h6 p pre code table tbody thead tr td th dl dt dd li blockquote figure summary details #root".split(
    " ",
  ),
);

const unlikely =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|ccpa|onetrust|cmp|breadcrumbs?|crumbs?|comments?|disqus|respond|share|sharing|social|sociable|addtoany|sidebar|side-?bar|sidenav|side-?nav|nav|navbar|navigation|navi|menu|submenu|megamenu|toc|table-of-contents|footer|masthead|topbar|top-?bar|toolbar|skip|skip-?link|pagination|pager|paging|prev-next|prevnext|related|recommend(?:ed|ations)?|popular|trending|most-?read|newsletter|subscribe|subscription|signup|sign-?up|login|promo|promotion|advert(?:isement|ising)?|ads?|adsense|sponsor(?:ed)?|popup|pop-?up|modal|overlay|tooltip|tags|tag-?cloud|taglist|byline|author-?box|author-?bio|print-?only|noprint|edit-?section|editsection|reference-?list|search-?(?:form|box|bar)|language-?(?:switcher|selector)|lang-?switch|widget-area|feedback|rating|back-?to-?top|scroll-?top|chat-?widget|announcement-?bar|infobox-ad|outbrain|taboola|zergnet|read-?more|more-?stories|see-?also)(?:$|[\s_-])/i;
const likely =
  /(?:^|[\s_-])(?:article|body|content|entry|main|post|story|text|faq|accordion|hentry|section|contact|kontakt|hours|opening|address|page|columns?|row|container|wrapper?|has)(?:$|[\s_-])/i;
const notes = /admonition|callout|note|tip|warning|hint|alert|info|important/i;
const folded = /accordion|collaps|faq|tab-?(?:pane|content|panel)|answer|toggle|expand|panel|details|spoiler/i;

/**
 * Takes away what is on a page but not of it: scripts, navigation, banners, sidebars, what is hidden. What was
 * taken is returned, for the facts that only a footer holds. Changes the tree.
 */
export function prunePage(root: Element): Element[] {
  const measure = measureAll(root);
  const total = Math.max(1, measure(root).length);
  const taken: Element[] = [];
  sweep(root, { taken, total, measure, inMain: false });
  return taken;
}

interface Sweep {
  taken: Element[];
  /** Characters of the whole page: a part that is most of it is not furniture. */
  total: number;
  /** As the page came: an element is judged before what is below it. */
  measure: (element: Element) => Measure;
  inMain: boolean;
}

function sweep(parent: Element, state: Sweep): void {
  parent.children = parent.children.filter((child): boolean => {
    if (child.type === "text") return true;
    if (never.has(child.name)) {
      if (child.name === "nav" || child.name === "dialog") state.taken.push(child);
      return false;
    }
    if (isFurniture(child, state)) {
      state.taken.push(child);
      return false;
    }
    sweep(child, { ...state, inMain: state.inMain || isMain(child) });
    return true;
  });
}

export function isMain(element: Element): boolean {
  return (
    element.name === "main" || element.name === "article" || (element.attributes["role"] ?? "").toLowerCase() === "main"
  );
}

function isFurniture(element: Element, { total, inMain, measure }: Sweep): boolean {
  const { name, attributes } = element;
  const { length } = measure(element);
  /** Only a part of the page: what holds nearly everything was named badly. */
  const isSmall = length < total * 0.55;
  const role = (attributes["role"] ?? "").toLowerCase();
  if (name === "body" || name === "html" || isMain(element)) return false;
  if (isHidden(element)) return true;
  if (name === "button") return !isOpener(element);
  if (name === "label" || name === "form") return name === "form" && length < total * 0.3;
  if (furniture.has(role)) return isSmall;
  if (name === "footer") return isSmall;
  if (name === "header") return !inMain && isSmall && !hasLead(element);
  if (name === "aside") return !notes.test(hintOf(element)) && isSmall;
  if (kept.has(name)) return name === "li" || name === "p" ? isShareLine(element) : false;
  const hint = hintOf(element);
  if (!unlikely.test(hint)) return false;
  if (
    /^(?:section|div|span|ul|ol|header|figure|a)$/.test(name) &&
    likely.test(hint) &&
    linkShare(measure(element)) < 0.35
  )
    return false;
  return isSmall;
}

function isHidden(element: Element): boolean {
  const { attributes } = element;
  const style = attributes["style"] ?? "";
  const hidden =
    "hidden" in attributes ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style) ||
    attributes["aria-hidden"] === "true";
  if (!hidden) return false;
  // Answers folded away below their questions are read all the same.
  if (folded.test(`${hintOf(element)} ${attributes["role"] ?? ""}`) || "aria-labelledby" in attributes) return false;
  if (attributes["aria-hidden"] === "true" && /fallback-image/.test(hintOf(element))) return false;
  return attributes["hidden"] !== "until-found";
}

/** A button that opens an answer carries the question. */
function isOpener(element: Element): boolean {
  if ("aria-expanded" in element.attributes || "aria-controls" in element.attributes)
    return /[?？؟]/.test(textOf(element)) || isInHeading(element);
  return isInHeading(element);
}

function isInHeading(element: Element): boolean {
  return /^(?:h[1-6]|summary|dt)$/.test(element.parent?.name ?? "");
}

/** A header with the page's own heading and words belongs to the page. */
function hasLead(header: Element): boolean {
  let heading = false;
  let words = 0;
  for (const { name, children } of elementsOf(header)) {
    if (name === "h1") heading = true;
    if (name === "p") words += children.map((child: Node) => textOf(child)).join(" ").length;
  }
  return heading && words > 40;
}

function isShareLine(element: Element): boolean {
  const hint = hintOf(element);
  return unlikely.test(hint) && !likely.test(hint) && textOf(element).length < 80;
}

/** The part of an element's text that stands in links, 0 to 1. */
const linkShare = ({ length, linked }: Measure): number => (length === 0 ? 0 : Math.min(1, linked / length));
