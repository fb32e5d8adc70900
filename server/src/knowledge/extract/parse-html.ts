import { Parser } from "htmlparser2";

export interface Element {
  type: "element";
  /** Lower case. */
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  parent: Element | null;
}
export interface Text {
  type: "text";
  text: string;
}
export type Node = Element | Text;

/** The tree is never deeper, so that walking it may be recursive. What lies below hangs on the last level. */
const DEEPEST = 250;
/** Beyond this many open elements the rest is read as plain text: the parser's own stack grows quadratic in time. */
const MOST_OPEN = 2_000;
const STEP = 16 * 1024;
/** How long the process may be held up at a time. */
const TURN_MS = 12;

/** A tree of a page, however broken it is. Lets others work in between. The root has the name `#root`. */
export async function parseHtml(html: string): Promise<Element> {
  const builder = createBuilder();
  const parser = new Parser(builder.handler, {
    lowerCaseTags: true,
    lowerCaseAttributeNames: true,
    decodeEntities: true,
  });
  let turn = performance.now();
  for (let at = 0; at < html.length; at += STEP) {
    parser.write(html.slice(at, at + STEP));
    if (builder.open() > MOST_OPEN) {
      builder.handler.ontext(withoutTags(html.slice(at + STEP)));
      return builder.root;
    }
    if (performance.now() - turn > TURN_MS) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      turn = performance.now();
    }
  }
  parser.end();
  return builder.root;
}

function createBuilder() {
  const root: Element = { type: "element", name: "#root", attributes: {}, children: [], parent: null };
  let current = root;
  let depth = 0;
  // Open elements that hang on a level above their own.
  let beyond = 0;
  const handler = {
    onopentag(name: string, attributes: Record<string, string>): void {
      const element: Element = { type: "element", name, attributes, children: [], parent: current };
      current.children.push(element);
      if (depth >= DEEPEST) beyond += 1;
      else {
        current = element;
        depth += 1;
      }
    },
    onclosetag(): void {
      if (beyond > 0) beyond -= 1;
      else if (current.parent) {
        current = current.parent;
        depth -= 1;
      }
    },
    ontext(text: string): void {
      const last = current.children.at(-1);
      if (last?.type === "text") last.text += text;
      else current.children.push({ type: "text", text });
    },
  };
  return { root, handler, open: () => depth + beyond };
}

/** In one pass, whatever the text holds. */
function withoutTags(html: string): string {
  return html.replace(/<[^<>]{0,5000}>/g, " ");
}
