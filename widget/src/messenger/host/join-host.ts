import type { Boot } from "../boot.ts";
import type { Theme } from "./apply-theme.ts";

/**
 * The page around the frame. The loader hands over one end of a private channel at the first `hello`, which is taken
 * only from the window that embeds us; after that nobody else can speak or listen.
 */
export interface Host {
  theme: Theme;
  /** Behind a launcher, so that there is something to close. */
  framed: boolean;
  close(): void;
  tellUnread(count: number): void;
  onShown(listener: (shown: boolean) => void): void;
  onTheme(listener: (theme: Theme) => void): void;
  onAsk(listener: (text: string) => void): void;
}

type FromLoader = { type: "shown"; shown: boolean } | { type: "theme"; theme: Theme } | { type: "ask"; text: string };

export function joinHost(boot: Boot): Host {
  const framed = boot.mode === "frame" && parent !== window;
  const wanted = new URLSearchParams(location.search).get("theme");
  const theme = wanted === "dark" || wanted === "light" ? wanted : null;
  let port: MessagePort | null = null;
  let unread = 0;
  let shown: (shown: boolean) => void = () => {};
  let themed: (theme: Theme) => void = () => {};
  let asked: (text: string) => void = () => {};

  const hear = (data: FromLoader) => {
    if (data.type === "shown") shown(data.shown);
    if (data.type === "theme") themed(data.theme);
    if (data.type === "ask") asked(data.text);
  };
  const take = (event: MessageEvent) => {
    const [given] = event.ports;
    if (event.source !== parent || event.data?.parley !== "hello" || given === undefined || port !== null) return;
    port = given;
    port.onmessage = ({ data }) => hear(data);
    port.postMessage({ type: "unread", count: unread });
  };
  if (framed) {
    addEventListener("message", take);
    parent.postMessage({ parley: "ready" }, "*");
  }
  return {
    theme,
    framed,
    close: () => port?.postMessage({ type: "close" }),
    tellUnread(count) {
      unread = count;
      port?.postMessage({ type: "unread", count });
    },
    onShown: (listener) => (shown = listener),
    onTheme: (listener) => (themed = listener),
    onAsk: (listener) => (asked = listener),
  };
}
