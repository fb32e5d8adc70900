import { ComputerDesktopIcon, DevicePhoneMobileIcon, GlobeAltIcon } from "@heroicons/react/16/solid";
import { useState } from "react";
import {
  Checkbox,
  ColorInput,
  Combobox,
  Field,
  FileInput,
  Input,
  MultiSelect,
  NumberInput,
  RadioCards,
  SearchInput,
  SegmentedControl,
  Select,
  Switch,
  TagInput,
  Textarea,
} from "../ui/index.ts";

const tones = [
  { value: "friendly", label: "Friendly", text: "Warm, short sentences, first names" },
  { value: "formal", label: "Formal", text: "Polite and exact, no jokes" },
  { value: "playful", label: "Playful", text: "Light, with a smile", disabled: true },
] as const;
const languages = ["English", "Deutsch", "Français", "Español", "العربية", "日本語", "Português do Brasil"].map(
  (label) => ({
    value: label,
    label,
  }),
);

export function Controls() {
  const [text, setText] = useState("Bright Bakery");
  const [long, setLong] = useState("We bake every morning at five.\nAsk us about wedding cakes.");
  const [count, setCount] = useState<number | null>(12);
  const [tone, setTone] = useState<string>("friendly");
  const [language, setLanguage] = useState<string | null>(null);
  const [several, setSeveral] = useState(["English", "Deutsch"]);
  const [tags, setTags] = useState(["cakes", "opening hours"]);
  const [color, setColor] = useState<string | null>(sample);
  const [on, setOn] = useState(true);
  const [size, setSize] = useState<"desktop" | "phone">("desktop");
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Field label="Name" help="Visitors see it at the top of the widget.">
        <Input value={text} onChange={setText} />
      </Field>
      <Field label="Email" error="This is not an email address.">
        <Input type="email" value="ada@" onChange={() => {}} />
      </Field>
      <Field label="Website" optional>
        <Input value="bright-bakery.example" onChange={() => {}} icon={GlobeAltIcon} prefix="https://" />
      </Field>
      <Field label="Password" aside="At least 10 characters">
        <Input type="password" value="correct horse" onChange={() => {}} />
      </Field>
      <Field label="Own words" className="lg:row-span-2">
        <Textarea value={long} onChange={setLong} />
      </Field>
      <Field label="Page limit">
        <NumberInput value={count} onChange={setCount} min={1} max={500} suffix="pages" />
      </Field>
      <Field label="Cannot be changed">
        <Input disabled value="org_01m7wsxgp6f2" onChange={() => {}} mono />
      </Field>
      <Field label="Role">
        <Select
          value={tone}
          onChange={setTone}
          options={tones.map(({ value, label, text: hint }) => ({ value, label, hint }))}
        />
      </Field>
      <Field label="Language">
        <Combobox value={language} onChange={setLanguage} options={languages} placeholder="Find a language" />
      </Field>
      <Field label="Languages">
        <MultiSelect values={several} onChange={setSeveral} options={languages} />
      </Field>
      <Field label="Topics" help="Enter adds one.">
        <TagInput values={tags} onChange={setTags} />
      </Field>
      <Field label="Colour">
        <ColorInput value={color} onChange={setColor} suggestions={["oklch(0.6 0.16 30)", "oklch(0.6 0.13 160)"]} />
      </Field>
      <Field label="Logo">
        <FileInput accept="image/png" onFiles={() => {}}>
          Drop a logo here, or choose one
        </FileInput>
      </Field>
      <div className="space-y-3">
        <Checkbox checked={on} onChange={setOn} label="Tell me by mail" help="Once a day at most." />
        <Checkbox checked="some" onChange={() => {}} label="Some of them" />
        <Checkbox checked={false} disabled onChange={() => {}} label="Not now" />
      </div>
      <div className="space-y-3">
        <Switch checked={on} onChange={setOn} label="Show sources" help="Small numbers behind each sentence." />
        <Switch end checked={!on} onChange={(next) => setOn(!next)} label="At the end of its line" />
        <Switch disabled checked={false} onChange={() => {}} label="Not now" />
      </div>
      <div className="lg:col-span-2">
        <RadioCards label="Tone" value={tone} onChange={setTone} options={tones} columns={3} />
      </div>
      <SegmentedControl
        label="Size"
        value={size}
        onChange={setSize}
        options={[
          { value: "desktop", label: "Desktop", icon: ComputerDesktopIcon },
          { value: "phone", label: "Phone", icon: DevicePhoneMobileIcon },
        ]}
      />
      <SearchInput value="" onChange={() => {}} placeholder="Search conversations" />
    </div>
  );
}

const sample = `#${"3056d3"}`;
