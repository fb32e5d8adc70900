import { Field, Switch, TagInput } from "../ui/index.ts";
import { Section } from "./section.tsx";
import { useWidgetTexts } from "./texts.ts";
import type { Look, LookEditor } from "./use-look.ts";

const DOMAIN = /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?(:\d{1,5})?$/;

export function PagesSection({ editor }: { editor: LookEditor }) {
  const texts = useWidgetTexts();
  const { look } = editor;
  const change = (part: Partial<Look["pages"]>) => editor.change({ pages: { ...look.pages, ...part } });
  const isGlob = (text: string) =>
    /^[/*](?!(?:[^*]*\*+){4})\S*$/.test(text) && text.length <= 200 ? undefined : texts.globWrong;
  return (
    <Section id="pages" title={texts.pages} text={texts.pagesText}>
      <Switch
        label={texts.suggestions}
        checked={look.suggestions}
        onChange={(suggestions) => editor.change({ suggestions })}
      />
      <Switch
        label={texts.sources}
        help={texts.sourcesHelp}
        checked={look.sources}
        onChange={(sources) => editor.change({ sources })}
      />
      <Field label={texts.show} help={texts.showHelp} optional>
        <TagInput
          max={20}
          values={look.pages.show}
          validate={isGlob}
          placeholder={texts.globExample}
          onChange={(show) => change({ show })}
        />
      </Field>
      <Field label={texts.hide} help={texts.hideHelp} optional>
        <TagInput max={20} values={look.pages.hide} validate={isGlob} onChange={(hide) => change({ hide })} />
      </Field>
      <Field label={texts.domains} help={texts.domainsHelp} optional>
        <TagInput
          max={50}
          values={look.domains}
          placeholder={texts.domainExample}
          validate={(text) => (DOMAIN.test(bareDomain(text)) ? undefined : texts.domainWrong)}
          onChange={(domains) => editor.change({ domains: [...new Set(domains.map(bareDomain))] })}
        />
      </Field>
    </Section>
  );
}

/** People paste whole addresses. */
const bareDomain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/.*$/, "");
