import { BookOpenIcon, ServerIcon } from "@heroicons/react/20/solid";
import type { ReactNode } from "react";
import type { AnswerOf } from "../live/index.ts";
import { Badge, type Icon, Status } from "../ui/index.ts";
import { useAgentsTexts } from "./texts.ts";

export type ChainLink = AnswerOf<"/v1/agents/{id}/models">["chain"][number];

/** One place in the order of who answers. */
export function ChainRow({ icon: Glyph, children, end }: { icon: Icon; children: ReactNode; end?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-start gap-3 border-t border-line px-4 py-3">
      <Glyph aria-hidden className="mt-0.5 size-5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 basis-60">{children}</div>
      {end !== undefined && <div className="flex shrink-0 items-center gap-1">{end}</div>}
    </div>
  );
}

export function LinkState({ link }: { link: ChainLink | undefined }) {
  const texts = useAgentsTexts();
  if (!link || link.state === "unchecked") return <Status>{texts.unchecked}</Status>;
  if (link.state === "working") return <Status tone="success">{texts.working}</Status>;
  return <Status tone="danger">{link.state === "missing" ? texts.missing : texts.failing}</Status>;
}

export function ServerChain({ links }: { links: readonly ChainLink[] }) {
  const texts = useAgentsTexts();
  if (links.length === 0)
    return (
      <ChainRow icon={ServerIcon}>
        <p className="text-muted">{texts.serverNone}</p>
      </ChainRow>
    );
  return links.map(({ vendor, model }) => (
    <ChainRow key={`${vendor}/${model}`} icon={ServerIcon}>
      <p className="font-medium wrap-anywhere">{model}</p>
      <p className="text-sm text-muted">{vendor}</p>
    </ChainRow>
  ));
}

/** Nobody is left without an answer. */
export function LastLink() {
  const texts = useAgentsTexts();
  return (
    <ChainRow icon={BookOpenIcon} end={<Badge>{texts.always}</Badge>}>
      <p className="font-medium">{texts.siteLast}</p>
      <p className="text-sm text-pretty text-muted">{texts.siteLastText}</p>
    </ChainRow>
  );
}
