import { cx } from "./cx.ts";
import { type Change, diffWords } from "./diff-words.ts";
import { useKitTexts } from "./texts.ts";

type Value = string | number | boolean | null | undefined | readonly (string | number)[];

export interface DiffProps {
  before: Value;
  after: Value;
}

/** Before and after: words within a text, items of a list, or one value in place of another. */
export function Diff({ before, after }: DiffProps) {
  const texts = useKitTexts();
  if (isList(before) || isList(after)) return <ListDiff before={items(before)} after={items(after)} />;
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  if (old === fresh) return <p className="text-muted">{texts.unchanged}</p>;
  const long = old.length > 60 || fresh.length > 60 || /\n/.test(old + fresh);
  if (!long)
    return (
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <Part change={{ kind: "removed", text: old || texts.empty }} />
        <span aria-hidden className="text-muted rtl:-scale-x-100">
          →
        </span>
        <Part change={{ kind: "added", text: fresh || texts.empty }} />
      </p>
    );
  return (
    <p className="whitespace-pre-wrap wrap-anywhere">
      {diffWords(old, fresh).map((change, place) => (
        <Part key={place} change={change} />
      ))}
    </p>
  );
}

function Part({ change: { kind, text } }: { change: Change }) {
  if (kind === "same") return text;
  return kind === "added" ? (
    <ins className="rounded-[3px] bg-success-soft text-success-text no-underline decoration-success">{text}</ins>
  ) : (
    <del className="rounded-[3px] bg-danger-soft text-danger-text line-through">{text}</del>
  );
}

function ListDiff({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  const gone = before.filter((each) => !after.includes(each));
  return (
    <ul className="space-y-1">
      {[...gone, ...after].map((each, place) => {
        const kind = place < gone.length ? "removed" : before.includes(each) ? "same" : "added";
        return (
          <li key={`${kind}${each}`} className={cx("flex gap-2", kind === "same" && "text-muted")}>
            <span aria-hidden className="w-3 shrink-0 text-center text-muted">
              {{ same: "", added: "+", removed: "−" }[kind]}
            </span>
            <span className="min-w-0 wrap-anywhere">
              <Part change={{ kind, text: each }} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function isList(value: Value): value is readonly (string | number)[] {
  return Array.isArray(value);
}

const items = (value: Value): string[] =>
  isList(value) ? value.map(String) : value === null || value === undefined ? [] : [String(value)];

const wordsOf = (value: Value): string => (value === null || value === undefined ? "" : String(value));
