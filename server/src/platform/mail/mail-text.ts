/** What a mail is made of, made safe to store: one line where it must be one line, one address where one may stand. */
import { Fault } from "@parley/contracts";
import type { OutgoingMail } from "./types.ts";

const LONGEST_LINE = 300;
/** One mailbox and nothing else: no list, no name in it, no space, no quoting. */
const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{C}]{1,64}@[^\s@<>()[\]\\,;:"\p{C}]{1,255}$/u;

/** @throws Fault invalid_request where the address is none or a button leads elsewhere than to a page. */
export function cleanMail(mail: OutgoingMail): OutgoingMail {
  const address = mail.to.address.trim();
  if (!ADDRESS.test(address)) {
    throw new Fault("invalid_request", "That is not an email address. Write one such as name@example.com.", {
      field: "email",
    });
  }
  for (const block of mail.blocks) {
    if (block.type === "button" && !/^https?:\/\//.test(block.url))
      throw new Error("A button of a mail leads to a page, and nowhere else");
  }
  const name = oneLine(mail.to.name ?? "");
  return {
    ...mail,
    to: { address, ...(name === "" ? {} : { name }) },
    subject: oneLine(mail.subject),
    preview: oneLine(mail.preview),
  };
}

/** Line ends and other control characters would begin a header of their own. */
export function oneLine(text: string): string {
  return [...text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim()].slice(0, LONGEST_LINE).join("");
}

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** By the first letter that has a direction. */
export function directionOf(text: string): "ltr" | "rtl" {
  const first = /\p{L}/u.exec(text)?.[0] ?? "";
  return RIGHT_TO_LEFT.test(first) ? "rtl" : "ltr";
}
