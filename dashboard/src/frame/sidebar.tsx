import {
  ChevronDoubleLeftIcon,
  ChevronDoubleRightIcon,
  Cog6ToothIcon,
  MagnifyingGlassIcon,
} from "@heroicons/react/20/solid";
import { useLocation } from "@tanstack/react-router";
import { IconButton } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { Kbd } from "../ui/kbd.tsx";
import { Tooltip } from "../ui/tooltip.tsx";
import { AgentSwitcher } from "./agent-switcher.tsx";
import { openCommands } from "./commands.ts";
import { changeLook } from "./look.ts";
import { NavLink } from "./nav-link.tsx";
import { OrganizationSwitcher } from "./organization-switcher.tsx";
import { type Place, usePlaces } from "./places.ts";
import { ProfileMenu } from "./profile-menu.tsx";
import { useFrameTexts } from "./texts.ts";

/** The navigation beside the page; on phones the same stands in a sheet. */
export function Sidebar({ narrow }: { narrow: boolean }) {
  const texts = useFrameTexts();
  return (
    <nav
      aria-label={texts.navigation}
      className={cx(
        "sticky top-0 hidden h-dvh shrink-0 flex-col border-e border-line bg-page md:flex",
        narrow ? "w-14" : "w-58",
      )}
    >
      <div className={cx("flex items-center gap-1 p-2", narrow && "flex-col")}>
        <OrganizationSwitcher narrow={narrow} />
        <IconButton
          name={narrow ? texts.expand : texts.collapse}
          shortcut="["
          size="small"
          icon={narrow ? ChevronDoubleRightIcon : ChevronDoubleLeftIcon}
          className="rtl:-scale-x-100"
          onClick={() => changeLook({ narrow: !narrow })}
        />
      </div>
      <div className="px-2 pb-2">
        <SearchButton narrow={narrow} />
      </div>
      <Navigation narrow={narrow} />
    </nav>
  );
}

/** Everything below the switcher: also the content of the sheet on phones. */
export function Navigation({ narrow = false }: { narrow?: boolean }) {
  const texts = useFrameTexts();
  const { main, agent, settings } = usePlaces();
  const inSettings = useLocation({ select: ({ pathname }) => /\/settings(\/|$)/.test(pathname) });
  const first = settings[0];
  const here: Place | undefined = first && {
    ...first,
    label: texts.settings,
    icon: Cog6ToothIcon,
    letter: "s",
  };
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        <ul className="space-y-0.5">
          {main.map((place) => (
            <NavLink key={place.to} place={place} narrow={narrow} />
          ))}
        </ul>
        {inSettings && settings.length > 0 && (
          <div className="mt-4">
            {narrow ? (
              <hr className="mx-2 mb-2 border-line" />
            ) : (
              <h2 className="px-2 pb-1 text-xs font-medium text-muted">{texts.settings}</h2>
            )}
            <ul className="space-y-0.5">
              {settings.map((place) => (
                <NavLink key={place.to} place={place} narrow={narrow} />
              ))}
            </ul>
          </div>
        )}
        {agent.length > 0 && (
          <div className="mt-4">
            <AgentSwitcher narrow={narrow} />
            <ul className="mt-0.5 space-y-0.5">
              {agent.map((place) => (
                <NavLink key={place.to} place={place} narrow={narrow} />
              ))}
            </ul>
          </div>
        )}
      </div>
      <div className="space-y-0.5 border-t border-line p-2">
        {here && (
          <ul>
            <NavLink place={here} narrow={narrow} under="/settings" />
          </ul>
        )}
        <ProfileMenu narrow={narrow} />
      </div>
    </>
  );
}

function SearchButton({ narrow }: { narrow: boolean }) {
  const texts = useFrameTexts();
  const button = (
    <button
      type="button"
      aria-label={narrow ? texts.searchShort : undefined}
      aria-keyshortcuts="Meta+K Control+K"
      onClick={openCommands}
      className={cx(
        "flex h-control w-full items-center gap-2 rounded-control border border-line-strong bg-surface text-muted transition-colors duration-fast hover:text-text",
        narrow ? "justify-center" : "ps-2 pe-1.5",
      )}
    >
      <MagnifyingGlassIcon aria-hidden className="size-4 shrink-0" />
      {!narrow && (
        <>
          <span className="flex-1 truncate text-start">{texts.search}</span>
          <Kbd keys="mod k" quiet />
        </>
      )}
    </button>
  );
  return narrow ? (
    <Tooltip side="end" words={texts.searchShort} shortcut="mod k">
      {button}
    </Tooltip>
  ) : (
    button
  );
}
