import { createChannel } from "./channel.ts";
import { findTheme } from "./find-theme.ts";
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
  /** `open`, `close` or `unread` (with the count). Returns how to stop listening. */
  on(name: string, listener: (value?: number) => void): () => void;
}

declare global {
  interface Window {
    Parley?: ParleyApi;
  }
}

interface Look {
  light: [string, string];
  dark: [string, string];
  open: string;
  close: string;
  unread: string;
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && script.dataset.agent && !window.Parley) start(script, script.dataset.agent);

function start(script: HTMLScriptElement, agent: string): void {
  const { origin } = new URL(script.src);
  const { color, theme: wanted, lang, position } = script.dataset;
  const html = document.documentElement;
  const language = lang || html.lang;
  const small = matchMedia("(max-width:480px),(max-height:500px)");
  const host = document.createElement("div");
  const button = document.createElement("button");
  const badge = document.createElement("span");
  const listeners: [string, (value?: number) => void][] = [];
  let look: Look = { light: [color || "#22262e", "#fff"], dark: [color || "#eceef2", color ? "#fff" : "#15171c"], open: "Open chat", close: "Close chat", unread: "{n}" };
  let frame: HTMLIFrameElement | undefined;
  let isOpen = false;
  let unread = 0;
  let overflow = "";

  const tell = (name: string, value?: number) => listeners.forEach(([heard, listener]) => heard === name && listener(value));
  const channel = createChannel(origin, () => frame?.contentWindow, {
    close: () => set(false),
    unread(count) {
      unread = isOpen ? 0 : count;
      tell("unread", unread);
      draw();
    },
  });

  const draw = () => {
    const theme = findTheme(wanted);
    const [fill, ink] = look[theme];
    const { style } = host;
    style.setProperty("--fill", fill);
    style.setProperty("--ink", ink);
    host.dir = position ? (position === "left" ? "rtl" : "ltr") : getComputedStyle(html).direction;
    host.className = (isOpen ? "open " : "") + theme;
    button.ariaLabel = isOpen ? look.close : unread ? `${look.open}. ${look.unread.replace("{n}", `${unread}`)}` : look.open;
    button.ariaExpanded = `${isOpen}`;
    badge.textContent = unread ? `${Math.min(unread, 99)}` : "";
    channel.send({ type: "theme", theme });
  };

  /** The keyboard of a phone covers the page without telling it: follow what can really be seen. */
  const fit = () => {
    const view = isOpen && small.matches && visualViewport;
    host.style.setProperty("--top", view ? `${view.offsetTop}px` : "");
    host.style.setProperty("--height", view ? `${view.height}px` : "");
  };

  const prepare = () => {
    if (frame) return;
    frame = document.createElement("iframe");
    frame.src = `${origin}/widget/frame?agent=${encodeURIComponent(agent)}&lang=${encodeURIComponent(language)}&theme=${findTheme(wanted)}`;
    frame.title = look.open;
    frame.allow = "clipboard-write";
    root.append(frame);
  };

  const set = (open: boolean) => {
    if (open === isOpen) return;
    if (open) prepare();
    isOpen = open;
    if (open) {
      unread = 0;
      overflow = html.style.overflow;
      if (small.matches) html.style.overflow = "hidden";
    } else html.style.overflow = overflow;
    draw();
    fit();
    channel.send({ type: "shown", shown: open });
    (open ? frame : button)?.focus();
    tell(open ? "open" : "close");
  };

  const root = host.attachShadow({ mode: "open" });
  const styles = new CSSStyleSheet();
  styles.replaceSync(sheet);
  root.adoptedStyleSheets = [styles];
  button.append(badge);
  root.append(button);
  button.onclick = () => set(!isOpen);
  button.onpointerenter = button.onfocus = button.ontouchstart = prepare;
  host.onkeydown = (event) => event.key === "Escape" && set(false);
  visualViewport?.addEventListener("resize", fit);
  visualViewport?.addEventListener("scroll", fit);
  matchMedia("(prefers-color-scheme:dark)").addEventListener("change", draw);
  new MutationObserver(draw).observe(html, { attributeFilter: ["class", "style", "dir", "data-theme"] });

  const show = () => {
    draw();
    // Beside the body, so that page changes which replace the body leave it alone.
    html.append(host);
  };
  if (color) show();
  else {
    fetch(`${origin}/widget/agents/${agent}/launcher?lang=${encodeURIComponent(language)}`, { credentials: "omit", signal: AbortSignal.timeout(3e3) })
      .then((response) => (response.ok ? response.json() : look))
      .then((found) => (look = found), () => {})
      .then(show);
  }

  window.Parley = {
    open: () => set(true),
    close: () => set(false),
    toggle: () => set(!isOpen),
    ask(text) {
      set(true);
      channel.send({ type: "ask", text });
    },
    on(name, listener) {
      const entry: (typeof listeners)[number] = [name, listener];
      listeners.push(entry);
      return () => void listeners.splice(listeners.indexOf(entry), 1);
    },
  };
}
