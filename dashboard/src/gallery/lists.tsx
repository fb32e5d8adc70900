import { ArchiveBoxIcon } from "@heroicons/react/16/solid";
import { useMemo, useState } from "react";
import {
  Avatar,
  Badge,
  Button,
  type Column,
  DataTable,
  FilterBar,
  SegmentedControl,
  Status,
  Time,
} from "../ui/index.ts";

interface Conversation {
  id: string;
  who: string;
  words: string;
  state: "open" | "answered" | "missed";
  messages: number;
  at: number;
}

const names = [
  "Grace Hopper",
  "Katherine Johnson",
  "محمد الفارسي",
  "Donaudampfschifffahrtsgesellschaftskapitän",
  "🦊 Fox",
];
const states = ["open", "answered", "missed"] as const;
const tones = { open: "info", answered: "success", missed: "warning" } as const;
const start = Date.now();
const HOUR_MS = 3_600_000;

function conversations(count: number): Conversation[] {
  return Array.from({ length: count }, (_, place) => ({
    id: `cnv_${place}`,
    who: names[place % names.length] ?? "",
    words: "Do you bake gluten-free birthday cakes, and how early do I have to order one?",
    state: states[place % 3] ?? "open",
    messages: (place * 7) % 31,
    at: start - place * HOUR_MS,
  }));
}

export function Lists() {
  const [many, setMany] = useState<"few" | "many">("few");
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => conversations(many === "many" ? 10_000 : 6), [many]);
  const columns: Column<Conversation>[] = [
    {
      id: "who",
      header: "Visitor",
      width: "16rem",
      phone: "title",
      sort: ({ who }) => who,
      cell: ({ who }) => (
        <span className="flex min-w-0 items-center gap-2">
          <Avatar name={who} size={20} />
          <span className="truncate font-medium">{who}</span>
        </span>
      ),
    },
    { id: "words", header: "First words", cell: ({ words }) => words },
    {
      id: "state",
      header: "State",
      width: "8rem",
      phone: "aside",
      cell: ({ state }) => <Status tone={tones[state]}>{state}</Status>,
    },
    {
      id: "messages",
      header: "Messages",
      width: "7rem",
      align: "end",
      phone: "hide",
      sort: (row) => row.messages,
      cell: (row) => row.messages,
    },
    { id: "at", header: "Last", width: "7rem", align: "end", sort: ({ at }) => at, cell: ({ at }) => <Time at={at} /> },
  ];
  return (
    <div>
      <FilterBar
        search="Search in this list"
        filters={[
          { name: "state", label: "State", options: states.map((value) => ({ value, label: value })) },
          {
            name: "rated",
            label: "Rating",
            options: [
              { value: "good", label: "Good" },
              { value: "bad", label: "Bad" },
            ],
          },
        ]}
      >
        <SegmentedControl
          label="How many"
          value={many}
          onChange={setMany}
          options={[
            { value: "few", label: "6 rows" },
            { value: "many", label: "10,000 rows" },
          ]}
        />
      </FilterBar>
      <DataTable
        label="Conversations"
        rows={rows}
        rowId={({ id }) => id}
        columns={columns}
        to={() => "/ui"}
        selected={selected}
        onSelect={setSelected}
        bulk={() => (
          <>
            <Button size="small" icon={ArchiveBoxIcon}>
              Archive
            </Button>
            <Badge tone="accent">bulk</Badge>
          </>
        )}
      />
    </div>
  );
}
