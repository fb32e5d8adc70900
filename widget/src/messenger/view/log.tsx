import type { Agent } from "@parley/contracts";
import type { Entry } from "../conversation/list-entries.ts";
import type { State } from "../conversation/types.ts";
import type { Messenger } from "../link/run-messenger.ts";
import { fill } from "../../texts/fill.ts";
import { Answer } from "./answer.tsx";
import type { Opened } from "./app.tsx";
import { Avatar } from "./avatar.tsx";
import { useTexts } from "./context.ts";
import { Icon } from "./icons.tsx";
import { siteName } from "./site-name.ts";
import { useStickToEnd } from "./use-stick-to-end.ts";
import { VisitorMessage } from "./visitor-message.tsx";

interface Props {
  state: State;
  entries: Entry[];
  messenger: Messenger;
  onCite: (opened: Opened) => void;
  isPage: boolean;
}

export function Log({ state, entries, messenger, onCite, isPage }: Props) {
  const texts = useTexts();
  const { scroller, content, unseen, toEnd } = useStickToEnd(entries);
  const last = entries.at(-1);
  const suggestions = last === undefined ? (state.agent?.suggestions ?? []) : nextQuestions(last);
  const look = state.agent?.look;
  // Who comes back should not be greeted anew for the blink that the conversation takes.
  const isComing = messenger.returning && !state.loaded && last === undefined && state.link !== "offline";
  return (
    <div class="log-frame">
      <div
        class="log"
        aria-busy={!state.loaded}
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label={texts.conversation}
      >
        <div class="log-content" ref={content} lang={state.agent?.language}>
          {isComing ? <Skeleton /> : <Welcome state={state} isPage={isPage} isNew={last === undefined} />}
          {entries.map((entry) => (
            <EntryView
              key={entry.key}
              entry={entry}
              messenger={messenger}
              onCite={onCite}
              isLast={entry === last}
              agent={state.agent}
            />
          ))}
          {last?.kind === "typing" && <Typing name={state.agent?.name ?? ""} />}
          {suggestions.length > 0 && look?.suggestions !== false && !isComing && state.agent?.state !== "empty" && (
            <ul class="chips" aria-label={texts.suggestions}>
              {suggestions.map((question) => (
                <li key={question}>
                  <button type="button" class="chip" dir="auto" onClick={() => messenger.say(question)}>
                    {question}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
      {unseen > 0 && (
        <button type="button" class="pill" onClick={toEnd}>
          <Icon name="down" size={16} />
          {fill(texts.newMessages, { n: unseen })}
        </button>
      )}
    </div>
  );
}

function EntryView({
  entry,
  messenger,
  onCite,
  isLast,
  agent,
}: {
  entry: Entry;
  messenger: Messenger;
  onCite: Props["onCite"];
  isLast: boolean;
  agent: Agent | null;
}) {
  if (entry.kind === "agent") return <Answer {...{ entry, messenger, onCite, isLast, agent }} />;
  if (entry.kind === "visitor") return <VisitorMessage entry={entry} messenger={messenger} />;
  return null;
}

function nextQuestions(last: Entry): string[] {
  return last.kind === "agent" && !last.growing ? (last.message?.suggestions ?? []) : [];
}

/** Who speaks here and what about: a greeting that is never stored. */
function Welcome({ state, isPage, isNew }: { state: State; isPage: boolean; isNew: boolean }) {
  const texts = useTexts();
  const { agent } = state;
  if (agent === null) return <Skeleton />;
  const site = siteName(agent.siteUrl);
  const greeting = agent.state === "empty" ? texts.nothingYet : agent.greeting;
  return (
    <div class={`welcome ${isNew ? "new" : ""}`}>
      <Avatar agent={agent} size="large" />
      {isPage && (
        <h2 class="welcome-name" dir="auto">
          {agent.name}
        </h2>
      )}
      <p class="greeting" dir="auto">
        {greeting}
      </p>
      {site !== null && agent.state !== "empty" && <p class="about">{fill(texts.about, { site })}</p>}
    </div>
  );
}

function Skeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      <span />
      <span />
    </div>
  );
}

function Typing({ name }: { name: string }) {
  const texts = useTexts();
  return (
    <div class="typing" role="img" aria-label={fill(texts.typing, { name })}>
      <span />
      <span />
      <span />
    </div>
  );
}
