import type { FieldValues } from "react-hook-form";
import { FormField, type KitForm, NumberInput, TagInput } from "../ui/index.ts";
import { useKnowledgeTexts } from "./texts.ts";

export interface CrawlValues extends FieldValues {
  url: string;
  include: string[];
  exclude: string[];
  pageLimit: number | null;
  maxDepth: number | null;
  requestsPerSecond: number | null;
}

/** What of a site is read, and how fast. */
export function CrawlFields({ form }: { form: KitForm<CrawlValues> }) {
  const texts = useKnowledgeTexts();
  return (
    <>
      <FormField form={form} name="include" label={texts.include} help={texts.includeHelp} optional>
        {({ value, onChange }) => <TagInput values={value} onChange={onChange} />}
      </FormField>
      <FormField form={form} name="exclude" label={texts.exclude} help={texts.excludeHelp} optional>
        {({ value, onChange }) => <TagInput values={value} onChange={onChange} />}
      </FormField>
      <div className="grid gap-5 sm:grid-cols-3">
        <FormField form={form} name="pageLimit" label={texts.pageLimit} help={texts.pageLimitHelp}>
          {({ value, onChange }) => <NumberInput value={value} onChange={onChange} min={1} max={50_000} />}
        </FormField>
        <FormField form={form} name="maxDepth" label={texts.maxDepth} help={texts.maxDepthHelp} optional>
          {({ value, onChange }) => <NumberInput value={value} onChange={onChange} min={0} max={100} />}
        </FormField>
        <FormField form={form} name="requestsPerSecond" label={texts.pace} help={texts.paceHelp} optional>
          {({ value, onChange }) => <NumberInput value={value} onChange={onChange} min={0.1} max={50} step={0.5} />}
        </FormField>
      </div>
    </>
  );
}

const DEFAULT_LIMIT = 2_000;

export function settingsOf({ include, exclude, pageLimit, maxDepth, requestsPerSecond }: CrawlValues) {
  return { include, exclude, pageLimit: pageLimit ?? DEFAULT_LIMIT, maxDepth, requestsPerSecond };
}

export const newCrawl: CrawlValues = {
  url: "",
  include: [],
  exclude: [],
  pageLimit: DEFAULT_LIMIT,
  maxDepth: null,
  requestsPerSecond: null,
};
