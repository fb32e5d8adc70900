/**
 * One template for all mail: a card on a quiet page, in tables for mail programs that know nothing else, with its
 * colours turned round where the reader's screen is dark. Nothing is fetched from anywhere.
 */
import { directionOf } from "./mail-text.ts";
import type { MailBlock, OutgoingMail } from "./types.ts";

export interface RenderedMail {
  text: string;
  html: string;
}

export function renderMail({
  subject,
  preview,
  blocks,
}: Pick<OutgoingMail, "subject" | "preview" | "blocks">): RenderedMail {
  const direction = directionOf(`${subject} ${preview}`);
  return {
    text: [subject, ...blocks.map(asText)].join("\n\n") + "\n",
    html: page({
      subject,
      preview,
      direction,
      content: blocks.map((block) => asRow(block, direction)).join("\n"),
    }),
  };
}

function asText(block: MailBlock): string {
  if (block.type === "button") return `${block.label}:\n${block.url}`;
  return block.type === "code" ? block.code : block.text;
}

type Direction = "ltr" | "rtl";

const FONT = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
/** Long words and addresses must not widen the card. */
const BREAK = "overflow-wrap:anywhere;word-break:break-word";
const MONO = "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace";

function asRow(block: MailBlock, direction: Direction): string {
  if (block.type === "text")
    return row(paragraphs(block.text, `${FONT};font-size:16px;line-height:25px;color:#24292f`, "ink"));
  if (block.type === "note")
    return row(paragraphs(block.text, `${FONT};font-size:13px;line-height:20px;color:#5c6570`, "soft"));
  if (block.type === "code") return row(codeBox(block.code));
  return row(button(block.label, block.url, direction));
}

const row = (content: string) => `<tr><td style="padding:0 0 20px">${content}</td></tr>`;

function paragraphs(text: string, style: string, name: string): string {
  const parts = text.trim().split(/\n\s*\n/);
  return parts
    .map((part, at) => {
      const gap = at < parts.length - 1 ? 12 : 0;
      return `<p class="${name}" dir="auto" style="margin:0 0 ${gap}px;${style};${BREAK}">${escape(part).replaceAll("\n", "<br>")}</p>`;
    })
    .join("");
}

/** A cell with a colour, for programs that draw no padding on links; the address in letters for those that draw none. */
function button(label: string, url: string, direction: Direction): string {
  const link = escape(url);
  const side = direction === "rtl" ? "right" : "left";
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
<td class="button" bgcolor="#1f2328" style="border-radius:8px;background:#1f2328;text-align:center">
<a class="label" href="${link}" style="display:inline-block;padding:13px 24px;${FONT};font-size:16px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none;border-radius:8px">${escape(label)}</a>
</td></tr></table>
<p class="soft" dir="ltr" style="margin:14px 0 0;${FONT};font-size:12px;line-height:18px;color:#5c6570;text-align:${side};word-break:break-all"><a class="soft" href="${link}" style="color:#5c6570;text-decoration:underline">${link}</a></p>`;
}

function codeBox(code: string): string {
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
<td class="box" align="center" dir="ltr" bgcolor="#f3f4f6" style="padding:18px 12px;border-radius:8px;background:#f3f4f6;${MONO};font-size:30px;line-height:36px;font-weight:600;letter-spacing:6px;color:#24292f"><span class="ink">${escape(code)}</span></td>
</tr></table>`;
}

interface PageParts {
  subject: string;
  preview: string;
  direction: Direction;
  content: string;
}

const DARK = `@media (prefers-color-scheme: dark) {
.page { background: #101214 !important }
.card { background: #1a1d21 !important; border-color: #2e3339 !important }
.ink { color: #eceef1 !important }
.soft { color: #a6adb7 !important }
.box { background: #262b31 !important }
.button { background: #eceef1 !important }
.label { color: #16191d !important }
}`;
const SMALL = `@media (max-width: 480px) { .card { padding: 24px 20px 4px !important } .frame { padding: 16px 8px !important } }`;

function page({ subject, preview, direction, content }: PageParts): string {
  const side = direction === "rtl" ? "right" : "left";
  // Keeps the line beside the subject from being filled up with what follows.
  const filler = "&#847;&zwnj;&nbsp;".repeat(60);
  return `<!doctype html>
<html dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escape(subject)}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark }
${DARK}
${SMALL}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f4f5f6;-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;opacity:0">${escape(preview)}${filler}</div>
<table class="page" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f4f5f6" style="background:#f4f5f6">
<tr><td class="frame" align="center" style="padding:40px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;table-layout:fixed">
<tr><td class="card" dir="${direction}" bgcolor="#ffffff" style="padding:36px 36px 16px;background:#ffffff;border:1px solid #e2e5e9;border-radius:14px;text-align:${side}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td style="padding:0 0 16px"><h1 class="ink" dir="auto" style="margin:0;${BREAK};${FONT};font-size:22px;line-height:29px;font-weight:650;color:#16191d">${escape(subject)}</h1></td></tr>
${content}
</table>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
