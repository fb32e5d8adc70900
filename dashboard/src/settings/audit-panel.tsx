import { at } from "../addresses.ts";
import { useGet, useOrganizationId } from "../live/index.ts";
import { Definitions, Diff, QueryView, SidePanel, Time } from "../ui/index.ts";
import type { Entry } from "./audit-screen.tsx";
import { useAuditTexts } from "./audit-texts.ts";

/** One entry: who, from where, and before and after. `known`: as the list has it already. */
export function AuditPanel({ id, known }: { id: string; known: Entry | undefined }) {
  const texts = useAuditTexts();
  const organization = useOrganizationId() ?? "";
  const query = useGet("/v1/audit-entries/{id}", { id }, { enabled: known === undefined });
  const shown = { ...query, data: known ?? query.data };
  const { data } = shown;
  return (
    <SidePanel
      title={data ? `${data.actor.name} ${texts.action(data.action)}` : texts.entry}
      closeTo={at.settings(organization, "audit")}
    >
      <QueryView query={shown} skeleton="text">
        {(entry) => (
          <div className="space-y-6">
            <Facts entry={entry} />
            <Changes entry={entry} />
          </div>
        )}
      </QueryView>
    </SidePanel>
  );
}

function Facts({ entry }: { entry: Entry }) {
  const texts = useAuditTexts();
  const { actor, target, address, client, action } = entry;
  const types: Readonly<Record<string, string>> = texts.actorTypes;
  const kind = types[actor.type];
  const id = (text: string) => <code className="font-mono text-sm wrap-anywhere text-muted">{text}</code>;
  return (
    <Definitions
      items={[
        { term: texts.when, value: <Time at={entry.at} style="datetime" /> },
        { term: texts.who, value: kind === undefined || kind === actor.name ? actor.name : `${actor.name} (${kind})` },
        { term: texts.what, value: id(action) },
        {
          term: texts.target,
          value: (
            <span className="flex min-w-0 flex-col">
              {target.name !== null && <span className="wrap-anywhere">{target.name}</span>}
              {id(target.id)}
            </span>
          ),
        },
        ...(client === null ? [] : [{ term: texts.client, value: client }]),
        ...(address === null ? [] : [{ term: texts.address, value: id(address) }]),
      ]}
    />
  );
}

function Changes({ entry: { before, after } }: { entry: Entry }) {
  const texts = useAuditTexts();
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  if (names.length === 0) return <p className="text-muted">{texts.nothing}</p>;
  return (
    <section aria-labelledby="change">
      <h3 id="change" className="mb-2 font-medium">
        {texts.change}
      </h3>
      <dl className="divide-y divide-line rounded-card border border-line">
        {names.map((name) => (
          <div key={name} className="p-3.5">
            <dt className="mb-1 text-sm text-muted">{wordsOf(name)}</dt>
            <dd>
              {before === null ? (
                <Shown value={after?.[name]} />
              ) : after === null ? (
                <Shown value={before[name]} />
              ) : (
                <Diff before={plain(before[name])} after={plain(after[name])} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Shown({ value }: { value: unknown }) {
  const shown = plain(value);
  if (!Array.isArray(shown)) return <span className="wrap-anywhere whitespace-pre-wrap">{String(shown ?? "–")}</span>;
  return (
    <ul className="space-y-0.5">
      {shown.map((item) => (
        <li key={String(item)} className="wrap-anywhere">
          {item}
        </li>
      ))}
    </ul>
  );
}

/** `timeZone` is "Time zone". */
const wordsOf = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[-_]/g, " ")
    .toLowerCase()
    .replace(/^./, (first) => first.toUpperCase());

type Plain = string | number | boolean | null | readonly (string | number)[];

function plain(value: unknown): Plain {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map((item) => (typeof item === "string" ? item : JSON.stringify(item)));
  return JSON.stringify(value, null, 2);
}
