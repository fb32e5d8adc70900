/** What an answer is when it is no HTML, as words; the bytes count where the type is missing or vague. */
export function otherKind(contentType: string | undefined, body: Uint8Array): string | undefined {
  const type = (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const start = Buffer.from(body.subarray(0, 1_024))
    .toString("latin1")
    .replace(/\u0000/g, "")
    .trimStart();
  const looksHtml =
    /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*(?:<!--[\s\S]{0,800}?-->\s*)?<(?:!doctype html|html|head|body|title|meta|h1|div|p|article|main)\b/i.test(
      start,
    );
  if (start.startsWith("%PDF-")) return "a file (application/pdf)";
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(type))
    return /^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8|PK\u0003\u0004)/.test(start)
      ? "a picture or a packed file"
      : undefined;
  if (
    looksHtml &&
    /^(?:|text\/plain|application\/octet-stream|application\/(?:x-)?gzip|application\/xml|text\/xml|binary\/octet-stream|unknown\/unknown)$/.test(
      type,
    )
  )
    return undefined;
  return type === "" ? "of no known kind" : `a file (${type})`;
}

/** A file as `readers` read it, by its bytes and its type: servers call packed files many things. */
export function isFile(contentType: string | undefined, body: Uint8Array): boolean {
  const start = Buffer.from(body.subarray(0, 5)).toString("latin1");
  if (start === "%PDF-") return true;
  const type = (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return start.startsWith("PK") && /officedocument|opendocument|epub/.test(type);
}
