import { ArrowDownIcon, ArrowUpIcon, PlusIcon, XMarkIcon } from "@heroicons/react/16/solid";
import { CpuChipIcon } from "@heroicons/react/20/solid";
import { useState } from "react";
import { type RowOf, useGet, usePermissions, useSend } from "../live/index.ts";
import { Button, Combobox, formatDuration, IconButton, Select } from "../ui/index.ts";
import { type ChainLink, ChainRow, LinkState } from "./chain-rows.tsx";
import { useAgentsTexts } from "./texts.ts";
import type { Settings } from "./types.ts";
import { usualModel } from "./usual-model.ts";

type Connection = RowOf<"/v1/connections">;
type Entry = NonNullable<Settings["models"]>[number];

export interface ChainEditorProps {
  chain: readonly Entry[];
  /** How each did last, in the same order. */
  links: readonly ChainLink[];
  connections: readonly Connection[];
  onChange: (chain: Entry[]) => void;
  disabled: boolean;
}

const MOST = 5;

/** The order in which an organization's own models are asked. */
export function ChainEditor({ chain, links, connections, onChange, disabled }: ChainEditorProps) {
  const texts = useAgentsTexts();
  const swap = (place: number, other: number) => {
    const next = [...chain];
    const [one, two] = [chain[place], chain[other]];
    if (one && two) next.splice(Math.min(place, other), 2, ...(place < other ? [two, one] : [one, two]));
    onChange(next);
  };
  const add = () => {
    const first = connections[0];
    if (first) onChange([...chain, { connectionId: first.id, model: usualModel(first.vendor) }]);
  };
  return (
    <>
      {chain.map((entry, place) => (
        <EntryRow
          key={place}
          entry={entry}
          link={links.find((link) => link.connectionId === entry.connectionId && link.model === entry.model)}
          connections={connections}
          disabled={disabled}
          onChange={(next) => onChange(chain.map((one, at) => (at === place ? next : one)))}
          end={
            !disabled && (
              <>
                <IconButton
                  size="small"
                  name={texts.up}
                  icon={ArrowUpIcon}
                  disabled={place === 0}
                  onClick={() => swap(place - 1, place)}
                />
                <IconButton
                  size="small"
                  name={texts.down}
                  icon={ArrowDownIcon}
                  disabled={place === chain.length - 1}
                  onClick={() => swap(place, place + 1)}
                />
                <IconButton
                  size="small"
                  name={texts.removeModel}
                  icon={XMarkIcon}
                  onClick={() => onChange(chain.filter((_, at) => at !== place))}
                />
              </>
            )
          }
        />
      ))}
      {!disabled && chain.length < MOST && (
        <div className="border-t border-line px-4 py-2.5">
          <Button size="small" icon={PlusIcon} onClick={add}>
            {texts.addModel}
          </Button>
        </div>
      )}
    </>
  );
}

interface EntryRowProps {
  entry: Entry;
  link: ChainLink | undefined;
  connections: readonly Connection[];
  onChange: (entry: Entry) => void;
  disabled: boolean;
  end: React.ReactNode;
}

function EntryRow({ entry, link, connections, onChange, disabled, end }: EntryRowProps) {
  const texts = useAgentsTexts();
  const offered = useGet(
    "/v1/connections/{id}/models",
    { id: entry.connectionId },
    { enabled: link !== undefined && link.state !== "missing" && link.state !== "failing" },
  );
  const names = [...new Set([entry.model, ...(offered.data?.data.map(({ id }) => id) ?? [])])].filter(Boolean);
  const change = (connectionId: string) => {
    const vendor = connections.find(({ id }) => id === connectionId)?.vendor ?? "";
    onChange({ connectionId, model: usualModel(vendor) || entry.model });
  };
  return (
    <ChainRow icon={CpuChipIcon} end={end}>
      <div className="grid gap-2 sm:grid-cols-[minmax(0,12rem)_minmax(0,1fr)]">
        <Select
          label={texts.connection}
          value={connections.some(({ id }) => id === entry.connectionId) ? entry.connectionId : null}
          placeholder={texts.missing}
          options={connections.map(({ id, name }) => ({ value: id, label: name }))}
          disabled={disabled}
          onChange={change}
        />
        <Combobox
          label={texts.modelName}
          value={entry.model === "" ? null : entry.model}
          placeholder={texts.modelPlaceholder}
          options={names.map((value) => ({ value, label: value }))}
          loading={offered.isPending && offered.isFetching}
          create
          disabled={disabled}
          onChange={(model) => onChange({ ...entry, model })}
        />
      </div>
      <TestLine entry={entry} link={link} />
    </ChainRow>
  );
}

function TestLine({ entry, link }: { entry: Entry; link: ChainLink | undefined }) {
  const texts = useAgentsTexts();
  const { can } = usePermissions();
  const [told, setTold] = useState<{ words: string; works: boolean } | null>(null);
  const { send, isSending } = useSend("post", "/v1/connections/{id}/test", {
    changes: ["connections", "models"],
    onDone: ({ working, message, model, tookMs }) =>
      setTold({ works: working, words: working ? texts.testWorks(model ?? "", formatDuration(tookMs)) : message }),
  });
  const words = told?.words ?? link?.message ?? null;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <LinkState link={link} />
      {can("connections:write") && link?.state !== "missing" && (
        <Button
          size="small"
          loading={isSending}
          onClick={() => send({ params: { id: entry.connectionId }, body: { model: entry.model } })}
        >
          {texts.test}
        </Button>
      )}
      <span role="status" className={told?.works === true ? "text-success-text" : "text-muted"}>
        {words}
      </span>
    </div>
  );
}
