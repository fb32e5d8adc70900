import {
  ArrowPathIcon,
  ArrowUpCircleIcon,
  CheckCircleIcon,
  CodeBracketIcon,
  EnvelopeIcon,
  ExclamationTriangleIcon,
  HandThumbDownIcon,
  QuestionMarkCircleIcon,
  ShieldExclamationIcon,
} from "@heroicons/react/16/solid";
import { useState } from "react";
import { useOrganizationId } from "../live/index.ts";
import { Badge, type BadgeTone, Button, type Icon, RouteLink, Time } from "../ui/index.ts";
import { placeOf } from "./place-of.ts";
import { useHomeTexts } from "./texts.ts";
import type { Attention } from "./types.ts";

const looks: Record<Attention["kind"], { icon: Icon; tone: BadgeTone }> = {
  "connection-failed": { icon: ExclamationTriangleIcon, tone: "danger" },
  "source-failed": { icon: ExclamationTriangleIcon, tone: "danger" },
  "source-empty": { icon: ExclamationTriangleIcon, tone: "warning" },
  "answer-rated-down": { icon: HandThumbDownIcon, tone: "danger" },
  "answer-outdated": { icon: ArrowPathIcon, tone: "warning" },
  "question-unanswered": { icon: QuestionMarkCircleIcon, tone: "warning" },
  "agent-not-seen": { icon: CodeBracketIcon, tone: "warning" },
  "agent-not-installed": { icon: CodeBracketIcon, tone: "neutral" },
  "mail-waiting": { icon: EnvelopeIcon, tone: "warning" },
  "second-factor-missing": { icon: ShieldExclamationIcon, tone: "neutral" },
  "draft-unpublished": { icon: ArrowUpCircleIcon, tone: "info" },
};
const SHOWN = 8;

/** What somebody should look at; every line leads to where it can be mended. */
export function AttentionSection({ items }: { items: readonly Attention[] }) {
  const texts = useHomeTexts();
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, SHOWN);
  return (
    <section aria-labelledby="attention" className="min-w-0">
      <h2 id="attention" className="border-b border-line pb-2 text-lg font-semibold">
        {texts.attention}
      </h2>
      {items.length === 0 ? (
        <p className="flex gap-2 py-4 text-muted">
          <CheckCircleIcon aria-hidden className="mt-0.75 size-4 shrink-0 text-success-text" />
          <span>
            <span className="block font-medium text-text">{texts.allWell}</span>
            {texts.allWellText}
          </span>
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {shown.map((item) => (
            <Line key={`${item.kind} ${item.target.id} ${item.messageId} ${item.agentId}`} item={item} />
          ))}
        </ul>
      )}
      {items.length > SHOWN && (
        <Button look="ghost" className="mt-2" onClick={() => setAll(!all)}>
          {all ? texts.showFewer : texts.showAll(items.length)}
        </Button>
      )}
    </section>
  );
}

function Line({ item }: { item: Attention }) {
  const texts = useHomeTexts();
  const organization = useOrganizationId() ?? "";
  const { icon, tone } = looks[item.kind];
  return (
    <li className="relative flex items-start gap-3 py-2.5 hover:bg-hover">
      <span className="w-33 shrink-0 max-sm:w-auto">
        <Badge tone={tone} icon={icon}>
          {texts.kinds[item.kind]}
        </Badge>
      </span>
      <span className="min-w-0 flex-1">
        <RouteLink to={placeOf(item, organization)} className="line-clamp-2 wrap-anywhere after:absolute after:inset-0">
          <bdi>{useWords(item)}</bdi>
        </RouteLink>
        <About item={item} />
      </span>
      {item.at !== null && <Time at={item.at} className="relative shrink-0 pt-0.5 text-xs text-muted" />}
    </li>
  );
}

function About({ item: { kind, count, agentName } }: { item: Attention }) {
  const texts = useHomeTexts();
  const named = kind !== "agent-not-installed" && kind !== "agent-not-seen" && kind !== "draft-unpublished";
  const asked = kind === "question-unanswered" && count > 1 ? texts.asked(count) : null;
  const agent = named ? agentName : null;
  if (agent === null && asked === null) return null;
  return <span className="block truncate text-sm text-muted">{[agent, asked].filter(Boolean).join(" · ")}</span>;
}

function useWords(item: Attention): string {
  const texts = useHomeTexts();
  const agent = item.agentName ?? "";
  if (item.kind === "agent-not-installed") return texts.notInstalled(agent);
  if (item.kind === "agent-not-seen") return texts.notSeen(agent);
  if (item.kind === "draft-unpublished") return texts.draft(agent);
  if (item.kind === "mail-waiting") return texts.mails(item.count);
  if (item.kind === "second-factor-missing") return texts.secondFactor;
  return item.text;
}
