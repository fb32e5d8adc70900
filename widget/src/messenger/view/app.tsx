import { useEffect, useMemo, useState } from "preact/hooks";
import type { Citation } from "@parley/contracts";
import type { Boot } from "../boot.ts";
import { listEntries } from "../conversation/list-entries.ts";
import type { Host } from "../host/join-host.ts";
import type { Messenger } from "../link/run-messenger.ts";
import { Announcer } from "./announcer.tsx";
import { CitationCard } from "./citation-card.tsx";
import { Composer } from "./composer.tsx";
import { TextsContext } from "./context.ts";
import { Gone } from "./gone.tsx";
import { Header } from "./header.tsx";
import { Log } from "./log.tsx";
import { Notices } from "./notices.tsx";
import { Legal } from "./legal.tsx";
import { useLook } from "./use-look.ts";
import { useReading } from "./use-reading.ts";
import { useMessenger } from "./use-messenger.ts";

export interface Opened {
  citation: Citation;
  anchor: HTMLElement;
}

export function App({ boot, messenger, host }: { boot: Boot; messenger: Messenger; host: Host }) {
  const state = useMessenger(messenger);
  const [opened, setOpened] = useState<Opened | null>(null);
  const entries = useMemo(() => listEntries(state), [state]);
  const reading = useReading(boot, state.agent);
  const shown = useShown(host, messenger);

  useLook(boot, state.agent, host);
  useEffect(() => host.onAsk((text) => messenger.say(text)), []);
  // The first time this also tells the loader that we listen.
  useEffect(() => host.tellUnread(state.unread), [state.unread]);
  useEscape(() => (opened === null ? host.close() : setOpened(null)));

  if (state.gone) {
    return (
      <TextsContext.Provider value={boot.texts}>
        <Gone host={host} />
      </TextsContext.Provider>
    );
  }
  return (
    <TextsContext.Provider value={boot.texts}>
      <div class={`messenger ${boot.mode}`}>
        <Header boot={boot} state={state} host={host} messenger={messenger} reading={reading} />
        <main class="talk">
          <Log state={state} entries={entries} messenger={messenger} onCite={setOpened} isPage={boot.mode === "page"} />
          <div class="foot">
            <Notices state={state} messenger={messenger} />
            <Composer state={state} messenger={messenger} shown={shown} autofocus={boot.mode === "page"} />
            <Legal look={state.agent?.look ?? null} />
          </div>
        </main>
        {opened !== null && (
          <CitationCard opened={opened} name={state.agent?.name ?? ""} onClose={() => setOpened(null)} />
        )}
        <Announcer entries={entries} state={state} />
      </div>
    </TextsContext.Provider>
  );
}

/** True while the visitor can see the messenger: answers that come meanwhile are not "unread". */
function useShown(host: Host, messenger: Messenger): number {
  const [times, setTimes] = useState(0);
  useEffect(() => {
    const tell = (shown: boolean) => messenger.setVisible(shown && document.visibilityState === "visible");
    let open = !host.framed;
    host.onShown((shown) => {
      open = shown;
      tell(open);
      if (shown) setTimes((count) => count + 1);
    });
    const turned = () => tell(open);
    turned();
    document.addEventListener("visibilitychange", turned);
    return () => document.removeEventListener("visibilitychange", turned);
  }, []);
  return times;
}

function useEscape(act: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.isComposing) act();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  });
}
