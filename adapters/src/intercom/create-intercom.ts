import {
  type Connector,
  ConnectorFault,
  type ConnectorItem,
  type Container,
  type ItemContent,
} from "@parley/contracts";
import {
  type Article,
  type ArticleText,
  articleText,
  type Collection,
  createIntercomApi,
  type IntercomAccess,
  type IntercomApi,
} from "./intercom-api.ts";

/** The published articles of a help centre. Intercom tells no changes: each reading goes through the whole list. */
export function createIntercom(access: IntercomAccess): Connector {
  const api = createIntercomApi(access);
  return {
    provider: "intercom",

    async account(signal) {
      const { app } = await api.me(signal);
      return { id: app.id_code, name: app.name ?? app.id_code };
    },

    async containers({ parentId, search }, signal) {
      const all = await readCollections(api, signal);
      const wanted = search?.toLowerCase() ?? null;
      const shown = all.filter(({ name, parent_id: above }) =>
        wanted === null ? (above ?? null) === parentId : (name ?? "").toLowerCase().includes(wanted),
      );
      return { containers: shown.map((one) => containerOf(one, all)), next: null };
    },

    mark: async () => null,
    changes: async () => null,

    async *list(chosen, signal) {
      yield* listArticles(api, chosen, signal);
    },

    async fetch({ id }, signal): Promise<ItemContent> {
      const [articleId = "", locale] = id.split("/");
      const read = await api.article(articleId, signal);
      const text = locale === undefined ? read : translationsOf(read).find(([own]) => own === locale)?.[1];
      if (text?.state !== "published") throw new ConnectorFault("not-found", "This article is not published any more.");
      return contentOf(text);
    },
  };
}

async function readCollections(api: IntercomApi, signal: AbortSignal): Promise<Collection[]> {
  const all: Collection[] = [];
  for await (const { data } of api.collections(signal)) all.push(...data);
  return all;
}

function containerOf({ id, name }: Collection, all: readonly Collection[]): Container {
  const byId = new Map(all.map((one) => [one.id, one]));
  const path: string[] = [];
  for (let at = byId.get(byId.get(id)?.parent_id ?? ""); at && path.length < DEEPEST; at = byId.get(at.parent_id ?? ""))
    path.unshift(at.name ?? "");
  return {
    id,
    name: name ?? "",
    kind: "collection",
    opens: all.some((one) => one.parent_id === id),
    choosable: true,
    path,
  };
}

const DEEPEST = 20;

/** Articles that are deleted while the list is read move others past its pages: then it is read again. */
async function* listArticles(
  api: IntercomApi,
  chosen: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<ConnectorItem[]> {
  const wanted = chosen.length === 0 ? null : await withBelow(api, chosen, signal);
  for (let attempt = 1; attempt <= READINGS; attempt += 1) {
    const seen = new Set<string>();
    const totals = new Set<number>();
    for await (const page of api.articles(signal)) {
      totals.add(page.total ?? 0);
      for (const { id } of page.data) seen.add(id);
      yield page.data.flatMap((article) => itemsOf(article, wanted));
    }
    if (totals.size === 1 && [...totals].every((total) => seen.size >= total)) return;
  }
  throw new ConnectorFault("failed", "The articles changed while they were being listed. Try again later.");
}

const READINGS = 3;

/** The chosen collections and all below them, each with what it lies in. */
async function withBelow(api: IntercomApi, chosen: readonly string[], signal: AbortSignal): Promise<Set<string>> {
  const all = await readCollections(api, signal);
  const wanted = new Set(chosen);
  for (let before = -1; before !== wanted.size;) {
    before = wanted.size;
    for (const { id, parent_id: above } of all) if (above && wanted.has(above)) wanted.add(id);
  }
  return wanted;
}

/** One for each language in which the article stands. */
function itemsOf(article: Article, wanted: ReadonlySet<string> | null): ConnectorItem[] {
  const within = [...(article.parent_ids ?? []), ...(article.parent_id ? [article.parent_id] : [])];
  if (wanted !== null && !within.some((id) => wanted.has(id))) return [];
  const whole = { article, within };
  const own = itemOf(whole, { id: article.id, text: article, language: article.default_locale ?? null });
  const others = translationsOf(article)
    .filter(([locale, { state }]) => locale !== article.default_locale && state === "published")
    .map(([locale, text]) => itemOf(whole, { id: `${article.id}/${locale}`, text, language: locale }));
  return [own, ...others];
}

function itemOf(
  { article, within }: { article: Article; within: string[] },
  { id, text, language }: { id: string; text: ArticleText; language: string | null },
): ConnectorItem {
  const title = text.title ?? "";
  return {
    id,
    title,
    url: text.url ?? null,
    version: `${text.updated_at ?? ""} ${title}`,
    type: "text/html",
    language,
    within,
    unreadable: whyUnread(article, text),
    content: contentOf(text),
  };
}

/** Visitors are strangers: what a help centre shows only to some is not for them. */
function whyUnread({ help_center_audience: audience }: Article, { state, body }: ArticleText): string | null {
  if (state !== "published") return "A draft: only published articles are read.";
  if (audience && !["everyone", "all_visitors", "all_visitors_and_leads"].includes(audience))
    return "The help centre does not show it to everybody.";
  return (body ?? "").trim() === "" ? "There is no text in it." : null;
}

function translationsOf({ translated_content: given }: Article): [string, ArticleText][] {
  return Object.entries(given ?? {}).flatMap(([locale, value]): [string, ArticleText][] => {
    const read = typeof value === "object" && value !== null ? articleText.safeParse(value) : null;
    return read?.success === true && /^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/u.test(locale) ? [[locale, read.data]] : [];
  });
}

const contentOf = ({ body }: ArticleText): ItemContent => ({ kind: "text", format: "html", text: body ?? "" });
