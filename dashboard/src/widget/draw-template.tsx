import { mendBrand } from "@parley/widget/brand";
import { colorOf, surfacesOf, templates } from "@parley/widget/look";
import type { ReactElement } from "react";
import type { Look } from "./use-look.ts";

export interface DrawTemplateProps {
  look: Look;
  template: Look["template"];
  siteColor: string | null;
  theme: "light" | "dark";
}

interface Paint {
  accent: string;
  second: string;
  ink: string;
  soft: string;
  surface: string;
  bubble: string;
  text: string;
  line: string;
  round: number;
}

/** A template in small, in the colours that it would have: 132 by 150. */
export function DrawTemplate({ look, template, siteColor, theme }: DrawTemplateProps) {
  const worn = { ...look, template };
  const color = colorOf(worn, siteColor);
  const surfaces = surfacesOf(worn, color);
  const accent = mendBrand(color, surfaces)[theme];
  const [surface, bubble] = surfaces[theme];
  const text = theme === "light" ? "#20232a" : "#e9ebef";
  const paint: Paint = {
    accent: accent.fill,
    second: accent.second,
    ink: accent.ink,
    soft: accent.soft,
    surface,
    bubble,
    text,
    line: theme === "light" ? "#d9dbe0" : "#3a3e46",
    round: Math.min(look.corners ?? templates[template].corners, 22) / 2.4,
  };
  return (
    <svg viewBox="0 0 132 150" aria-hidden="true" className="block w-full">
      <rect width="132" height="150" rx={paint.round + 2} fill={surface} />
      {drawings[template](paint)}
    </svg>
  );
}

const line = ([x, y, width, height = 4]: [x: number, y: number, width: number, height?: number], fill: string) => (
  <rect key={`${x}/${y}`} x={x} y={y} width={width} height={height} rx={height / 2} fill={fill} />
);
const faint = (fill: string) => ({ fill, opacity: 0.45 });

