import { useEffect, useRef, useState } from "preact/hooks";
import type { Entry } from "../conversation/list-entries.ts";
import type { State } from "../conversation/types.ts";
import { joinParts } from "../markdown/join-parts.ts";
import { plainText } from "../markdown/plain-text.ts";
import { readySentences } from "./ready-sentences.ts";

/** The one live region: reads out whole sentences of new answers, and never what was there before. */
export function Announcer({ entries, state }: { entries: Entry[]; state: State }) {
  const said = useRef<Map<string, number> | null>(null);
  const [lines, setLines] = useState<string[]>([]);
  const answers = entries.filter((entry) => entry.kind === "agent");

  useEffect(() => {
    if (!state.loaded) return;
    if (said.current === null) {
      said.current = new Map(answers.filter((entry) => !entry.growing).map((entry) => [entry.key, Infinity]));
      return;
    }
    for (const entry of answers) {
      const before = said.current.get(entry.key) ?? 0;
      if (before === Infinity) continue;
      const { ready, length } = readySentences(plainText(joinParts(entry.parts).text), before, !entry.growing);
      said.current.set(entry.key, entry.growing ? length : Infinity);
      if (ready !== "") setLines((current) => [...current.slice(-5), ready]);
    }
  }, [entries, state.loaded]);

  return (
    <div class="unseen" role="log" aria-live="polite">
      {lines.map((line, index) => (
        <p key={`${index}-${line}`}>{line}</p>
      ))}
    </div>
  );
}
