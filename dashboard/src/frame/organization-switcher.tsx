import { ChevronUpDownIcon } from "@heroicons/react/16/solid";
import { PlusIcon } from "@heroicons/react/20/solid";
import { at } from "../addresses.ts";
import { useMyOrganizations, useOrganization } from "../live/session.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Menu, MenuItem, MenuLine, MenuTitle } from "../ui/menu.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { useFrameTexts } from "./texts.ts";

export function OrganizationSwitcher({ narrow = false }: { narrow?: boolean }) {
  const texts = useFrameTexts();
  const current = useOrganization();
  const { organizations, mayCreate } = useMyOrganizations();
  const trigger = (
    <button
      type="button"
      className="flex h-9 min-w-0 flex-1 items-center gap-2 rounded-control px-1.5 text-start hover:bg-hover data-[state=open]:bg-pressed pointer-coarse:h-11"
    >
      {current ? <Avatar square size={24} name={current.name} /> : <Skeleton className="size-6" />}
      {!narrow && (
        <>
          {current ? (
            <span dir="auto" className="min-w-0 flex-1 truncate font-semibold">
              {current.name}
            </span>
          ) : (
            <Skeleton className="h-3.5 flex-1" />
          )}
          <ChevronUpDownIcon aria-hidden className="size-4 shrink-0 text-muted" />
        </>
      )}
      <span className="sr-only">
        {narrow && current?.name} {texts.switchOrganization}
      </span>
    </button>
  );
  return (
    <Menu trigger={trigger} align="start" className="min-w-60">
      <MenuTitle>{texts.organizations}</MenuTitle>
      {organizations.map(({ id, name, role }) => (
        <MenuItem key={id} to={at.home(id)} hint={role.name} checked={id === current?.id}>
          {name}
        </MenuItem>
      ))}
      {mayCreate && (
        <>
          <MenuLine />
          <MenuItem icon={PlusIcon} to={at.organizations()}>
            {texts.newOrganization}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
