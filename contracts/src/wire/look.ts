/**
 * How the widget looks: what an owner chooses in the editor. Part of an agent's behaviour as `settings.look`: it is
 * drafted, published, shown in the history and rolled back with everything else, and visitors get the published one in
 * `agent.look`. Every field has a default, so that a look stored by an older version is a whole look when it is read.
 * Colours are `#rrggbb`, lengths CSS pixels. Null means: as the template, the site or the visitor's language has it.
 */
import { z } from "zod";

/** They differ in character: shape, density, type, how messages stand, the header and the launcher. */
export const lookTemplate = z.enum(["clear", "banner", "journal", "console", "pebble", "aurora", "ledger", "poster"]);
export type LookTemplate = z.infer<typeof lookTemplate>;

/** What a frame can have by itself: a font of the site around it cannot be used there. */
export const lookFont = z.enum(["inter", "system", "serif", "rounded", "mono"]);
export type LookFont = z.infer<typeof lookFont>;

export const lookPosition = z.enum([
  "bottom-right",
  "bottom-left",
  "top-right",
  "top-left",
  "middle-right",
  "middle-left",
]);

export const launcherIcon = z.enum(["bubble", "bubbles", "question", "spark", "person", "lens", "prompt"]);
export type LauncherIcon = z.infer<typeof launcherIcon>;

const words = (most: number) => z.string().trim().min(1).max(most).nullable().default(null);
const color = z
  .string()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, "must be a colour such as #1f6f54");

/**
 * On the path, query and fragment of an address, such as `/shop/**`: `*` within a part, `**` over parts. A few of them
 * are enough, and a browser that looks for many takes long.
 */
const pageGlob = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[/*]/, "must begin with / or *")
  .regex(/^[^*]*(?:\*+[^*]*){0,3}$/, "may have three * at most");

/** `example.com`, `*.example.com` or `localhost:3000`. */
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(260)
  .regex(
    /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?(:\d{1,5})?$/,
    "must be a domain such as example.com or *.example.com",
  );

export const look = z.object({
  template: lookTemplate.default("clear"),
  /** `auto` follows the page around the widget. */
  theme: z.enum(["auto", "light", "dark"]).default("auto"),
  /** Null: the site's own colour. Mended for contrast where it is used, never here. */
  accent: color.nullable().default(null),
  font: lookFont.nullable().default(null),
  /** How round corners are. */
  corners: z.int().min(0).max(28).nullable().default(null),
  size: z.enum(["compact", "regular", "large"]).default("regular"),
  position: lookPosition.default("bottom-right"),
  /** On pages written from the right, left and right change sides. */
  mirrored: z.boolean().default(true),
  /** Away from the edges that `position` names. */
  offset: z
    .object({
      x: z.int().min(0).max(200).nullable().default(null),
      y: z.int().min(0).max(400).nullable().default(null),
    })
    .prefault({}),
  launcher: z
    .object({
      kind: z.enum(["icon", "logo", "label"]).nullable().default(null),
      icon: launcherIcon.nullable().default(null),
      /** The words on a `label`. */
      label: words(40),
    })
    .prefault({}),
  avatar: z.enum(["logo", "letter", "none"]).default("logo"),
  texts: z.object({ title: words(80), subtitle: words(120), placeholder: words(120) }).prefault({}),
  /** One line under the composer. */
  legal: z
    .object({
      text: z.string().trim().min(1).max(200),
      url: z
        .url({ protocol: /^https?$/ })
        .max(2_048)
        .nullable()
        .default(null),
    })
    .nullable()
    .default(null),
  /** Whether suggested questions, and the list of sources under an answer, are shown. */
  suggestions: z.boolean().default(true),
  sources: z.boolean().default(true),
  /** Where the launcher stands. `show` empty: on every page that `hide` does not name. */
  pages: z
    .object({ show: z.array(pageGlob).max(20).default([]), hide: z.array(pageGlob).max(20).default([]) })
    .prefault({}),
  /** Sites that may hold the widget; empty: all. */
  domains: z.array(domain).max(50).default([]),
});
export type Look = z.infer<typeof look>;

export const defaultLook: Look = look.parse({});

/** A look as it was stored, whatever version wrote it: what cannot be read any more is the default. */
export function readLook(stored: unknown): Look {
  const whole = look.safeParse(stored ?? {});
  if (whole.success) return whole.data;
  if (typeof stored !== "object" || stored === null) return defaultLook;
  const good = Object.entries(stored).filter(([name, value]) => look.partial().safeParse({ [name]: value }).success);
  return look.parse(Object.fromEntries(good));
}
