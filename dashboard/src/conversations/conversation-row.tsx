import {
  HandThumbDownIcon,
  HandThumbUpIcon,
  PencilSquareIcon,
  QuestionMarkCircleIcon,
  UserIcon,
} from "@heroicons/react/16/solid";
import { Badge, Checkbox, cx, RouteLink, Time } from "../ui/index.ts";
import { useConversationTexts } from "./texts.ts";
import { type Conversation, visitorCode } from "./types.ts";

export interface ConversationRowProps {
  place: number;
  conversation: Conversation;
  /** Left out where there is but one. */
  agent: string | undefined;
  to: string;
  isOpen: boolean;
  isSelected: boolean;
  /** While something is selected every row shows its box. */
  isSelecting: boolean;
  onToggle: (() => void) | undefined;
}

export function ConversationRow(props: ConversationRowProps) {
  const { conversation, agent, to, isOpen, isSelected, isSelecting, onToggle } = props;
  const texts = useConversationTexts();
  const { title, visitorId, updatedAt } = conversation;
  const who = visitorId === null ? texts.program : texts.visitor(visitorCode(visitorId));
  const name = title === "" ? texts.untitled : title;
  return (
    <li
      className={cx(
        "group relative border-b border-line [contain-intrinsic-size:auto_72px] [content-visibility:auto]",
        isOpen || isSelected ? "bg-accent-soft" : "hover:bg-hover",
      )}
    >
      {onToggle && (
        <span
          className={cx(
            "absolute start-1 top-3 z-1 focus-within:opacity-100 group-hover:opacity-100 max-md:hidden",
            !isSelecting && !isSelected && "opacity-0",
          )}
        >
          <Checkbox checked={isSelected} onChange={onToggle} name={name} />
        </span>
      )}
      <div className="flex items-baseline gap-3 ps-4 pe-4 pt-2.5 md:ps-7">
        <RouteLink
          to={to}
          resetScroll={false}
          data-row-link
          aria-current={isOpen ? "page" : undefined}
          className="min-w-0 flex-1 truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
        >
          <bdi>{name}</bdi>
        </RouteLink>
        <Time at={updatedAt} className="relative shrink-0 text-xs text-muted" />
      </div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 px-4 pb-2.5 text-sm text-muted md:ps-7">
        <span className="min-w-0 truncate">
          {agent !== undefined && (
            <>
              <bdi>{agent}</bdi>
              {" · "}
            </>
          )}
          <bdi>{who}</bdi>
        </span>
        <Facts conversation={conversation} />
      </div>
    </li>
  );
}

/** What is worth a look; nothing where all went well. */
function Facts({ conversation: { unanswered, personAsked, corrected, rating } }: { conversation: Conversation }) {
  const texts = useConversationTexts();
  return (
    <>
      {unanswered > 0 && (
        <Badge tone="warning" icon={QuestionMarkCircleIcon}>
          {texts.unanswered(unanswered)}
        </Badge>
      )}
      {personAsked && (
        <Badge tone="info" icon={UserIcon}>
          {texts.personAsked}
        </Badge>
      )}
      {rating !== null && (
        <Badge
          tone={rating === "up" ? "success" : "danger"}
          icon={rating === "up" ? HandThumbUpIcon : HandThumbDownIcon}
        >
          {texts.ratings[rating]}
        </Badge>
      )}
      {corrected > 0 && (
        <Badge tone="accent" icon={PencilSquareIcon}>
          {texts.correctedCount(corrected)}
        </Badge>
      )}
    </>
  );
}
