import { findTheme, systemDark } from "./find-theme.ts";
import { sheet } from "./sheet.ts";

/**
 * The only thing that a host page loads before somebody wants to talk: a button. The frame comes with the first
 * sign of intent. Styles are constructed, so the page's CSP needs no `unsafe-inline`; nothing is `eval`ed.
 */
export interface ParleyApi {
  open(): void;
  close(): void;
  toggle(): void;
  /** Opens the messenger and sends this for the visitor. */
  ask(text: string): void;
  /** `open`, `close` or `unread` (with the count). */
  on(name: string, listener: (value: number) => void): void;
}

declare global {
  interface Window {
    Parley?: ParleyApi;
  }
}

type Pair = [fill: string, ink: string];
interface Look {
  light: Pair;
  dark: Pair;
  open: string;
  close: string;
  unread: string;
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !window.Parley) start(script.src, script.dataset);

function start(src: string, { agent, color, theme: wanted, lang }: DOMStringMap): void {
  const { origin } = new URL(src);
  const html = document.documentElement;
  const query = `?agent=${agent}&lang=${lang || html.lang}`;
  const small = matchMedia("(max-width:480px),(max-height:500px)");
  const view = visualViewport;
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const styles = new CSSStyleSheet();
  const button = document.createElement("button");
  const own: Pair = [color || "#24282f", "#fff"];
  let look: Look = { light: own, dark: own, open: "Open chat", close: "Close", unread: "{n}" };
  let frame: HTMLIFrameElement | undefined;
  let ready = false;
  let isOpen = false;
  let unread = 0;
  let question = "";

  /** Says where things stand, to the page's eyes and to the frame. */
  const draw = () => {
    const theme = findTheme(wanted);
    const [fill, ink] = look[theme];
    // The keyboard of a phone covers the page without telling it: follow what can really be seen.
    const fits = isOpen && small.matches && view ? `;--top:${view.offsetTop}px;--height:${view.height}px` : "";
    host.style.cssText = `--fill:${fill};--ink:${ink};color-scheme:${theme}${fits}`;
    host.dir = getComputedStyle(html).direction;
    host.toggleAttribute("open", isOpen);
    const count = unread ? `${unread}` : "";
    button.ariaLabel = isOpen ? look.close : look.open + (count && `. ${look.unread.replace("{n}", count)}`);
    button.ariaExpanded = `${isOpen}`;
    button.setAttribute("n", count);
    if (ready) {
      frame?.contentWindow?.postMessage({ parley: 1, shown: isOpen, theme, ask: question }, origin);
      question = "";
    }
  };

  const prepare = () => {
    if (frame) return;
    frame = document.createElement("iframe");
    frame.src = `${origin}/widget/frame${query}&theme=${findTheme(wanted)}`;
    frame.title = look.open;
    root.append(frame);
  };

  const tell = (name: string) => host.dispatchEvent(new Event(name));

  const set = (open: boolean) => {
    prepare();
    isOpen = open;
    if (open) unread = 0;
    html.style.overflow = open && small.matches ? "hidden" : "";
    draw();
    (open ? frame : button)?.focus();
    tell(open ? "open" : "close");
  };

  addEventListener("message", ({ data, origin: from, source }) => {
    if (from !== origin || !source || source !== frame?.contentWindow) return;
    if (data.close) return set(false);
    ready = true;
    unread = isOpen ? 0 : data.unread;
    draw();
    tell("unread");
  });

  styles.replaceSync(sheet);
  root.adoptedStyleSheets = [styles];
  root.append(button);
  button.onclick = () => set(!isOpen);
  button.onpointerenter = button.onfocus = prepare;
  host.onkeydown = ({ key }) => void (key === "Escape" && set(false));
  if (view) view.onresize = view.onscroll = draw;
  systemDark.onchange = draw;
  new MutationObserver(draw).observe(html, { attributes: true });

  const show = () => {
    draw();
    // Beside the body, so that page changes which replace the body leave it alone.
    html.append(host);
  };
  if (color) show();
  else {
    fetch(`${origin}/widget/agents/${agent}/launcher${query}`)
      .then(async (response) => response.ok && (look = await response.json()))
      .finally(show)
      .catch(() => {});
  }

  window.Parley = {
    open: () => set(true),
    close: () => set(false),
    toggle: () => set(!isOpen),
    ask(text) {
      question = text;
      set(true);
      draw();
    },
    on: (name, listener) => host.addEventListener(name, () => listener(unread)),
  };
}
