import { ArrowPathIcon } from "@heroicons/react/16/solid";
import { at, withQuery } from "../addresses.ts";
import { useOrganizationId } from "../live/index.ts";
import { TextLink } from "../ui/index.ts";
import { useConversationTexts } from "./texts.ts";
import type { Message } from "./types.ts";

/** Pages that this answer cited and that say something else now, each with the way to what changed. */
export function ChangedSince({ message, agentId }: { message: Message; agentId: string }) {
  const texts = useConversationTexts();
  const organization = useOrganizationId() ?? "";
  if (message.changedSince.length === 0) return null;
  return (
    <ul className="space-y-0.5 text-sm text-muted">
      {message.changedSince.map(({ documentId, title, from, to }) => (
        <li key={documentId} className="flex flex-wrap items-center gap-x-2">
          <ArrowPathIcon aria-hidden className="size-3.5" />
          <bdi>{to === null ? texts.goneSince(title) : texts.changedSince(title)}</bdi>
          {to !== null && (
            <TextLink
              to={withQuery(at.agent(organization, agentId, `knowledge/documents/${documentId}`), {
                view: "versions",
                version: from,
                with: "present",
              })}
            >
              {texts.seeChange}
            </TextLink>
          )}
        </li>
      ))}
    </ul>
  );
}
