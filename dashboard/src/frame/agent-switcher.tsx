import { ChevronUpDownIcon } from "@heroicons/react/16/solid";
import { SparklesIcon } from "@heroicons/react/20/solid";
import { useLocation } from "@tanstack/react-router";
import { at } from "../addresses.ts";
import { useGet } from "../live/use-get.ts";
import { useAgentId, useOrganizationId } from "../live/use-organization-id.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Menu, MenuItem, MenuLine, MenuTitle } from "../ui/menu.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { useFrameTexts } from "./texts.ts";

/** Which agent the places below belong to; choosing another stays at the same place. */
export function AgentSwitcher({ narrow }: { narrow: boolean }) {
  const texts = useFrameTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const agents = useGet("/v1/agents", { limit: 50 }).data?.data;
  const own = useGet("/v1/agents/{id}", { id: agent }, { enabled: agent !== "" }).data;
  const here = useLocation({ select: ({ pathname }) => pathname });
  const sameFor = (id: string) =>
    here.replace(/(\/agents\/)[^/]+(\/[a-z]+(?:\/(?:sources|documents|answers|search))?)?.*$/, `$1${id}$2`);
  const trigger = (
    <button
      type="button"
      className="flex h-8 w-full items-center gap-2 rounded-control px-2 text-start hover:bg-hover data-[state=open]:bg-pressed pointer-coarse:h-11"
    >
      {own ? <Avatar square size={16} name={own.name} src={own.brand.logoUrl} /> : <Skeleton className="size-4" />}
      {!narrow && (
        <>
          {own ? (
            <span dir="auto" className="min-w-0 flex-1 truncate font-medium">
              {own.name}
            </span>
          ) : (
            <Skeleton className="h-3.5 flex-1" />
          )}
          <ChevronUpDownIcon aria-hidden className="size-4 shrink-0 text-muted" />
        </>
      )}
      <span className="sr-only">
        {narrow && own?.name} {texts.switchAgent}
      </span>
    </button>
  );
  return (
    <Menu trigger={trigger} align="start" className="min-w-60">
      <MenuTitle>{texts.agents}</MenuTitle>
      {agents?.map(({ id, name }) => (
        <MenuItem key={id} to={sameFor(id)} checked={id === agent}>
          {name}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem icon={SparklesIcon} to={at.agents(organization)}>
        {texts.allAgents}
      </MenuItem>
    </Menu>
  );
}
