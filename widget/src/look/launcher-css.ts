import type { Look, LookTemplate } from "@parley/contracts";
import type { Accent, Surfaces } from "../brand/mend-brand.ts";
import { launcherIcons } from "./launcher-icons.ts";
import { templates } from "./templates.ts";

export interface LauncherCssInput {
  look: Look;
  accents: Record<"light" | "dark", Accent>;
  surfaces: Record<"light" | "dark", Surfaces>;
  /** Its whole address; null where the site has none. */
  logo: string | null;
}

interface Size {
  button: number;
  width: number;
  height: number;
}

const SIZES: Record<Look["size"], Size> = {
  compact: { button: 48, width: 360, height: 560 },
  regular: { button: 56, width: 400, height: 680 },
  large: { button: 64, width: 440, height: 760 },
};
const GAP = 12;
const UNREAD = `[n]:not([n=""])::after{content:attr(n);position:absolute;inset:-4px -4px auto auto;min-width:8px;padding:0 6px;border-radius:10px;background:#c62828;color:#fff;font:600 12px/20px system-ui}`;
/** Where the closed launcher looks otherwise than the open one, which is a plain button to close. */
const CLOSED = ":host(:not([open])) button";

/** What differs from the loader's own sheet (`loader/sheet.ts`). */
export function launcherCss(input: LauncherCssInput): string {
  const { look, accents, surfaces } = input;
  const size = SIZES[look.size];
  const pair = (day: string, night: string) => `light-dark(${day},${night})`;
  const { light, dark } = accents;
  const colors = [
    `--fill:${pair(light.fill, dark.fill)}`,
    `--ink:${pair(light.ink, dark.ink)}`,
    `--second:${pair(light.second, dark.second)}`,
    `--surface:${pair(surfaces.light[0], surfaces.dark[0])}`,
    `--text:light-dark(#17191d,#f2f3f5)`,
  ].join(";");
  return [`:host{${colors}}`, UNREAD, shape(input, size), place(look, size), frame(look, size)].join("");
}

function shape({ look, logo }: LauncherCssInput, size: Size): string {
  const { launcher } = templates[look.template];
  const kind = look.launcher.kind ?? launcher.kind;
  const icon = look.launcher.icon ?? launcher.icon;
  const rules = [
    size.button === 56 ? "" : `button{width:${size.button}px;height:${size.button}px}`,
    `${CLOSED}::before{clip-path:path(evenodd,"${launcherIcons[icon]}")}`,
    character[look.template](size),
  ];
  if (kind === "label") rules.push(labelled(look, size));
  if (kind === "logo" && logo !== null) {
    rules.push(
      `${CLOSED}{background:#fff}${CLOSED}::before{clip-path:none;inset:22%;width:auto;height:auto;margin:0;background:url("${logo}") center/contain no-repeat}`,
    );
  }
  return rules.join("");
}

function labelled(look: Look, size: Size): string {
  const height = size.button - 8;
  const round = Math.min(look.corners ?? templates[look.template].corners, height / 2);
  const font: Partial<Record<LookTemplate, string>> = {
    journal: `italic 500 17px/1 "Newsreader Variable",Georgia,"Noto Serif",serif`,
    console: "600 13px/1 ui-monospace,Menlo,Consolas,monospace",
    poster: "800 15px/1 system-ui,sans-serif",
  };
  const corners = look.template === "ledger" ? docked(look, round) : `${look.corners === null ? height / 2 : round}px`;
  return [
    // Words that shrink on their way to the open button would be seen.
    `button{transition:none}${CLOSED}{display:flex;align-items:center;gap:10px;width:auto;max-width:calc(100vw - 40px);height:${height}px`,
    `;padding-inline:16px 20px;border-radius:${corners};font:${font[look.template] ?? "600 15px/1 system-ui,sans-serif"}`,
    `;white-space:nowrap}${CLOSED}::before{position:static;flex:none;margin:0;scale:.82}`,
    look.template === "journal" && look.launcher.icon === null
      ? `${CLOSED}::before{content:none}${CLOSED}{padding-inline:22px}`
      : "",
  ].join("");
}

