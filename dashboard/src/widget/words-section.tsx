import { useState } from "react";
import { Field, Input } from "../ui/index.ts";
import { Section } from "./section.tsx";
import { useWidgetTexts } from "./texts.ts";
import type { Look, LookEditor } from "./use-look.ts";

export function WordsSection({ editor }: { editor: LookEditor }) {
  const texts = useWidgetTexts();
  const { look, agent } = editor;
  const change = (part: Partial<Look["texts"]>) => editor.change({ texts: { ...look.texts, ...part } });
  return (
    <Section id="words" title={texts.words} text={texts.wordsText}>
      <Field label={texts.title} help={texts.titleHelp} optional>
        <Input
          maxLength={80}
          placeholder={agent.name}
          value={look.texts.title ?? ""}
          onChange={(title) => change({ title: given(title) })}
        />
      </Field>
      <Field label={texts.subtitle} help={texts.subtitleHelp} optional>
        <Input
          maxLength={120}
          value={look.texts.subtitle ?? ""}
          onChange={(subtitle) => change({ subtitle: given(subtitle) })}
        />
      </Field>
      <Field label={texts.placeholder} optional>
        <Input
          maxLength={120}
          value={look.texts.placeholder ?? ""}
          onChange={(placeholder) => change({ placeholder: given(placeholder) })}
        />
      </Field>
      <Legal editor={editor} />
    </Section>
  );
}

/** Nothing but blanks is nothing; blanks at the end are still being typed. */
const given = (text: string) => (text.trim() === "" ? null : text);

/** The link is kept on the screen while it is none yet. */
function Legal({ editor }: { editor: LookEditor }) {
  const texts = useWidgetTexts();
  const { legal } = editor.look;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? legal?.url ?? "";
  const isWrong = shown !== "" && !isLink(shown);
  return (
    <>
      <Field label={texts.legal} help={texts.legalHelp} optional>
        <Input
          maxLength={200}
          value={legal?.text ?? ""}
          onChange={(text) =>
            editor.change({ legal: text.trim() === "" ? null : { text, url: isLink(shown) ? shown : null } })
          }
        />
      </Field>
      {legal !== null && (
        <Field label={texts.legalUrl} error={isWrong ? texts.legalUrlWrong : undefined} optional>
          <Input
            type="url"
            maxLength={2_048}
            value={shown}
            onChange={(url) => {
              setTyped(url);
              if (url === "" || isLink(url)) editor.change({ legal: { ...legal, url: url === "" ? null : url } });
            }}
          />
        </Field>
      )}
    </>
  );
}

const isLink = (text: string) => /^https?:\/\/[^\s/]+\.?[^\s]*$/.test(text) && URL.canParse(text);
