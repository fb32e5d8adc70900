import type { Boot } from "../boot.ts";
import type { Theme } from "./apply-look.ts";

/** The page around the frame: what it tells us, and what we ask of it. */
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

interface Told {
  parley: 1;
  shown: boolean;
  theme: "light" | "dark";
  ask: string;
}

/** Listens to the window that embeds us and to no other; answers go to the origin that it spoke from. */
export function joinHost(boot: Boot): Host {
  const framed = boot.mode === "frame" && parent !== window;
  const wanted = new URLSearchParams(location.search).get("theme");
  const theme = wanted === "dark" || wanted === "light" ? wanted : null;
  const on = { shown: (_: boolean) => {}, theme: (_: Theme) => {}, ask: (_: string) => {} };
  let origin: string | null = null;
  let shown = false;

  const hear = ({ source, origin: from, data }: MessageEvent<Told>) => {
    if (source !== parent || data?.parley !== 1 || (origin !== null && origin !== from)) return;
    origin = from;
    if (data.shown !== shown) on.shown((shown = data.shown));
    on.theme(data.theme);
    if (data.ask) on.ask(data.ask);
  };
  if (framed) addEventListener("message", hear);
  // The first word carries nothing, so it may go to whoever embeds us.
  const tell = (message: { unread: number } | { close: true }) => framed && parent.postMessage(message, origin ?? "*");
  return {
    theme,
    framed,
    close: () => tell({ close: true }),
    tellUnread: (count) => tell({ unread: count }),
    onShown: (listener) => (on.shown = listener),
    onTheme: (listener) => (on.theme = listener),
    onAsk: (listener) => (on.ask = listener),
  };
}
