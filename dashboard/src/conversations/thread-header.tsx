import {
  ArrowDownTrayIcon,
  ArrowLeftIcon,
  DocumentTextIcon,
  EllipsisHorizontalIcon,
  TrashIcon,
} from "@heroicons/react/16/solid";
import { useNavigate } from "@tanstack/react-router";
import { at } from "../addresses.ts";
import { type AnswerOf, useOrganizationId, usePermissions, useSearchState } from "../live/index.ts";
import { download } from "../settings/download.ts";
import {
  formatNumber,
  IconButton,
  Menu,
  MenuItem,
  MenuLine,
  RouteLink,
  Status,
  TextLink,
  Time,
  toast,
} from "../ui/index.ts";
import { useConversationTexts } from "./texts.ts";
import { visitorCode } from "./types.ts";
import { useDeletion } from "./use-deletion.ts";

type Detail = AnswerOf<"/v1/conversations/{id}">;

export function ThreadHeader({ conversation }: { conversation: Detail }) {
  const texts = useConversationTexts();
  const organization = useOrganizationId() ?? "";
  const [search] = useSearchState();
  const { title } = conversation;
  return (
    <header className="flex items-start gap-2 border-b border-line px-4 py-4 md:px-8">
      <RouteLink
        to={at.conversations(organization, search)}
        aria-label={texts.back}
        className="-ms-2 grid size-8 shrink-0 place-items-center rounded-control text-muted hover:bg-hover hover:text-text md:hidden pointer-coarse:size-11 pointer-coarse:-my-1.5"
      >
        <ArrowLeftIcon aria-hidden className="size-4 rtl:-scale-x-100" />
      </RouteLink>
      <div className="min-w-0 flex-1">
        <title>{`${title === "" ? texts.untitled : title} · Parley`}</title>
        <h1 className="line-clamp-2 text-lg font-semibold tracking-[-0.006em] wrap-anywhere">
          <bdi>{title === "" ? texts.untitled : title}</bdi>
        </h1>
        <About conversation={conversation} />
      </div>
      <Actions conversation={conversation} />
    </header>
  );
}

function About({ conversation }: { conversation: Detail }) {
  const texts = useConversationTexts();
  const organization = useOrganizationId() ?? "";
  const { agentId, agentName, visitorId, visits, channel, language, answering } = conversation;
  const tokens = conversation.inputTokens + conversation.outputTokens;
  return (
    <p className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm text-muted">
      <TextLink quiet to={at.agent(organization, agentId)}>
        <bdi className="wrap-anywhere">{agentName}</bdi>
      </TextLink>
      <span>{visitorId === null ? texts.program : texts.visitor(visitorCode(visitorId))}</span>
      {visits !== null && <span>{texts.visits(visits)}</span>}
      {visitorId !== null && <span>{texts.channels[channel]}</span>}
      {language !== null && <span>{nameOfLanguage(language)}</span>}
      <Time at={conversation.createdAt} style="datetime" />
      {tokens > 0 && <span className="tabular-nums">{texts.tokens(formatNumber(tokens))}</span>}
      {answering && (
        <Status tone="accent" pulse>
          {texts.answering}
        </Status>
      )}
    </p>
  );
}

function Actions({ conversation: { id } }: { conversation: Detail }) {
  const texts = useConversationTexts();
  const organization = useOrganizationId() ?? "";
  const [search] = useSearchState();
  const navigate = useNavigate();
  const { can } = usePermissions();
  const remove = useDeletion();
  const fetchFile = (format: "json" | "text") => {
    download(`/v1/conversations/${id}/export?format=${format}`, organization, id).catch((error: unknown) =>
      toast.problem(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <Menu trigger={<IconButton name={texts.actions} icon={EllipsisHorizontalIcon} />}>
      <MenuItem icon={DocumentTextIcon} onSelect={() => fetchFile("text")}>
        {texts.exportText}
      </MenuItem>
      <MenuItem icon={ArrowDownTrayIcon} onSelect={() => fetchFile("json")}>
        {texts.exportJson}
      </MenuItem>
      {can("conversations:write") && (
        <>
          <MenuLine />
          <MenuItem
            danger
            icon={TrashIcon}
            onSelect={() => {
              remove([id]);
              void navigate({ to: at.conversations(organization), search });
            }}
          >
            {texts.remove}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

const names = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

function nameOfLanguage(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
