import { expect, it } from "vitest";
import { directionOf, oneLine } from "./mail-text.ts";
import { renderMail } from "./render-mail.ts";

const mail = {
  subject: "Reset <your> password",
  preview: "A link & nothing else",
  blocks: [
    { type: "text", text: 'Hello "Ada",\n\nfirst line\nsecond <b>line</b>' },
    { type: "button", label: "Set a new password", url: "https://chat.example.com/reset?token=a&b=c" },
    { type: "code", code: "481 516" },
    { type: "note", text: "It works for an hour." },
  ],
} as const;

it("says the same in text and in HTML", () => {
  const { text, html } = renderMail(mail);
  expect(text).toBe(`Reset <your> password

Hello "Ada",

first line
second <b>line</b>

Set a new password:
https://chat.example.com/reset?token=a&b=c

481 516

It works for an hour.
`);
  for (const shown of [
    "Reset &#60;your&#62; password",
    "second &#60;b&#62;line&#60;/b&#62;",
    "481 516",
    "It works for an hour.",
  ])
    expect(html).toContain(shown);
  expect(html).toContain('href="https://chat.example.com/reset?token=a&#38;b=c"');
});

it("fetches nothing, runs nothing and brings both themes", () => {
  const { html } = renderMail(mail);
  expect(html).not.toMatch(/<script|<img|<link|@import|url\(|src=/i);
  expect(html).toContain("prefers-color-scheme: dark");
});

it("reads from the right where its words do", () => {
  expect(renderMail({ ...mail, subject: "إعادة تعيين كلمة المرور" }).html).toContain('<html dir="rtl">');
  expect(renderMail({ ...mail, subject: "123 שלום" }).html).toContain('<html dir="rtl">');
  expect([directionOf("Hello שלום"), directionOf("42"), directionOf("")]).toEqual(["ltr", "ltr", "ltr"]);
});

it("keeps what belongs on one line on one line", () => {
  expect(oneLine(" a\r\nBcc: b\u0000\u2028c\td ")).toBe("a Bcc: b c d");
  expect([...oneLine("🎉".repeat(1_000))]).toHaveLength(300);
});
