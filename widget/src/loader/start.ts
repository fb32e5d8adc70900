import type { LauncherLook } from "../look/launcher-look.ts";
import { findTheme, systemDark } from "./find-theme.ts";
import { sheet } from "./sheet.ts";

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

/** All but its names may be missing. */
type Shown = Partial<LauncherLook> & Pick<LauncherLook, "open" | "close">;

/** Puts the launcher on the page. Returns how to give it another look. */
export function start(src: string, data: DOMStringMap): (look: LauncherLook) => void {
  const { origin } = new URL(src);
  const html = document.documentElement;
  const query = `?${new URLSearchParams({ lang: html.lang, ...data })}`;
  const small = matchMedia("(max-width:480px),(max-height:500px)");
  const view = visualViewport;
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const styles = new CSSStyleSheet();
  const button = document.createElement("button");
  // Until the agent's own look is there, or where the page forbids to ask for it.
  let look: Shown = { open: "Open chat", close: "Close" };
  let theme: "light" | "dark";
  let frame: HTMLIFrameElement | undefined;
  let address = "";
  let ready = false;
  let isOpen = false;
  let unread = 0;
  let question = "";

  /** Says where things stand, to the page's eyes and to the frame. */
  const draw = () => {
    theme = findTheme(data.theme || look.theme);
    // The keyboard of a phone covers the page without telling it: follow what can really be seen.
    const fits = isOpen && small.matches && view ? `;--top:${view.offsetTop}px;--height:${view.height}px` : "";
    const isHere = RegExp(look.on ?? "").test(location.href.slice(location.origin.length));
    host.style.cssText = `color-scheme:${theme}${fits}${isHere ? "" : ";display:none"}`;
    host.dir = getComputedStyle(html).direction;
    host.toggleAttribute("open", isOpen);
    const count = unread ? `${unread}` : "";
    button.ariaLabel = isOpen ? look.close : look.open + (count && `. ${look.unread?.replace("{n}", count)}`);
    button.ariaExpanded = `${isOpen}`;
    button.setAttribute("n", count);
    if (ready) {
      frame?.contentWindow?.postMessage({ parley: 1, shown: isOpen, theme, ask: question }, origin);
      question = "";
    }
  };

  const use = (given: Shown) => {
    look = given;
    styles.replaceSync(sheet(look.css ?? ""));
    button.textContent = look.label ?? "";
    draw();
  };

  const prepare = () => {
    if (frame) return;
    frame = document.createElement("iframe");
    frame.src = `${origin}/widget/frame${query}&theme=${theme}`;
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
    if (from !== origin || source !== frame?.contentWindow) return;
    if (data.close) return set(false);
    ready = true;
    unread = isOpen ? 0 : data.unread;
    draw();
    tell("unread");
  });

  use(look);
  root.adoptedStyleSheets = [styles];
  root.append(button);
  button.onclick = () => set(!isOpen);
  button.onpointerenter = button.onfocus = prepare;
  host.onkeydown = ({ key }) => void (key === "Escape" && set(false));
  if (view) view.onresize = view.onscroll = draw;
  systemDark.onchange = draw;
  new MutationObserver(draw).observe(html, { attributes: true });
  // An application of one page changes its address without telling anybody.
  setInterval(() => address !== (address = location.href) && draw(), 500);

  // Beside the body, so that page changes which replace the body leave it alone.
  fetch(`${origin}/widget/agents/${data.agent}/launcher${query}`)
    .then(async (response) => response.ok && use(await response.json()))
    .finally(() => html.append(host))
    .catch(() => {});

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
  return use;
}
