import { useState } from "react";
import { useAgentId, useGet, useList, useSearchState } from "../live/index.ts";
import { FilterBar, Input } from "../ui/index.ts";
import { languageName } from "./language-name.ts";
import { useKnowledgeTexts } from "./texts.ts";

/** What the address says of which documents are searched; undefined for all of them. */
export function useSearchFilter() {
  const [{ source, language, tag, audience }] = useSearchState();
  const filter = {
    ...(source && { sources: [source] }),
    ...(language && { languages: [language] }),
    ...(tag && { tags: [tag] }),
    ...(audience && { audience }),
  };
  return Object.keys(filter).length === 0 ? undefined : filter;
}

/** Narrows the search down, as the API does it. */
export function SearchFilters() {
  const texts = useKnowledgeTexts();
  const agent = useAgentId() ?? "";
  const sources = useList("/v1/agents/{id}/sources", { id: agent, limit: 100 });
  const summary = useGet("/v1/agents/{id}/knowledge", { id: agent });
  const filters = [
    {
      name: "source",
      label: texts.source,
      options: sources.rows.map(({ id, name }) => ({ value: id, label: name.replace(/^https?:\/\//, "") })),
    },
    {
      name: "language",
      label: texts.language,
      options: (summary.data?.languages ?? []).map((value) => ({ value, label: languageName(value) })),
    },
  ].filter(({ options }) => options.length > 1);
  return (
    <FilterBar filters={filters}>
      <LabelField name="tag" label={texts.tag} />
      <LabelField name="audience" label={texts.audience} />
    </FilterBar>
  );
}

/** Taken when the field is left or by Enter, so that no search runs for half a word. */
function LabelField({ name, label }: { name: "tag" | "audience"; label: string }) {
  const [search, setSearch] = useSearchState();
  const set = search[name] ?? "";
  const [typed, setTyped] = useState(set);
  const [before, setBefore] = useState(set);
  if (before !== set) {
    setBefore(set);
    setTyped(set);
  }
  const take = () => setSearch({ [name]: typed.trim() === "" ? null : typed.trim() });
  return (
    <form
      className="w-32"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <Input label={label} placeholder={label} value={typed} onChange={setTyped} onBlur={take} maxLength={60} />
    </form>
  );
}
