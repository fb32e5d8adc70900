import {
  ArrowRightStartOnRectangleIcon,
  CodeBracketIcon,
  CommandLineIcon,
  ShieldCheckIcon,
  UserCircleIcon,
} from "@heroicons/react/20/solid";
import { at } from "../addresses.ts";
import { useMe } from "../live/session.ts";
import { useSignOut } from "../live/use-sign-out.ts";
import { useOrganizationId } from "../live/use-organization-id.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Menu, MenuChoice, MenuItem, MenuLine } from "../ui/menu.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { openShortcuts } from "./commands.ts";
import { useLookChoices } from "./look-choices.ts";
import { useFrameTexts } from "./texts.ts";

export function ProfileMenu({ narrow }: { narrow: boolean }) {
  const texts = useFrameTexts();
  const me = useMe();
  const organization = useOrganizationId() ?? "";
  const { theme, density } = useLookChoices();
  const signOut = useSignOut();
  const trigger = (
    <button
      type="button"
      className="flex h-9 w-full items-center gap-2 rounded-control px-1.5 text-start hover:bg-hover data-[state=open]:bg-pressed pointer-coarse:h-11"
    >
      {me ? <Avatar size={24} name={me.name} src={me.image} /> : <Skeleton className="size-6 rounded-full" />}
      {!narrow &&
        (me ? <span className="min-w-0 flex-1 truncate">{me.name}</span> : <Skeleton className="h-3.5 w-24" />)}
      <span className="sr-only">
        {narrow && me?.name} {texts.account}
      </span>
    </button>
  );
  return (
    <Menu trigger={trigger} align="start" side="top" className="min-w-60">
      {me && <p className="truncate px-2 py-1.5 text-sm text-muted">{me.email}</p>}
      <MenuItem icon={UserCircleIcon} to={at.profile(organization)}>
        {texts.profile}
      </MenuItem>
      <MenuItem icon={ShieldCheckIcon} to={at.security(organization)}>
        {texts.security}
      </MenuItem>
      <MenuLine />
      <MenuChoice {...theme} />
      <MenuChoice {...density} />
      <MenuLine />
      <MenuItem icon={CommandLineIcon} shortcut="?" onSelect={openShortcuts}>
        {texts.shortcuts}
      </MenuItem>
      <MenuItem icon={CodeBracketIcon} href="/docs">
        {texts.apiReference}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={ArrowRightStartOnRectangleIcon} onSelect={() => void signOut()}>
        {texts.signOut}
      </MenuItem>
    </Menu>
  );
}