/** A tab grows out of the edge that it stands on. */
function docked({ position, offset }: Look, round: number): string {
  if ((offset.y ?? 0) > 0 || position.startsWith("middle")) return `${round}px`;
  return position.startsWith("top") ? `0 0 ${round + 4}px ${round + 4}px` : `${round + 4}px ${round + 4}px 0 0`;
}

/** What each template's launcher is beside a disc in the accent. */
const character: Record<LookTemplate, (size: Size) => string> = {
  clear: () => "",
  banner: () => "button{box-shadow:0 6px 24px #0005}",
  journal: () =>
    `${CLOSED}{background:var(--surface);color:var(--text);box-shadow:inset 0 0 0 1px var(--text)}${CLOSED}::before{background:var(--text)}button{box-shadow:none}`,
  console: () => "button{border-radius:6px;box-shadow:0 0 0 1px #8884,0 4px 16px #0004}",
  pebble: ({ button }) =>
    `button{border-radius:${button * 0.5}px ${button * 0.5}px ${button * 0.5}px ${button * 0.28}px;box-shadow:0 0 0 4px var(--surface),0 8px 24px #0004}:host([dir=rtl]) button{border-radius:${button * 0.5}px ${button * 0.5}px ${button * 0.28}px ${button * 0.5}px}`,
  aurora: () =>
    "button{background:linear-gradient(135deg,var(--fill),var(--second));box-shadow:0 6px 28px -2px color-mix(in oklab,var(--fill) 60%,transparent)}",
  ledger: () => "button{border-radius:6px;box-shadow:0 1px 3px #0004}",
  poster: () =>
    "button{border-radius:0;border:2px solid var(--text);box-shadow:4px 4px 0 var(--text)}button:hover{translate:2px 2px;box-shadow:2px 2px 0 var(--text)}",
};

/** Logical sides where the launcher follows the page's direction. */
function place(look: Look, size: Size): string {
  const [vertical = "bottom", side = "right"] = look.position.split("-");
  const [ownX, ownY] = templates[look.template].offset;
  const x = look.offset.x ?? ownX;
  const y = look.offset.y ?? ownY;
  if (look.position === "bottom-right" && look.mirrored && x === 20 && y === 20) return "";
  const across = look.mirrored ? (side === "right" ? "inset-inline-end" : "inset-inline-start") : side;
  const away = size.button + GAP;
  if (vertical === "middle") {
    const margin = look.mirrored ? across.replace("inset", "margin") : `margin-${side}`;
    return [
      `button,iframe{inset:auto;${across}:${x}px}button{top:calc(50% - ${size.button / 2}px + ${look.offset.y ?? 0}px)}`,
      `iframe{top:max(${GAP}px,50% - ${size.height / 2}px);margin:0;${margin}:${away}px}`,
    ].join("");
  }
  const block = vertical === "top" ? "start" : "end";
  return [
    `button,iframe{inset:auto;${across}:${x}px;inset-block-${block}:calc(${y}px + env(safe-area-inset-${vertical}))}`,
    `iframe{margin:0;margin-block-${block}:${away}px}`,
  ].join("");
}

function frame(look: Look, size: Size): string {
  const { template } = look;
  const own = templates[template];
  const y = look.position.startsWith("middle") ? 0 : (look.offset.y ?? own.offset[1]);
  const round = Math.min(24, look.corners ?? own.corners);
  const rules = [
    size.width === 400 ? "" : `width:min(${size.width}px,100vw - 40px)`,
    size.height === 680 && y === 20 ? "" : `height:min(${size.height}px,100dvh - ${y + size.button + 2 * GAP}px)`,
    round === 16 ? "" : `border-radius:${round}px`,
    FRAMES[template] ?? "",
  ];
  return `iframe{${rules.filter(Boolean).join(";")}}`;
}

const FRAMES: Partial<Record<LookTemplate, string>> = {
  journal: "box-shadow:0 0 0 1px #8886,0 24px 60px -20px #0006",
  poster: "box-shadow:0 0 0 2px var(--text),8px 8px 0 2px var(--text)",
  ledger: "box-shadow:0 0 0 1px #8885,0 6px 20px #0003",
  pebble: "box-shadow:0 20px 60px -8px #0005",
  aurora: "box-shadow:0 0 0 1px #8883,0 24px 72px -12px color-mix(in oklab,var(--fill) 45%,#0008)",
};
