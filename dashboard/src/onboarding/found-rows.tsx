import { PencilSquareIcon } from "@heroicons/react/16/solid";
import { at } from "../addresses.ts";
import { type BodyOf, useOrganizationId, useSend } from "../live/index.ts";
import { Button, SegmentedControl } from "../ui/index.ts";
import { FoundRow } from "./found-row.tsx";
import { TextEditor } from "./text-editor.tsx";
import { useOnboardingTexts } from "./texts.ts";
import type { Agent, SiteProfile } from "./types.ts";

interface Props {
  agent: Agent;
  profile: SiteProfile | null;
  isReading: boolean;
}

type Change = BodyOf<"/v1/agents/{id}", "patch">;

/** Saves at once: visitors see it, and what is read later does not change it back. */
export function useChangeAgent(agent: Agent) {
  const change = useSend("patch", "/v1/agents/{id}", { changes: ["sources"] });
  return (body: Change) => change.sendAsync({ params: { id: agent.id }, ifMatch: agent.revision, body });
}

/** Name, tone, looks, greeting and starter questions. */
export function FoundRows({ agent, profile, isReading }: Props) {
  const texts = useOnboardingTexts();
  const change = useChangeAgent(agent);
  const { settings } = agent;
  const isLooking = isReading && (profile === null || profile.foundAt === null);
  const isKnown = !isLooking || settings.name !== undefined;
  return (
    <div className="border-b border-line">
      <FoundRow
        label={texts.name}
        value={isKnown || profile?.name ? agent.name : null}
        isLooking={isLooking}
        isOwn={settings.name !== undefined}
        editor={(close) => (
          <TextEditor
            label={texts.name}
            value={agent.name}
            maxLength={120}
            onClose={close}
            onSave={(name) => change({ name: name === "" ? null : name })}
          />
        )}
      />
      <ToneRow agent={agent} profile={profile} isReading={isLooking} />
      <LooksRow agent={agent} profile={profile} isReading={isLooking} />
      <FoundRow
        label={texts.greeting}
        value={isLooking && settings.greeting === undefined ? null : agent.greeting}
        isLooking={isLooking}
        isOwn={settings.greeting !== undefined}
        editor={(close) => (
          <TextEditor
            tall
            label={texts.greeting}
            value={agent.greeting}
            maxLength={500}
            onClose={close}
            onSave={(greeting) => change({ greeting: greeting === "" ? null : greeting })}
          />
        )}
      />
      <StartersRow agent={agent} profile={profile} isReading={isReading} />
    </div>
  );
}

function ToneRow({ agent, profile, isReading }: Props) {
  const texts = useOnboardingTexts();
  const change = useChangeAgent(agent);
  const own = agent.settings.tone;
  const tone = own ?? profile?.tone ?? null;
  return (
    <FoundRow
      label={texts.tone}
      value={tone === null ? null : texts.tones[tone]}
      isLooking={isReading}
      isOwn={own !== undefined}
      empty={texts.tones.neutral}
      editor={(close) => (
        <SegmentedControl
          label={texts.tone}
          value={tone ?? "neutral"}
          onChange={(next) => void change({ tone: next }).finally(close)}
          options={(["friendly", "neutral", "formal", "playful"] as const).map((value) => ({
            value,
            label: texts.tones[value],
          }))}
        />
      )}
    />
  );
}

function LooksRow({ agent, profile, isReading }: Props) {
  const texts = useOnboardingTexts();
  const organization = useOrganizationId() ?? "";
  const { color, logoUrl } = agent.brand;
  const isThere = color !== null || logoUrl !== null;
  return (
    <FoundRow
      label={texts.looks}
      value={isThere ? `${color ?? ""} ${logoUrl ?? ""} ${profile?.foundAt ?? ""}`.trim() : null}
      isLooking={isReading}
      isOwn={false}
      empty={texts.noColor}
      action={
        <Button size="small" look="ghost" icon={PencilSquareIcon} to={at.agent(organization, agent.id, "widget")}>
          <span aria-hidden>{texts.edit}</span>
          <span className="sr-only">{texts.changeLooks}</span>
        </Button>
      }
    >
      <span className="flex items-center gap-3">
        {logoUrl !== null && (
          <img src={logoUrl} alt="" className="size-8 rounded-control border border-line object-contain p-0.5" />
        )}
        {color !== null && (
          <span className="flex items-center gap-2">
            <span aria-hidden className="size-6 rounded-full border border-line" style={{ background: color }} />
            <code className="font-mono text-sm">{color}</code>
          </span>
        )}
      </span>
    </FoundRow>
  );
}

const MOST_STARTERS = 8;

function StartersRow({ agent, isReading }: Props) {
  const texts = useOnboardingTexts();
  const change = useChangeAgent(agent);
  const { suggestions } = agent;
  const save = (text: string) => {
    const lines = text.split("\n").map((line) => line.trim());
    return change({ suggestions: lines.filter((line) => line !== "").slice(0, MOST_STARTERS) });
  };
  return (
    <FoundRow
      label={texts.starters}
      value={suggestions.length === 0 ? null : suggestions.join("\n")}
      isLooking={isReading}
      isOwn={agent.settings.suggestions !== undefined}
      empty={texts.noStarters}
      editor={(close) => (
        <TextEditor
          tall
          label={texts.starters}
          help={texts.startersHelp}
          value={suggestions.join("\n")}
          maxLength={1_600}
          onClose={close}
          onSave={save}
        />
      )}
    >
      <span className="flex flex-wrap gap-1.5">
        {suggestions.map((question) => (
          <span key={question} dir="auto" className="rounded-full border border-line-strong px-2.5 py-0.5 text-sm">
            {question}
          </span>
        ))}
      </span>
    </FoundRow>
  );
}
