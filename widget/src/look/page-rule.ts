import type { Look } from "@parley/contracts";

/**
 * The pages on which the launcher stands, as a regular expression on `path?query#fragment`; empty for all.
 * `*` is anything within a part of the path, `**` anything. `/shop/` means `/shop` too.
 */
export function pageRule({ show, hide }: Look["pages"]): string {
  const any = (globs: string[]) => `(?:${globs.map(globSource).join("|")})`;
  return (hide.length > 0 ? `^(?!${any(hide)})` : "") + (show.length > 0 ? `^${any(show)}` : "");
}

export function keepsTo(pages: Look["pages"], { pathname, search, hash }: Pick<URL, "pathname" | "search" | "hash">) {
  return new RegExp(pageRule(pages)).test(pathname + search + hash);
}

/** A glob that says nothing of query or fragment takes any. */
function globSource(glob: string): string {
  const tail = /[?#]/.test(glob) ? "$" : "/?(?:[?#]|$)";
  const body = glob
    .replace(/\*{3,}/g, "**")
    .replace(/(?<=.)\/$/, "")
    .replace(/\/\*\*$|\*\*|\*|[^*]/g, (piece) => PIECES[piece] ?? piece.replace(/[\\^$.*+?()[\]{}|]/, "\\$&"));
  return body + tail;
}

const PIECES: Record<string, string> = { "/**": "(?:/.*)?", "**": ".*", "*": "[^/?#]*" };
