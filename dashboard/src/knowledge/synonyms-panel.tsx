import { PlusIcon } from "@heroicons/react/16/solid";
import { useState } from "react";
import { at } from "../addresses.ts";
import {
  type RowOf,
  useAgentId,
  useList,
  useOrganizationId,
  usePermissions,
  useSearchState,
  useSend,
} from "../live/index.ts";
import {
  Button,
  Empty,
  Form,
  FormActions,
  FormField,
  Input,
  LoadMore,
  RowsView,
  SegmentedControl,
  SidePanel,
  TagInput,
  useKitForm,
} from "../ui/index.ts";
import { useKnowledgeTexts } from "./texts.ts";

type Synonym = RowOf<"/v1/agents/{id}/synonyms">;

/** What means the same, as the owner says: a list, and one of them open at a time. */
export function SynonymsPanel() {
  const texts = useKnowledgeTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const { can } = usePermissions();
  const [search, setSearch] = useSearchState();
  const open = search["synonym"] ?? null;
  const list = useList("/v1/agents/{id}/synonyms", { id: agent, limit: 100 });
  const query = search["q"] === undefined ? "" : `?q=${encodeURIComponent(search["q"])}`;
  const write = can("knowledge:write");
  return (
    <SidePanel
      title={texts.synonyms}
      description={texts.synonymsText}
      closeTo={`${at.agent(organization, agent, "knowledge/search")}${query === "" ? "?" : query}`}
      action={
        write && open !== "new" ? (
          <Button size="small" icon={PlusIcon} onClick={() => setSearch({ synonym: "new" })}>
            {texts.synonymNew}
          </Button>
        ) : undefined
      }
    >
      {open === "new" && write && <SynonymForm onClose={() => setSearch({ synonym: null })} />}
      <RowsView
        query={list}
        skeleton="rows"
        empty={
          open === "new" ? null : <Empty small picture="search" title={texts.noSynonyms} text={texts.noSynonymsText} />
        }
      >
        {(rows) => (
          <ul className="divide-y divide-line">
            {rows.map((synonym) => (
              <li key={synonym.id} className="py-3">
                {open === synonym.id && write ? (
                  <SynonymForm synonym={synonym} onClose={() => setSearch({ synonym: null })} />
                ) : (
                  <Row synonym={synonym} onOpen={write ? () => setSearch({ synonym: synonym.id }) : undefined} />
                )}
              </li>
            ))}
            <LoadMore list={list} />
          </ul>
        )}
      </RowsView>
    </SidePanel>
  );
}

function Row({ synonym, onOpen }: { synonym: Synonym; onOpen: (() => void) | undefined }) {
  const texts = useKnowledgeTexts();
  const { words, meanings, direction, language } = synonym;
  return (
    <div className="flex items-start gap-3">
      <p dir="auto" className="min-w-0 flex-1 wrap-anywhere">
        {words.join(", ")}
        <span aria-label={direction === "both" ? texts.bothWays : texts.oneWay} className="mx-2 text-muted">
          {direction === "both" ? "⇄" : "→"}
        </span>
        {meanings.join(", ")}
        {language !== null && <span className="ms-2 text-sm text-muted">{language}</span>}
      </p>
      {onOpen && (
        <Button size="small" look="ghost" onClick={onOpen}>
          {texts.synonymChange}
        </Button>
      )}
    </div>
  );
}

interface Values {
  words: string[];
  meanings: string[];
  direction: "both" | "one-way";
  language: string;
}

function SynonymForm({ synonym, onClose }: { synonym?: Synonym; onClose: () => void }) {
  const texts = useKnowledgeTexts();
  const agent = useAgentId() ?? "";
  const changes = { changes: ["synonyms"] };
  const create = useSend("post", "/v1/agents/{id}/synonyms", { ...changes, done: texts.synonymSaved });
  const change = useSend("patch", "/v1/agents/{id}/synonyms/{synonymId}", { ...changes, done: texts.synonymSaved });
  const remove = useSend("delete", "/v1/agents/{id}/synonyms/{synonymId}", { ...changes, done: texts.synonymRemoved });
  const [removing, setRemoving] = useState(false);
  const form = useKitForm<Values>({
    values: synonym
      ? { ...synonym, language: synonym.language ?? "" }
      : { words: [], meanings: [], direction: "both", language: "" },
    onSubmit: async ({ words, meanings, direction, language }) => {
      const body = { words, meanings, direction, language: language.trim() === "" ? null : language.trim() };
      if (synonym === undefined) await create.sendAsync({ params: { id: agent }, body });
      else await change.sendAsync({ params: { id: agent, synonymId: synonym.id }, ifMatch: synonym.revision, body });
      onClose();
    },
  });
  return (
    <Form form={form} className="mb-4 space-y-4 rounded-card border border-line p-4">
      <FormField form={form} name="words" label={texts.synonymWords} help={texts.synonymWordsHelp} required>
        {({ value, onChange, onBlur }) => <TagInput values={value} onChange={onChange} onBlur={onBlur} max={12} />}
      </FormField>
      <FormField form={form} name="meanings" label={texts.synonymMeanings} help={texts.synonymMeaningsHelp} required>
        {({ value, onChange, onBlur }) => <TagInput values={value} onChange={onChange} onBlur={onBlur} max={12} />}
      </FormField>
      <FormField form={form} name="direction" label={texts.direction} help={texts.directionHelp} group>
        {({ value, onChange }) => (
          <SegmentedControl
            label={texts.direction}
            value={value}
            onChange={onChange}
            options={[
              { value: "both", label: texts.bothWays },
              { value: "one-way", label: texts.oneWay },
            ]}
          />
        )}
      </FormField>
      <FormField form={form} name="language" label={texts.language} help={texts.synonymLanguageHelp} optional>
        {(control) => <Input {...control} maxLength={35} placeholder={texts.everyLanguage} spellCheck={false} />}
      </FormField>
      <FormActions form={form} always={!synonym} save={texts.synonymSave}>
        {synonym && (
          <Button
            look="ghost"
            loading={removing}
            onClick={() => {
              setRemoving(true);
              void remove
                .sendAsync({ params: { id: agent, synonymId: synonym.id }, ifMatch: synonym.revision })
                .then(onClose)
                .finally(() => setRemoving(false));
            }}
          >
            {texts.remove}
          </Button>
        )}
        <Button look="ghost" onClick={onClose}>
          {texts.synonymCancel}
        </Button>
      </FormActions>
    </Form>
  );
}
