import { Outlet } from "@tanstack/react-router";
import { useParam } from "../live/index.ts";
import { cx } from "../ui/index.ts";
import { ConversationList } from "./conversation-list.tsx";
import { useConversationTexts } from "./texts.ts";

/** The list, and beside it the conversation that the address names; on phones one of the two. */
export function ConversationsScreen() {
  const texts = useConversationTexts();
  const open = useParam("conversation") !== "";
  return (
    <div className="flex min-h-0 flex-1">
      <title>{`${texts.conversations} · Parley`}</title>
      <section
        aria-label={texts.list}
        data-keeps-focus
        className={cx(
          "min-h-0 w-full min-w-0 flex-col border-line md:flex md:w-90 md:shrink-0 md:border-e xl:w-105",
          open ? "hidden" : "flex",
        )}
      >
        <ConversationList />
      </section>
      <div className={cx("min-h-0 min-w-0 flex-1 flex-col md:flex", open ? "flex" : "hidden")}>
        <Outlet />
      </div>
    </div>
  );
}