const drawings: Record<Look["template"], (paint: Paint) => ReactElement> = {
  clear: ({ accent, bubble, text, line: rule, round }) => (
    <>
      <rect x="10" y="10" width="14" height="14" rx={round / 1.6} fill={accent} />
      {line([29, 13, 42], text)}
      <rect {...faint(text)} x="29" y="20" width="26" height="3" rx="1.5" />
      <rect y="32" width="132" height="1" fill={rule} />
      <rect x="58" y="42" width="64" height="18" rx={round} fill={accent} />
      <rect x="10" y="68" width="82" height="42" rx={round} fill={bubble} />
      {line([18, 77, 62], text)}
      {line([18, 86, 54], text)}
      {line([18, 95, 36], text)}
      <rect x="9.5" y="125.5" width="113" height="16" rx={round} fill="none" stroke={rule} />
    </>
  ),
  banner: ({ accent, second, ink, surface, text, line: rule, round }) => (
    <>
      <defs>
        <linearGradient id="banner-fill" x1="0" y1="0" x2="0.4" y2="1">
          <stop offset="0.4" stopColor={accent} />
          <stop offset="1.3" stopColor={second} />
        </linearGradient>
      </defs>
      <path
        d={`M0 ${round + 2}a${round + 2} ${round + 2} 0 0 1 ${round + 2} -${round + 2}h${128 - 2 * round}a${round + 2} ${round + 2} 0 0 1 ${round + 2} ${round + 2}V70H0Z`}
        fill="url(#banner-fill)"
      />
      <circle cx="17" cy="16" r="7" fill={ink} />
      {line([29, 14, 40], ink)}
      {line([10, 34, 88, 7], ink)}
      {line([10, 45, 60, 7], ink)}
      <rect x="10" y="60" width="112" height="52" rx={round} fill={surface} stroke={rule} />
      {line([18, 67, 66], text)}
      {line([18, 84, 50], text)}
      {line([18, 101, 58], text)}
      <path d="M10 77.500h112M10 94.500h112" stroke={rule} />
      <rect x="10" y="125" width="112" height="16" rx={round} fill={rule} opacity="0.6" />
    </>
  ),
  journal: ({ accent, text, line: rule }) => (
    <>
      {line([38, 12, 56], text)}
      <rect {...faint(text)} x="48" y="20" width="36" height="3" rx="1.5" />
      <path d="M0 31.500h132M0 33.500h132" stroke={rule} />
      <rect {...faint(text)} x="56" y="45" width="60" height="4" rx="2" />
      <rect x="120" y="42" width="1.5" height="10" fill={accent} />
      {line([12, 63, 104], text)}
      {line([12, 72, 98], text)}
      {line([12, 81, 106], text)}
      {line([12, 90, 48], text)}
      <rect x="12" y="101" width="30" height="1" fill={rule} />
      <rect {...faint(text)} x="12" y="107" width="52" height="3" rx="1.5" />
      <rect x="12" y="138" width="108" height="1" fill={accent} />
      <rect {...faint(text)} x="12" y="129" width="44" height="4" rx="2" />
    </>
  ),
  console: ({ accent, bubble, text, line: rule }) => (
    <>
      <path d="M0 4a4 4 0 0 1 4-4h124a4 4 0 0 1 4 4v22H0Z" fill={bubble} />
      {line([10, 9, 46], text)}
      {line([10, 17, 30, 3], accent)}
      <path d="m10 38 4 3.500-4 3.5" fill="none" stroke={accent} strokeWidth="2" />
      {line([19, 40, 66], accent)}
      <rect x="10" y="54" width="2" height="44" fill={rule} />
      {line([18, 57, 92], text)}
      {line([18, 66, 84], text)}
      {line([18, 75, 96], text)}
      {line([18, 84, 52], text)}
      <rect x="10.5" y="105.5" width="62" height="12" rx="2" fill="none" stroke={rule} strokeDasharray="3 2" />
      <path d="M0 128h132v18a4 4 0 0 1-4 4H4a4 4 0 0 1-4-4Z" fill={bubble} />
      <rect y="128" width="132" height="1.5" fill={accent} />
      <path d="m10 136 4 3.500-4 3.5" fill="none" stroke={accent} strokeWidth="2" />
    </>
  ),
  pebble: ({ accent, bubble, text, round }) => (
    <>
      <circle cx="19" cy="19" r="9" fill={accent} stroke={bubble} strokeWidth="2.5" />
      {line([33, 14, 44, 5], text)}
      <rect {...faint(text)} x="33" y="22" width="28" height="3" rx="1.5" />
      <rect x="52" y="38" width="70" height="20" rx={round} fill={accent} />
      <circle cx="16" cy="73" r="6" fill={accent} />
      <rect x="26" y="66" width="84" height="40" rx={round} fill={bubble} />
      {line([36, 76, 62], text)}
      {line([36, 85, 54], text)}
      {line([36, 94, 30], text)}
      <rect x="10" y="122" width="112" height="19" rx="9.5" fill={bubble} />
      <circle cx="112" cy="131.5" r="6.5" fill={accent} />
    </>
  ),
  aurora: ({ accent, second, bubble, text, surface, round }) => (
    <>
      <defs>
        <radialGradient id="aurora-a" cx="0" cy="0" r="1">
          <stop stopColor={accent} stopOpacity="0.4" />
          <stop offset="0.7" stopColor={accent} stopOpacity="0" />
        </radialGradient>
        <radialGradient id="aurora-b" cx="1" cy="0" r="0.9">
          <stop stopColor={second} stopOpacity="0.4" />
          <stop offset="0.7" stopColor={second} stopOpacity="0" />
        </radialGradient>
        <linearGradient id="aurora-c">
          <stop stopColor={accent} />
          <stop offset="1" stopColor={second} />
        </linearGradient>
      </defs>
      <rect width="132" height="150" rx={round + 2} fill="url(#aurora-a)" />
      <rect width="132" height="150" rx={round + 2} fill="url(#aurora-b)" />
      <rect x="6" y="6" width="120" height="24" rx={round} fill={surface} opacity="0.75" />
      <circle cx="18" cy="18" r="7" fill="url(#aurora-c)" />
      {line([30, 16, 44], text)}
      {line([10, 66, 96, 8], accent)}
      {line([10, 79, 70, 8], text)}
      <rect x="10" y="98" width="62" height="13" rx="6.5" fill={bubble} />
      <rect x="76" y="98" width="40" height="13" rx="6.5" fill={bubble} />
      <rect
        x="9.5"
        y="121.5"
        width="113"
        height="19"
        rx={round}
        fill={surface}
        stroke="url(#aurora-c)"
        strokeWidth="1.5"
      />
    </>
  ),
  ledger: ({ accent, bubble, text, line: rule }) => (
    <>
      <path d="M0 4a4 4 0 0 1 4-4h124a4 4 0 0 1 4 4Z" fill={accent} />
      <rect x="10" y="11" width="14" height="14" rx="2" fill={accent} />
      {line([29, 14, 48], text)}
      <rect {...faint(text)} x="29" y="21" width="30" height="3" rx="1.5" />
      <rect y="32" width="132" height="1" fill={rule} />
      <rect x="10" y="40" width="112" height="18" fill={bubble} />
      <rect x="10" y="40" width="2.5" height="18" fill={accent} />
      {line([18, 47, 62], text)}
      <rect x="10.5" y="64.5" width="111" height="52" rx="3" fill="none" stroke={rule} />
      {line([18, 72, 30, 3], text)}
      {line([18, 81, 92], text)}
      {line([18, 90, 80], text)}
      <rect x="10" y="100" width="112" height="1" fill={rule} />
      {line([18, 106, 44, 3], accent)}
      <rect x="10.5" y="125.5" width="111" height="15" rx="2" fill="none" stroke={rule} />
    </>
  ),
  poster: ({ accent, ink, bubble, text, round }) => (
    <>
      <rect x="1" y="1" width="130" height="148" rx={round} fill="none" stroke={text} strokeWidth="2" />
      <path d="M1 1h130v31H1Z" fill={accent} stroke={text} strokeWidth="2" />
      <rect x="10" y="9" width="15" height="15" fill={bubble} stroke={text} strokeWidth="2" />
      {line([31, 12, 52, 6], ink)}
      {line([10, 42, 92, 9], text)}
      {line([10, 54, 64, 9], text)}
      <rect x="13" y="75" width="92" height="32" fill={text} />
      <rect x="10" y="72" width="92" height="32" rx={round} fill={bubble} stroke={text} strokeWidth="2" />
      {line([18, 80, 68], text)}
      {line([18, 89, 50], text)}
      <rect x="10" y="120" width="112" height="19" rx={round} fill={bubble} stroke={text} strokeWidth="2" />
      <rect x="105" y="123" width="13" height="13" fill={accent} />
    </>
  ),
};
