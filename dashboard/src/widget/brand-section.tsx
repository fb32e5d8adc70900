import { templates } from "@parley/widget/look";
import { useState } from "react";
import {
  Banner,
  Button,
  ColorInput,
  ConfirmDialog,
  Field,
  SegmentedControl,
  Select,
  Switch,
  toast,
} from "../ui/index.ts";
import { contrastNote } from "./contrast-note.ts";
import { optionsOf } from "./options-of.ts";
import { Section } from "./section.tsx";
import { useWidgetTexts } from "./texts.ts";
import type { Look, LookEditor } from "./use-look.ts";

export function BrandSection({ editor }: { editor: LookEditor }) {
  const texts = useWidgetTexts();
  const { look } = editor;
  const template = templates[look.template];
  return (
    <Section id="brand" title={texts.brand} text={texts.brandText} action={<Reset editor={editor} />}>
      <Accent editor={editor} />
      <Field label={texts.theme} help={texts.themeHelp} group>
        <SegmentedControl
          label={texts.theme}
          value={look.theme}
          onChange={(theme) => editor.change({ theme })}
          options={optionsOf(texts.themes, ["auto", "light", "dark"])}
        />
      </Field>
      <Field label={texts.font} help={texts.fontHelp}>
        <Select
          value={look.font ?? "template"}
          onChange={(font) => editor.change({ font: font === "template" ? null : font })}
          options={[
            { value: "template", label: texts.fontOfTemplate(texts.fonts[template.font]) },
            ...optionsOf(texts.fonts, ["inter", "system", "serif", "rounded", "mono"]),
          ]}
        />
      </Field>
      <Field label={texts.corners} group>
        <SegmentedControl
          label={texts.corners}
          value={cornerOf(look.corners)}
          onChange={(corner) => editor.change({ corners: CORNERS[corner] })}
          options={optionsOf(texts.cornersOf, ["template", "square", "slight", "round", "full"])}
        />
      </Field>
      <Field label={texts.avatar} help={texts.avatarHelp} group>
        <SegmentedControl
          label={texts.avatar}
          value={look.avatar}
          onChange={(avatar) => editor.change({ avatar })}
          options={optionsOf(texts.avatars, ["logo", "letter", "none"])}
        />
      </Field>
    </Section>
  );
}

const CORNERS = { template: null, square: 0, slight: 6, round: 16, full: 24 };
type Corner = keyof typeof CORNERS;

function cornerOf(corners: Look["corners"]): Corner {
  if (corners === null) return "template";
  return corners < 3 ? "square" : corners < 11 ? "slight" : corners < 20 ? "round" : "full";
}

function Accent({ editor }: { editor: LookEditor }) {
  const texts = useWidgetTexts();
  const { look, agent } = editor;
  const site = agent.brand.color;
  const note = contrastNote(look, site);
  const ratio = note.ratio.toFixed(1);
  const words = {
    nowhere: texts.contrastFine,
    light: texts.contrastLight(ratio),
    dark: texts.contrastDark,
    both: texts.contrastBoth(ratio),
  }[note.wrong];
  return (
    <Field label={texts.accent} help={texts.accentHelp} group>
      <div className="space-y-3">
        <Switch
          label={texts.fromSite}
          help={site === null ? texts.noSiteColor : texts.siteColor(site)}
          checked={look.accent === null}
          onChange={(fromSite) => editor.change({ accent: fromSite ? null : (site ?? note.light) })}
        />
        {look.accent !== null && (
          <ColorInput
            label={texts.ownColor}
            value={look.accent}
            onChange={(accent) => editor.change({ accent: accent.toLowerCase() })}
            suggestions={site === null ? [] : [site]}
          />
        )}
        <Banner
          tone={note.wrong === "light" || note.wrong === "both" ? "warning" : "info"}
          action={
            note.wrong === "light" || note.wrong === "both" ? (
              <Button size="small" onClick={() => editor.change({ accent: note.light })}>
                {texts.mend}
              </Button>
            ) : undefined
          }
        >
          <span className="block">{words}</span>
          <span className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
            <Swatch color={note.light} label={texts.onLight} />
            <Swatch color={note.dark} label={texts.onDark} />
          </span>
        </Banner>
      </div>
    </Field>
  );
}

function Swatch({ color, label }: { color: string; label: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-sm">
      <span style={{ backgroundColor: color }} className="size-4 rounded-full border border-line-strong" />
      {label} <span className="font-mono text-xs uppercase">{color}</span>
    </span>
  );
}

function Reset({ editor }: { editor: LookEditor }) {
  const texts = useWidgetTexts();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button size="small" look="ghost" onClick={() => setAsks(true)}>
        {texts.reset}
      </Button>
      <ConfirmDialog
        open={asks}
        onClose={() => setAsks(false)}
        title={texts.resetTitle}
        description={texts.resetText}
        confirm={texts.reset}
        onConfirm={() => {
          const before = editor.look;
          editor.reset();
          setAsks(false);
          toast.done(texts.resetDone, { undo: () => editor.change(before) });
        }}
      />
    </>
  );
}
