import { CheckIcon } from "@heroicons/react/16/solid";
import { Button, TextLink } from "../ui/index.ts";
import { FoundRow } from "./found-row.tsx";
import { useChangeAgent } from "./found-rows.tsx";
import { TextEditor } from "./text-editor.tsx";
import { useOnboardingTexts } from "./texts.ts";
import type { Agent, FactKind, FactLine, SiteProfile } from "./types.ts";

const kinds: readonly FactKind[] = ["hours", "address", "phone", "email"];

interface Props {
  agent: Agent;
  profile: SiteProfile | null;
  isReading: boolean;
}

/** Hours, address, phones and mail addresses, each with the page that says so; right when the owner says so. */
export function FactRows({ agent, profile, isReading }: Props) {
  const texts = useOnboardingTexts();
  return (
    <section className="mt-8">
      <h3 className="font-semibold">{texts.facts}</h3>
      <p className="mt-0.5 mb-3 text-sm text-pretty text-muted">{texts.factsText}</p>
      <div className="border-b border-line">
        {kinds.map((kind) => (
          <FactRow key={kind} kind={kind} {...{ agent, profile, isReading }} />
        ))}
      </div>
    </section>
  );
}

function FactRow({ kind, agent, profile, isReading }: Props & { kind: FactKind }) {
  const texts = useOnboardingTexts();
  const change = useChangeAgent(agent);
  const own = agent.settings.facts?.[kind];
  const found = profile?.facts[kind] ?? [];
  const lines = own ?? found;
  const put = (next: readonly FactLine[]) => change({ facts: { ...agent.settings.facts, [kind]: [...next] } });
  const save = (text: string) => put(readLines(text, lines));
  return (
    <FoundRow
      label={texts.fact[kind]}
      value={lines.length === 0 ? null : lines.map(({ text }) => text).join("\n")}
      isLooking={isReading}
      isOwn={own !== undefined && own.length > 0}
      ownWord={texts.confirmed}
      editor={(close) => (
        <TextEditor
          tall
          label={texts.fact[kind]}
          help={texts.factHelp}
          value={lines.map(({ text }) => text).join("\n")}
          maxLength={2_000}
          onClose={close}
          onSave={save}
        />
      )}
      action={
        own === undefined &&
        found.length > 0 && (
          <Button size="small" icon={CheckIcon} onClick={() => void put(found)}>
            {texts.confirm}
          </Button>
        )
      }
    >
      <FactLines lines={lines} />
    </FoundRow>
  );
}

function FactLines({ lines }: { lines: readonly FactLine[] }) {
  const texts = useOnboardingTexts();
  const pages = [...new Set(lines.flatMap(({ url }) => url ?? []))];
  return (
    <>
      {lines.map(({ text }) => (
        <span key={text} dir="auto" className="block">
          {text}
        </span>
      ))}
      {pages.map((page) => (
        <span key={page} className="mt-0.5 block text-sm text-muted">
          {`${texts.from} `}
          <TextLink quiet href={page}>
            {pathOf(page)}
          </TextLink>
        </span>
      ))}
    </>
  );
}

const MOST_LINES = 14;

/** A line that stays keeps the page that says so. */
function readLines(text: string, before: readonly FactLine[]): FactLine[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines
    .filter((line) => line !== "")
    .slice(0, MOST_LINES)
    .map((line) => ({ text: line.slice(0, 500), url: before.find((one) => one.text === line)?.url ?? null }));
}

function pathOf(url: string): string {
  const { host, pathname } = new URL(url);
  return pathname === "/" ? host : pathname;
}
