import { Diff } from "../ui/index.ts";
import { nameSetting, sayChange } from "./name-setting.ts";
import { useAgentsTexts } from "./texts.ts";
import type { Change } from "./types.ts";

/** Field by field: what was, and what is now. */
export function ChangesList({ changes }: { changes: readonly Change[] }) {
  const texts = useAgentsTexts();
  if (changes.length === 0) return <p className="text-muted">{texts.noChanges}</p>;
  return (
    <dl className="divide-y divide-line rounded-card border border-line">
      {changes.map(({ field, before, after, items }) => (
        <div key={field} className="grid gap-x-6 gap-y-1 px-4 py-3 md:grid-cols-[11rem_minmax(0,1fr)]">
          <dt className="text-sm text-muted md:pt-px">{nameSetting(field, texts)}</dt>
          <dd className="min-w-0">
            <Diff {...sayChange({ before, after }, { texts, asList: items !== null })} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
