import { MagnifyingGlassIcon, MoonIcon, RectangleGroupIcon, SparklesIcon, SunIcon } from "@heroicons/react/20/solid";
import { useNavigate } from "@tanstack/react-router";
import { Command as Cmdk } from "cmdk";
import { Dialog as Radix } from "radix-ui";
import { useState } from "react";
import { at } from "../addresses.ts";
import { useGet } from "../live/use-get.ts";
import { useOrganizationId } from "../live/use-organization-id.ts";
import { usePermissions } from "../live/session.ts";
import { backdrop } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { useStore } from "../ui/store.ts";
import { type Command, openShortcuts } from "./commands.ts";
import { changeLook, look } from "./look.ts";
import { type Place, usePlaces } from "./places.ts";
import { useFrameTexts } from "./texts.ts";

/** Everything that can be reached and done, by typing a few letters of it. */
export function CommandMenu({ onClose }: { onClose: () => void }) {
  const texts = useFrameTexts();
  const [words, setWords] = useState("");
  const groups = useGroups();
  const run = (command: Command) => {
    onClose();
    command.run();
  };
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={backdrop} />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed inset-x-2 top-2 z-40 mx-auto max-w-150 animate-enter overflow-hidden rounded-sheet bg-raised shadow-float outline-none md:top-[12dvh]"
        >
          <Radix.Title className="sr-only">{texts.keyCommand}</Radix.Title>
          <Cmdk loop label={texts.keyCommand}>
            <div className="flex items-center gap-3 border-b border-line px-4">
              <MagnifyingGlassIcon aria-hidden className="size-4 text-muted" />
              <Cmdk.Input
                value={words}
                onValueChange={setWords}
                placeholder={texts.search}
                className="h-12 flex-1 bg-transparent text-lg outline-none"
              />
              <span className="pointer-coarse:hidden">
                <Kbd keys="escape" />
              </span>
            </div>
            <Cmdk.List className="max-h-[min(26rem,60dvh)] scroll-py-2 overflow-y-auto p-2">
              <Cmdk.Empty className="px-3 py-8 text-center text-muted">{texts.nothingLike(words)}</Cmdk.Empty>
              {groups.map(
                ({ title, commands }) =>
                  commands.length > 0 && (
                    <Cmdk.Group
                      key={title}
                      heading={title}
                      className="mb-1 **:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:py-1.5 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:font-medium **:[[cmdk-group-heading]]:text-muted"
                    >
                      {commands.map((command) => (
                        <CommandItem key={command.label + (command.keywords ?? "")} command={command} onRun={run} />
                      ))}
                    </Cmdk.Group>
                  ),
              )}
            </Cmdk.List>
          </Cmdk>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function CommandItem({ command, onRun }: { command: Command; onRun: (command: Command) => void }) {
  const { label, icon: Glyph, keywords, shortcut } = command;
  return (
    <Cmdk.Item
      value={`${label} ${keywords ?? ""}`}
      onSelect={() => onRun(command)}
      className="flex h-10 cursor-default items-center gap-3 rounded-control px-2 select-none aria-selected:bg-hover pointer-coarse:h-12"
    >
      {Glyph && <Glyph aria-hidden className="size-4 shrink-0 text-muted" />}
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {shortcut && (
        <span className="pointer-coarse:hidden">
          <Kbd keys={shortcut} />
        </span>
      )}
    </Cmdk.Item>
  );
}

function useGroups(): { title: string; commands: readonly Command[] }[] {
  const texts = useFrameTexts();
  const navigate = useNavigate();
  const organization = useOrganizationId() ?? "";
  const { can } = usePermissions();
  const { theme } = useStore(look);
  const places = usePlaces();
  const agents = useGet("/v1/agents", { limit: 50 }, { enabled: can("agents:read") }).data?.data ?? [];
  const go = ({ label, to, icon, letter }: Place): Command => ({
    label,
    icon,
    run: () => void navigate({ to }),
    ...(letter && { shortcut: `g then ${letter}` }),
  });
  const dark = theme === "dark";
  return [
    { title: texts.thisAgent, commands: places.agent.map(go) },
    { title: texts.goTo, commands: places.main.map(go) },
    {
      title: texts.openAgent,
      commands: agents.map(({ id, name, siteUrl }) => ({
        label: name,
        keywords: `${siteUrl ?? ""} ${id}`,
        icon: SparklesIcon,
        run: () => void navigate({ to: at.agent(organization, id) }),
      })),
    },
    { title: texts.settings, commands: places.settings.map(go) },
    {
      title: texts.appearance,
      commands: [
        {
          label: dark ? texts.themeLight : texts.themeDark,
          keywords: texts.theme,
          icon: dark ? SunIcon : MoonIcon,
          run: () => changeLook({ theme: dark ? "light" : "dark" }),
        },
        {
          label: texts.density,
          icon: RectangleGroupIcon,
          run: () => changeLook({ density: look.get().density === "dense" ? "comfortable" : "dense" }),
        },
        { label: texts.shortcuts, shortcut: "?", run: openShortcuts },
      ],
    },
  ];
}
