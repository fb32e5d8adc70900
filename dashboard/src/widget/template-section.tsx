import { templates } from "@parley/widget/look";
import { RadioGroup } from "radix-ui";
import { useSearchState } from "../live/index.ts";
import { DrawTemplate } from "./draw-template.tsx";
import { Section } from "./section.tsx";
import { useWidgetTexts } from "./texts.ts";
import type { Look, LookEditor } from "./use-look.ts";

type Template = Look["template"];
const isTemplate = (name: string): name is Template => Object.hasOwn(templates, name);
const names = Object.keys(templates).filter(isTemplate);

/** The eight, each in the agent's own colours. */
export function TemplateSection({ editor }: { editor: LookEditor }) {
  const texts = useWidgetTexts();
  const [search] = useSearchState();
  const theme = search["page"] === "dark" ? "dark" : "light";
  const { look, agent } = editor;
  return (
    <Section id="template" title={texts.template} text={texts.templateText}>
      <RadioGroup.Root
        aria-label={texts.template}
        value={look.template}
        onValueChange={(name) => isTemplate(name) && editor.change({ template: name })}
        className="grid grid-cols-4 gap-x-2 gap-y-4 sm:gap-x-3"
      >
        {names.map((template) => (
          <RadioGroup.Item
            key={template}
            value={template}
            className="group flex flex-col items-stretch rounded-card text-start focus-visible:outline-offset-2"
          >
            <span className="block rounded-card border border-line bg-sunken p-1.5 pb-0 sm:p-2.5 sm:pb-0 transition-colors duration-fast group-hover:border-line-strong group-data-[state=checked]:border-accent group-data-[state=checked]:ring-1 group-data-[state=checked]:ring-accent">
              <span className="block overflow-hidden rounded-t-[6px] border border-b-0 border-line">
                <DrawTemplate look={look} template={template} siteColor={agent.brand.color} theme={theme} />
              </span>
            </span>
            <span className="mt-1.5 block px-0.5 text-sm font-medium sm:text-base">{texts.templates[template]}</span>
            <span className="hidden px-0.5 text-sm text-muted sm:block">{texts.templateWords[template]}</span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </Section>
  );
}
