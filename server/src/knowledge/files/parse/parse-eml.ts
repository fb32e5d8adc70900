import { parseHtml } from "../../extract/parse-html.ts";
import { toMarkdown } from "../../extract/to-markdown.ts";
import { ParseFault, type FileToRead, type ParsedDocument } from "./types.ts";
import { createWriter, escapeStart } from "./write-document.ts";

const MOST_ATTACHMENTS = 100;

/** A mail's own words with who wrote to whom and when, and its attachments as files of their own. */
export async function parseEml(
  bytes: Uint8Array,
  title: string,
): Promise<{ document: ParsedDocument | undefined; attachments: FileToRead[] }> {
  const { default: PostalMime } = await import("postal-mime");
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: "arraybuffer", maxNestingDepth: 20 }).catch(() => {
    throw new ParseFault("damaged", "The mail is damaged. Export it anew and upload it again.");
  });
  const writer = createWriter();
  const names = (list: readonly { name?: string; address?: string }[] | undefined) =>
    (list ?? []).map(({ name, address }) => [name, address && `<${address}>`].filter(Boolean).join(" ")).join(", ");
  const head = [
    ["From", names(mail.from ? [mail.from] : [])],
    ["To", names(mail.to)],
    ["Date", mail.date ?? ""],
  ].filter(([, value]) => value !== "");
  const text = mail.html
    ? toMarkdown(await parseHtml(mail.html), { base: "about:blank" })
    : escapeStart(mail.text ?? "");
  if (text.trim() !== "") {
    writer.block(head.map(([key, value]) => `- ${key}: ${value}`).join("\n"));
    writer.block(text);
  }
  const subject = (mail.subject ?? "").trim().slice(0, 300);
  const attachments = mail.attachments
    .slice(0, MOST_ATTACHMENTS)
    .flatMap(({ filename, content, disposition, mimeType }) => {
      // Pictures within the text are its looks.
      if (disposition === "inline" && mimeType.startsWith("image/")) return [];
      const part = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
      return [{ name: filename ?? "attachment", bytes: part }];
    });
  const document = writer.isEmpty() ? undefined : writer.finish({ entry: "", title: subject === "" ? title : subject });
  return { document, attachments };
}
