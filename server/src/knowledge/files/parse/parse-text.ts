import { ParseFault, type ParsedDocument } from "./types.ts";
import { createWriter } from "./write-document.ts";

/** Markdown or plain text as it stands; the head of a Markdown file (`---`) gives its title and is left out. */
export function parseText(text: string, { title, name }: { title: string; name: string }): ParsedDocument {
  const { head, body } = frontMatter(text);
  const clean = /\.(?:vtt|srt)$/i.test(name) || /^WEBVTT\b/.test(body) ? withoutTimes(body) : body;
  const content = /\.(?:adoc|asciidoc)$/i.test(name) ? fromAsciidoc(clean) : clean;
  if (content.trim() === "") throw new ParseFault("empty", "There is no text in it.");
  const writer = createWriter();
  writer.block(content);
  return writer.finish({ entry: "", title: head ?? headingOf(content) ?? title });
}

function frontMatter(text: string): { head: string | undefined; body: string } {
  const found = /^---\r?\n([\s\S]{0,20000}?)\r?\n---\r?\n/.exec(text);
  if (!found) return { head: undefined, body: text };
  const title = /^title:\s*["']?(.+?)["']?\s*$/m.exec(found[1] ?? "")?.[1];
  return { head: title, body: text.slice(found[0].length) };
}

/** The one heading that stands at the top. */
function headingOf(content: string): string | undefined {
  const text = /^\s*#\s+(.{1,200}?)\s*#*\s*(?:\n|$)/.exec(content)?.[1];
  return text === undefined ? undefined : text.replace(/[*_`]/g, "");
}

/** Subtitles without their times and numbers. */
function withoutTimes(text: string): string {
  return text
    .split(/\r?\n\r?\n/)
    .map((cue) =>
      cue
        .split(/\r?\n/)
        .filter((line) => !/-->|^\s*\d+\s*$|^WEBVTT|^(?:NOTE|STYLE|REGION)\b/.test(line))
        .join("\n")
        .replace(/<v(?:\.[^\s>]+)?\s+([^>]+)>/g, "$1: ")
        .replace(/<[^>\n]{0,200}>/g, ""),
    )
    .filter((cue) => cue.trim() !== "")
    .join("\n\n");
}

function fromAsciidoc(text: string): string {
  return text.replace(/^(={1,6})(?=\s+\S)/gm, (marks) => "#".repeat(marks.length));
}
