import { Parser } from "htmlparser2";
import { ParseFault } from "./types.ts";
import type { Element } from "../../extract/parse-html.ts";

/** Nothing is deeper; what lies below hangs on the last level, so that walking may be recursive. */
const DEEPEST = 200;

export interface XmlEvents {
  /** `name` without its prefix. */
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

/** Hears a part of a document. Entities beyond the five of XML are never resolved: who declares some is refused. */
export function hearXml(bytes: Uint8Array, events: XmlEvents): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => events.open(local(name), attributes),
      onclosetag: (name) => events.close(local(name)),
      ontext: (text) => events.text(text),
      onprocessinginstruction(name, data) {
        if (/^!doctype/i.test(name) && /\[|<!ENTITY/i.test(data))
          throw new ParseFault(
            "damaged",
            "It declares entities of its own, which no usual program does. It was not read.",
          );
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  const text = decodeXml(bytes);
  for (let at = 0; at < text.length; at += 65_536) parser.write(text.slice(at, at + 65_536));
  parser.end();
}

/** A part of a document as a tree; names without their prefixes. */
export function readXml(bytes: Uint8Array): Element {
  const root: Element = { type: "element", name: "#root", attributes: {}, children: [], parent: null };
  let current = root;
  let depth = 0;
  let beyond = 0;
  hearXml(bytes, {
    open(name, attributes) {
      const element: Element = { type: "element", name, attributes, children: [], parent: current };
      current.children.push(element);
      if (depth >= DEEPEST) beyond += 1;
      else {
        current = element;
        depth += 1;
      }
    },
    close() {
      if (beyond > 0) beyond -= 1;
      else if (current.parent) {
        current = current.parent;
        depth -= 1;
      }
    },
    text(text) {
      const last = current.children.at(-1);
      if (last?.type === "text") last.text += text;
      else current.children.push({ type: "text", text });
    },
  });
  return root;
}

export const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** An attribute by its name without a prefix. */
export function attributeOf({ attributes }: { attributes: Record<string, string> }, name: string): string | undefined {
  const own = attributes[name];
  if (own !== undefined) return own;
  for (const [key, value] of Object.entries(attributes)) if (key.endsWith(name) && local(key) === name) return value;
  return undefined;
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child): child is Element => child.type === "element" && child.name === name);
}

export function childrenOf(element: Element | undefined, name?: string): Element[] {
  return (element?.children ?? []).filter(
    (child): child is Element => child.type === "element" && (name === undefined || child.name === name),
  );
}

/** All elements of a name below, in order. */
export function allOf(element: Element | undefined, name: string): Element[] {
  if (!element) return [];
  return childrenOf(element).flatMap((child) => (child.name === name ? [child] : allOf(child, name)));
}

/** All text below, as it stands. */
export function rawText(element: Element | undefined): string {
  if (!element) return "";
  return element.children.map((child) => (child.type === "text" ? child.text : rawText(child))).join("");
}

function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const label = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)/.exec(head)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
