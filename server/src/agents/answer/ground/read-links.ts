/** The web and mail addresses of a text, in one spelling: no scheme, no `www.`, no slash at the end. */
export function readLinks(text: string): string[] {
  const links: string[] = [];
  for (const [link] of text.matchAll(LINK)) links.push(normalise(link));
  for (const [mail] of text.matchAll(MAIL)) links.push(mail.toLowerCase().replace(/\.$/u, ""));
  return links;
}

function normalise(link: string): string {
  return link
    .toLowerCase()
    .replace(/^(?:https?:)?\/\//u, "")
    .replace(/^www\./u, "")
    .replace(/[.,;:!?'"*_)\]}>]+$/u, "")
    .replace(/#.*$/u, "")
    .replace(/\/+$/u, "");
}

// Schemes, `www.`, and bare hosts with an ending that is no file's.
const LINK =
  /(?:[a-z][a-z0-9+.-]{1,15}:)?\/\/[^\s<>"'`)\]}]+|(?<![\p{L}\p{N}@./_-])www\.[^\s<>"'`)\]}]+|(?<![\p{L}\p{N}@./_-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|app|info|biz|edu|gov|eu|de|fr|es|it|nl|pl|ro|gr|tr|ru|ua|uk|ch|at|be|br|cn|jp|kr|vn|th|in|us|ca|au|co|me|ly|xyz|site|online|example|test)(?:\/[^\s<>"'`)\]}]*)?(?![\p{L}\p{N}@-])/giu;
const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
