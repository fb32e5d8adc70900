import type { ReactNode } from "react";
import { FormField, type KitForm, NumberInput, Select, Switch, TagInput } from "../ui/index.ts";
import type { WebsiteValues } from "./website-values.ts";
import { useKnowledgeTexts } from "./texts.ts";
import { useWebsiteTexts } from "./website-texts.ts";

type Fields = { form: KitForm<WebsiteValues> };
const scheduleNames = ["off", "15m", "1h", "6h", "1d", "1w", "1mo"] as const;
const queryRules = ["all", "none", "only", "without"] as const;

/** A part of the settings that is opened when it is wanted. */
export function Fold({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  return (
    <details className="group border-t border-line pt-1 last:border-b last:pb-1">
      <summary className="flex cursor-pointer list-none flex-wrap items-baseline gap-x-2 rounded-control py-2 pointer-coarse:py-3">
        <span
          aria-hidden
          className="text-muted transition-transform duration-fast group-open:rotate-90 rtl:-scale-x-100"
        >
          ›
        </span>
        <span className="font-medium">{title}</span>
        <span className="text-sm text-muted">{help}</span>
      </summary>
      <div className="space-y-5 pt-2 pb-5">{children}</div>
    </details>
  );
}

export function ScheduleField({ form }: Fields) {
  const texts = useWebsiteTexts();
  return (
    <FormField form={form} name="schedule" label={texts.schedule} help={texts.scheduleHelp}>
      {({ value, onChange, onBlur }) => (
        <Select
          value={value}
          onChange={onChange}
          onBlur={onBlur}
          options={scheduleNames.map((name) => ({ value: name, label: texts.schedules[name] }))}
        />
      )}
    </FormField>
  );
}

/** Which addresses are read. */
export function PageFields({ form }: Fields) {
  const words = useKnowledgeTexts();
  const texts = useWebsiteTexts();
  const rule = form.hook.watch("settings.queryRule");
  return (
    <Fold title={texts.what} help={texts.whatHelp}>
      <Tags form={form} name="settings.include" label={words.include} help={words.includeHelp} />
      <Tags form={form} name="settings.exclude" label={words.exclude} help={words.excludeHelp} />
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField form={form} name="settings.pageLimit" label={words.pageLimit} help={words.pageLimitHelp}>
          {({ value, onChange }) => <NumberInput value={value} onChange={onChange} min={1} max={50_000} />}
        </FormField>
        <FormField form={form} name="settings.maxDepth" label={words.maxDepth} help={words.maxDepthHelp} optional>
          {({ value, onChange }) => <NumberInput value={value} onChange={onChange} min={0} max={100} />}
        </FormField>
      </div>
      <Tags form={form} name="settings.subdomains" label={texts.subdomains} help={texts.subdomainsHelp} />
      <Toggle form={form} name="settings.useSitemaps" label={texts.useSitemaps} help={texts.useSitemapsHelp} />
      <Tags form={form} name="settings.sitemaps" label={texts.sitemaps} help={texts.sitemapsHelp} />
      <FormField form={form} name="settings.queryRule" label={texts.queryRule} help={texts.queryRuleHelp}>
        {({ value, onChange, onBlur }) => (
          <Select
            value={value}
            onChange={onChange}
            onBlur={onBlur}
            options={queryRules.map((name) => ({ value: name, label: texts.queryRules[name] }))}
          />
        )}
      </FormField>
      {(rule === "only" || rule === "without") && (
        <Tags form={form} name="settings.queryNames" label={texts.queryNames} help={texts.queryNamesHelp} needed />
      )}
      <Toggle form={form} name="settings.readFiles" label={texts.readFiles} help={texts.readFilesHelp} />
      <Toggle form={form} name="settings.foldCanonical" label={texts.foldCanonical} help={texts.foldCanonicalHelp} />
      <Toggle form={form} name="settings.foldLanguages" label={texts.foldLanguages} help={texts.foldLanguagesHelp} />
    </Fold>
  );
}

/** What of a page counts, and whether its scripts run. `browser`: why they cannot, where they cannot. */
export function PartFields({
  form,
  browser,
}: Fields & { browser: { found: boolean; reason: string | null } | undefined }) {
  const texts = useWebsiteTexts();
  const missing = browser?.found === false ? texts.noBrowser(browser.reason ?? "") : null;
  return (
    <Fold title={texts.parts} help={texts.partsHelp}>
      <Tags form={form} name="settings.keepSelectors" label={texts.keep} help={texts.keepHelp} />
      <Tags form={form} name="settings.dropSelectors" label={texts.drop} help={texts.dropHelp} />
      <FormField form={form} name="settings.rendering" label={texts.rendering} help={missing ?? texts.browserHelp}>
        {({ value, onChange, onBlur }) => (
          <Select
            value={value}
            onChange={onChange}
            onBlur={onBlur}
            options={(["auto", "always", "never"] as const).map((name) => ({
              value: name,
              label: texts.renderings[name],
            }))}
          />
        )}
      </FormField>
    </Fold>
  );
}

export function PaceFields({ form }: Fields) {
  const words = useKnowledgeTexts();
  const texts = useWebsiteTexts();
  return (
    <Fold title={texts.pace} help={texts.paceHelp}>
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField form={form} name="settings.requestsPerSecond" label={words.pace} help={words.paceHelp} optional>
          {({ value, onChange }) => <NumberInput value={value} onChange={onChange} min={0.1} max={50} step={0.5} />}
        </FormField>
        <FormField
          form={form}
          name="settings.concurrency"
          label={texts.concurrency}
          help={texts.concurrencyHelp}
          optional
        >
          {({ value, onChange }) => <NumberInput value={value} onChange={onChange} min={1} max={8} />}
        </FormField>
      </div>
    </Fold>
  );
}

type ListName = "include" | "exclude" | "subdomains" | "sitemaps" | "queryNames" | "keepSelectors" | "dropSelectors";
interface TagsProps extends Fields {
  name: `settings.${ListName}`;
  label: string;
  help: string;
  needed?: boolean;
}

function Tags({ form, name, label, help, needed }: TagsProps) {
  // Selectors and globs may hold commas.
  const split = name.endsWith("Selectors") ? /\n+/ : undefined;
  return (
    <FormField form={form} name={name} label={label} help={help} optional={!needed}>
      {({ value, onChange, onBlur }) => (
        <TagInput values={value} onChange={onChange} onBlur={onBlur} {...(split && { split })} />
      )}
    </FormField>
  );
}

interface ToggleProps extends Fields {
  name: `settings.${"useSitemaps" | "readFiles" | "foldCanonical" | "foldLanguages"}`;
  label: string;
  help: string;
}

function Toggle({ form, name, label, help }: ToggleProps) {
  const value = form.hook.watch(name);
  return (
    <Switch
      label={label}
      help={help}
      checked={value}
      onChange={(checked) => form.hook.setValue(name, checked, { shouldDirty: true })}
    />
  );
}
