import { createStore, type Store } from "../ui/store.ts";

export type Theme = "system" | "light" | "dark";
export type Density = "comfortable" | "dense";
export interface Look {
  theme: Theme;
  density: Density;
  /** Whether the navigation shows icons only. */
  narrow: boolean;
}

const COOKIE = "parley_look";
const YEAR_S = 365 * 24 * 60 * 60;

/** Kept in a cookie, so that the server can send the page in it and nothing flashes: `dark.dense.narrow`. */
export const look: Store<Look> = createStore(readLook());

export function changeLook(change: Partial<Look>): void {
  const next = { ...look.get(), ...change };
  look.set(next);
  const text = `${next.theme}.${next.density}.${next.narrow ? "narrow" : "wide"}`;
  document.cookie = `${COOKIE}=${text}; path=/; max-age=${YEAR_S}; samesite=lax`;
  showLook(next);
}

/** Puts the look on the page; the server has done so already where it is the one that serves. */
export function showLook({ theme, density }: Look): void {
  const { dataset } = document.documentElement;
  dataset["theme"] = theme;
  dataset["density"] = density;
}

function readLook(): Look {
  const text = new RegExp(`(?:^|; )${COOKIE}=([^;]*)`).exec(document.cookie)?.[1] ?? "";
  const [theme, density, nav] = text.split(".");
  return {
    theme: theme === "light" || theme === "dark" ? theme : "system",
    density: density === "dense" ? "dense" : "comfortable",
    narrow: nav === "narrow",
  };
}
