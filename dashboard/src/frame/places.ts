import {
  BookOpenIcon,
  ChatBubbleLeftRightIcon,
  ClockIcon,
  CpuChipIcon,
  BuildingOffice2Icon,
  ClipboardDocumentListIcon,
  EnvelopeIcon,
  HomeIcon,
  KeyIcon,
  PuzzlePieceIcon,
  ShieldCheckIcon,
  UserGroupIcon,
  UsersIcon,
  PlayCircleIcon,
  SparklesIcon,
  SwatchIcon,
  AdjustmentsHorizontalIcon,
} from "@heroicons/react/20/solid";
import type { MemberPermission } from "@parley/contracts";
import { at, type SettingsPlace } from "../addresses.ts";
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
  const to = (name: SettingsPlace) => at.settings(organization, name);
  return [
    { label: texts.organization, to: to("organization"), icon: BuildingOffice2Icon, needs: "organization:read" },
    { label: texts.members, to: to("members"), icon: UsersIcon, needs: "members:read" },
    { label: texts.teams, to: to("teams"), icon: UserGroupIcon, needs: "members:read" },
    { label: texts.roles, to: to("roles"), icon: ShieldCheckIcon, needs: "members:read" },
    { label: texts.keys, to: to("keys"), icon: KeyIcon, needs: "keys:read" },
    { label: texts.connections, to: to("connections"), icon: PuzzlePieceIcon, needs: "connections:read" },
    { label: texts.mail, to: to("mail"), icon: EnvelopeIcon, needs: "mail:read" },
    { label: texts.audit, to: to("audit"), icon: ClipboardDocumentListIcon, needs: "audit:read" },
  ];
}
