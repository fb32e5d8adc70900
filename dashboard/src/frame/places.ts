import {
  BookOpenIcon,
  ChatBubbleLeftRightIcon,
  ClockIcon,
  Cog6ToothIcon,
  CpuChipIcon,
  HomeIcon,
  PlayCircleIcon,
  SparklesIcon,
  SwatchIcon,
  AdjustmentsHorizontalIcon,
} from "@heroicons/react/20/solid";
import type { MemberPermission } from "@parley/contracts";
import { at } from "../addresses.ts";
import { usePermissions } from "../live/session.ts";
import { useAgentId, useOrganizationId } from "../live/use-organization-id.ts";
import type { Icon } from "../ui/button.tsx";
import { useFrameTexts } from "./texts.ts";

/** Somewhere to go: in the navigation, the command menu and behind `g` and a letter. */
export interface Place {
  label: string;
  to: string;
  icon: Icon;
  /** The letter after `g`. */
  letter?: string;
  needs: MemberPermission;
  exact?: boolean;
}

export interface Places {
  main: Place[];
  agent: Place[];
  settings: Place[];
}

/** What this member may open, here. */
export function usePlaces(): Places {
  const texts = useFrameTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId();
  const { can } = usePermissions();
  const main: Place[] = [
    {
      label: texts.home,
      to: at.home(organization),
      icon: HomeIcon,
      letter: "h",
      needs: "organization:read",
      exact: true,
    },
    {
      label: texts.conversations,
      to: at.conversations(organization),
      icon: ChatBubbleLeftRightIcon,
      letter: "c",
      needs: "conversations:read",
    },
    { label: texts.agents, to: at.agents(organization), icon: SparklesIcon, letter: "a", needs: "agents:read" },
  ];
  const allowed = ({ needs }: Place) => can(needs);
  return {
    main: main.filter(allowed),
    agent: agent === null ? [] : agentPlaces({ organization, agent, texts }).filter(allowed),
    settings: settingsPlaces(organization, texts).filter(allowed),
  };
}

type Texts = ReturnType<typeof useFrameTexts>;

function agentPlaces({ organization, agent, texts }: { organization: string; agent: string; texts: Texts }): Place[] {
  const to = (place: Parameters<typeof at.agent>[2]) => at.agent(organization, agent, place);
  return [
    { label: texts.behaviour, to: to("behaviour"), icon: AdjustmentsHorizontalIcon, letter: "b", needs: "agents:read" },
    { label: texts.knowledge, to: to("knowledge"), icon: BookOpenIcon, letter: "k", needs: "knowledge:read" },
    { label: texts.widget, to: to("widget"), icon: SwatchIcon, letter: "w", needs: "agents:read" },
    { label: texts.model, to: to("model"), icon: CpuChipIcon, letter: "m", needs: "agents:read" },
    { label: texts.playground, to: to("playground"), icon: PlayCircleIcon, letter: "p", needs: "ask" },
    { label: texts.history, to: to("history"), icon: ClockIcon, letter: "y", needs: "agents:read" },
  ];
}

/** Settings, in the order of their own navigation. */
function settingsPlaces(organization: string, texts: Texts): Place[] {
  const place = (name: Parameters<typeof at.settings>[1], label: string, needs: MemberPermission): Place => ({
    label,
    to: at.settings(organization, name),
    icon: Cog6ToothIcon,
    needs,
  });
  return [
    place("organization", texts.organization, "organization:read"),
    place("members", texts.members, "members:read"),
    place("teams", texts.teams, "members:read"),
    place("roles", texts.roles, "members:read"),
    place("keys", texts.keys, "keys:read"),
    place("connections", texts.connections, "connections:read"),
    place("mail", texts.mail, "mail:read"),
    place("audit", texts.audit, "audit:read"),
  ];
}
