/** Intercom's help centre on this machine, for tests. */
import { type JsonAnswer, type JsonRequest, type JsonServer, serveJson } from "./serve-json.ts";

export interface ServedArticle {
  id: string;
  title: string;
  body: string;
  state: "published" | "draft";
  parent_ids: number[];
  updated_at: number;
  url: string;
  help_center_audience?: string;
  default_locale?: string;
  translated_content?: Record<string, unknown>;
}

export interface ServedIntercom extends JsonServer {
  /** The one that it accepts. */
  token: { good: string };
  collections: { id: string; name: string; parent_id: string | null }[];
  articles: Map<string, ServedArticle>;
  write(id: string, article: Partial<ServedArticle> & { body: string }): void;
}

const PAGE = 2;

export async function serveIntercom(): Promise<ServedIntercom> {
  const token = { good: "intercom-token-0" };
  const collections: ServedIntercom["collections"] = [];
  const articles = new Map<string, ServedArticle>();
  let time = 1_767_000_000;
  const server = await serveJson((request) => answer({ token, collections, articles }, request));
  return Object.assign(server, {
    token,
    collections,
    articles,
    write(id: string, article: Partial<ServedArticle> & { body: string }) {
      time += 1;
      const before = articles.get(id);
      articles.delete(id);
      const made: ServedArticle = {
        id,
        title: `Article ${id}`,
        state: "published",
        parent_ids: [],
        url: `https://help.example.org/articles/${id}`,
        ...before,
        ...article,
        updated_at: time,
      };
      articles.set(id, made);
    },
  });
}

function answer(
  { token, collections, articles }: Pick<ServedIntercom, "token" | "collections" | "articles">,
  { url, headers }: JsonRequest,
): JsonAnswer {
  if (headers.authorization !== `Bearer ${token.good}`)
    return {
      status: 401,
      body: { type: "error.list", errors: [{ code: "unauthorized", message: "secret words of the vendor" }] },
    };
  if (url.pathname === "/me") return { body: { type: "admin", app: { type: "app", id_code: "app-1", name: "Shop" } } };
  if (url.pathname === "/help_center/collections") return { body: pageOf(collections, url) };
  if (url.pathname === "/articles")
    return {
      body: pageOf(
        [...articles.values()].sort((a, b) => b.updated_at - a.updated_at),
        url,
      ),
    };
  const article = articles.get(url.pathname.replace("/articles/", ""));
  return article ? { body: article } : { status: 404, body: { errors: [{ code: "not_found", message: "gone" }] } };
}

function pageOf(all: readonly unknown[], url: URL) {
  const page = Number(url.searchParams.get("page") ?? 1);
  const pages = Math.ceil(all.length / PAGE);
  const next = page < pages ? `https://elsewhere.example${url.pathname}?page=${page + 1}` : null;
  return {
    type: "list",
    data: all.slice((page - 1) * PAGE, page * PAGE),
    total_count: all.length,
    pages: { type: "pages", page, per_page: PAGE, total_pages: pages, next },
  };
}
