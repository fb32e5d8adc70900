import type { Boot, Reading } from "../boot.ts";
import type { State } from "../conversation/types.ts";
import type { Host } from "../host/join-host.ts";
import type { Messenger } from "../link/run-messenger.ts";
import { fill } from "../../texts/fill.ts";
import { Avatar } from "./avatar.tsx";
import { useTexts } from "./context.ts";
import { Icon } from "./icons.tsx";
import { PageActions } from "./page-actions.tsx";
import { siteName } from "./site-name.ts";
import { useDelayed } from "./use-delayed.ts";

interface Props {
  boot: Boot;
  state: State;
  host: Host;
  messenger: Messenger;
  reading: Reading | null;
}

export function Header({ boot, state, host, messenger, reading }: Props) {
  const texts = useTexts();
  const { agent } = state;
  const site = siteName(agent?.siteUrl ?? null);
  const given = agent?.look.texts;
  const canStartAfresh = state.thread.messages.length > 0;
  return (
    <header class="header">
      <Avatar agent={agent} size="small" />
      <div class="who">
        <h1 class="name" dir="auto">
          {given?.title ?? agent?.name ?? ""}
        </h1>
        <p class="sub">
          <span class="badge">{texts.aiAgent}</span>
          <Status state={state} site={given?.subtitle ?? site} isSite={!given?.subtitle} />
        </p>
      </div>
      <div class="actions">
        {canStartAfresh && (
          <button
            type="button"
            class="icon-button"
            onClick={() => messenger.startAfresh()}
            aria-label={texts.newConversation}
            title={texts.newConversation}
          >
            <Icon name="compose" />
          </button>
        )}
        {boot.mode === "page" && <PageActions boot={boot} name={agent?.name ?? ""} />}
        {host.framed && (
          <button
            type="button"
            class="icon-button"
            onClick={() => host.close()}
            aria-label={texts.close}
            title={texts.close}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      {reading !== null && (
        <p class="reading">
          <span class="reading-text">
            {fill(texts.reading, { site: site ?? agent?.name ?? "" })}
            {reading.pages > 0 && <b>{fill(texts.pagesSoFar, { n: reading.pages })}</b>}
            {agent?.state === "ready" && <span>{texts.canAsk}</span>}
          </span>
        </p>
      )}
    </header>
  );
}

/** A short hiccup of the line is nobody's concern; a longer one is said. */
function Status({ state, site, isSite }: { state: State; site: string | null; isSite: boolean }) {
  const texts = useTexts();
  const away = useDelayed(state.link !== "online", 1_500);
  const connecting = away && state.link === "connecting";
  const text = connecting ? texts.connecting : (site ?? "");
  return (
    <span
      class={`status ${away ? state.link : "online"}`}
      title={text}
      dir={connecting ? undefined : isSite ? "ltr" : "auto"}
    >
      {text}
    </span>
  );
}
