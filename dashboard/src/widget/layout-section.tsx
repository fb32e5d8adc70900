import { launcherIcons, templates } from "@parley/widget/look";
import { RadioGroup } from "radix-ui";
import { cx, Field, Input, NumberInput, SegmentedControl, Switch } from "../ui/index.ts";
import { optionsOf } from "./options-of.ts";
import { Section } from "./section.tsx";
import { useWidgetTexts } from "./texts.ts";
import type { Look, LookEditor } from "./use-look.ts";

export function LayoutSection({ editor }: { editor: LookEditor }) {
  const texts = useWidgetTexts();
  const { look } = editor;
  const [x, y] = templates[look.template].offset;
  const offset = (part: Partial<Look["offset"]>) => editor.change({ offset: { ...look.offset, ...part } });
  return (
    <Section id="layout" title={texts.layout} text={texts.layoutText}>
      <Field label={texts.position} group>
        <Place editor={editor} />
      </Field>
      <Switch
        label={texts.mirrored}
        help={texts.mirroredHelp}
        checked={look.mirrored}
        onChange={(mirrored) => editor.change({ mirrored })}
      />
      <div>
        <div className="grid grid-cols-2 gap-3">
          <Field label={texts.across}>
            <NumberInput
              suffix={texts.pixels}
              min={0}
              max={200}
              value={look.offset.x}
              placeholder={String(x)}
              onChange={(value) => offset({ x: within(value, 200) })}
            />
          </Field>
          <Field label={texts.along}>
            <NumberInput
              suffix={texts.pixels}
              min={0}
              max={400}
              value={look.offset.y}
              placeholder={String(y)}
              onChange={(value) => offset({ y: within(value, 400) })}
            />
          </Field>
        </div>
        <p className="mt-1.5 text-sm text-pretty text-muted">{texts.offsetHelp}</p>
      </div>
      <Field label={texts.size} group>
        <SegmentedControl
          label={texts.size}
          value={look.size}
          onChange={(size) => editor.change({ size })}
          options={optionsOf(texts.sizes, ["compact", "regular", "large"])}
        />
      </Field>
      <Launcher editor={editor} />
    </Section>
  );
}

const within = (value: number | null, most: number) =>
  value === null ? null : Math.min(most, Math.max(0, Math.round(value)));

const PLACES = ["top-left", "top-right", "middle-left", "middle-right", "bottom-left", "bottom-right"] as const;
const isPlace = (name: string): name is Look["position"] => PLACES.some((place) => place === name);

/** A page in small, with a spot at each place. */
function Place({ editor }: { editor: LookEditor }) {
  const texts = useWidgetTexts();
  return (
    <RadioGroup.Root
      dir="ltr"
      aria-label={texts.position}
      value={editor.look.position}
      onValueChange={(name) => isPlace(name) && editor.change({ position: name })}
      className="grid h-36 w-56 grid-cols-2 overflow-hidden rounded-card border border-line-strong bg-sunken"
    >
      {PLACES.map((place) => (
        <RadioGroup.Item
          key={place}
          value={place}
          aria-label={texts.positions[place]}
          title={texts.positions[place]}
          className={cx(
            "group flex p-2 -outline-offset-2 hover:bg-hover",
            place.endsWith("right") ? "justify-end" : "justify-start",
            place.startsWith("top") ? "items-start" : place.startsWith("middle") ? "items-center" : "items-end",
          )}
        >
          <span className="size-5 rounded-full border-2 border-line-control bg-surface group-data-[state=checked]:border-accent group-data-[state=checked]:bg-accent" />
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}

const ICONS = ["bubble", "bubbles", "question", "spark", "person", "lens", "prompt"] as const;

function Launcher({ editor }: { editor: LookEditor }) {
  const texts = useWidgetTexts();
  const { look, agent } = editor;
  const { launcher } = look;
  const change = (part: Partial<Look["launcher"]>) => editor.change({ launcher: { ...launcher, ...part } });
  const kind = launcher.kind ?? templates[look.template].launcher.kind;
  const logoHelp = agent.brand.logoUrl === null ? texts.noLogo : texts.logoPolicy;
  return (
    <>
      <Field label={texts.launcher} help={kind === "logo" ? logoHelp : undefined} group>
        <SegmentedControl
          label={texts.launcher}
          value={launcher.kind ?? "template"}
          onChange={(chosen) => change({ kind: chosen === "template" ? null : chosen })}
          options={optionsOf(texts.launcherKinds, ["template", "icon", "logo", "label"])}
        />
      </Field>
      {kind !== "logo" && (
        <Field label={texts.launcherIcon} group>
          <RadioGroup.Root
            aria-label={texts.launcherIcon}
            value={launcher.icon ?? templates[look.template].launcher.icon}
            onValueChange={(name) => change({ icon: ICONS.find((icon) => icon === name) ?? null })}
            className="flex flex-wrap gap-2"
          >
            {ICONS.map((icon) => (
              <RadioGroup.Item
                key={icon}
                value={icon}
                aria-label={texts.icons[icon]}
                title={texts.icons[icon]}
                className="grid size-11 place-items-center rounded-control border border-line-strong text-muted hover:bg-hover hover:text-text data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft data-[state=checked]:text-accent-text"
              >
                <svg viewBox="0 0 28 28" aria-hidden="true" className="size-6 fill-current">
                  <path d={launcherIcons[icon]} fillRule="evenodd" />
                </svg>
              </RadioGroup.Item>
            ))}
          </RadioGroup.Root>
        </Field>
      )}
      {kind === "label" && (
        <Field label={texts.launcherLabel} help={texts.launcherLabelHelp} optional>
          <Input
            maxLength={40}
            value={launcher.label ?? ""}
            onChange={(label) => change({ label: label.trim() === "" ? null : label })}
          />
        </Field>
      )}
    </>
  );
}
