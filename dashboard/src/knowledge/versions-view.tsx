import { ArrowUturnLeftIcon, ChevronRightIcon } from "@heroicons/react/16/solid";
import { useState } from "react";
import { type AnswerOf, type RowOf, useGet, useList, usePermissions, useSearchState, useSend } from "../live/index.ts";
import {
  Badge,
  Banner,
  Button,
  ConfirmDialog,
  LoadMore,
  QueryView,
  RowsView,
  SegmentedControl,
  Time,
} from "../ui/index.ts";
import { DifferenceView } from "./difference-view.tsx";
import { useVersionTexts } from "./version-texts.ts";

type Document = AnswerOf<"/v1/agents/{id}/documents/{documentId}">;
type Version = RowOf<"/v1/documents/{id}/versions">;

/** What a document said before; `?version=3` shows what became of it, `&with=present` compared with now. */
export function VersionsView({ document }: { document: Document }) {
  const [search] = useSearchState();
  const number = Number(search["version"] ?? "");
  return Number.isInteger(number) && number > 0 ? (
    <VersionView document={document} number={number} />
  ) : (
    <VersionList document={document} />
  );
}

function VersionList({ document }: { document: Document }) {
  const texts = useVersionTexts();
  const list = useList("/v1/documents/{id}/versions", { id: document.id, limit: 50 });
  return (
    <RowsView query={list} skeleton="rows">
      {(rows) => (
        <div className="space-y-3">
          {document.version === 1 && <p className="text-muted">{texts.onlyOne}</p>}
          <ol
            aria-label={texts.versions}
            className="divide-y divide-line overflow-hidden rounded-card border border-line"
          >
            {rows.map((version) => (
              <VersionRow key={version.number} version={version} />
            ))}
          </ol>
          <LoadMore list={list} />
        </div>
      )}
    </RowsView>
  );
}

function VersionRow({ version }: { version: Version }) {
  const texts = useVersionTexts();
  const [, setSearch] = useSearchState();
  const { number, why, by, createdAt, isPresent } = version;
  return (
    <li>
      <button
        type="button"
        onClick={() => setSearch({ version: String(number) })}
        className="flex min-h-11 w-full items-center gap-3 px-3.5 py-2.5 text-start hover:bg-hover"
      >
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-2 font-medium">
            {texts.version(number)}
            {isPresent && <Badge tone="success">{texts.present}</Badge>}
          </span>
          <span className="block truncate text-sm text-muted">
            {texts.why[why]}
            {by?.name && ` ${texts.by(by.name)}`}
          </span>
        </span>
        <Time at={createdAt} className="text-sm text-muted" />
        <ChevronRightIcon aria-hidden className="size-4 text-muted rtl:-scale-x-100" />
      </button>
    </li>
  );
}

function VersionView({ document, number }: { document: Document; number: number }) {
  const texts = useVersionTexts();
  const [search, setSearch] = useSearchState();
  const isPresent = number === document.version;
  const withPresent = search["with"] === "present" && !isPresent;
  const isOldest = number === 1 && !withPresent;
  const bounds = withPresent ? { from: number, to: document.version } : { to: number };
  const difference = useGet(
    "/v1/documents/{id}/difference",
    { id: document.id, ...bounds },
    { enabled: !isOldest, live: ["documents"] },
  );
  return (
    <section aria-label={texts.version(number)} className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Button size="small" onClick={() => setSearch({ version: null, with: null })}>
          {texts.back}
        </Button>
        {!isPresent && <Restore document={document} number={number} />}
      </div>
      <h3 className="text-lg font-semibold">{texts.version(number)}</h3>
      {!isPresent && number > 1 && (
        <SegmentedControl
          label={texts.compare}
          value={withPresent ? "present" : "before"}
          onChange={(next) => setSearch({ with: next === "present" ? "present" : null })}
          options={[
            { value: "before", label: texts.versionBefore },
            { value: "present", label: texts.presentVersion },
          ]}
        />
      )}
      {isOldest ? (
        isPresent ? (
          <p className="text-muted">{texts.onlyOne}</p>
        ) : (
          <OldestAgainstPresent document={document} />
        )
      ) : (
        <QueryView query={difference} skeleton="text">
          {(found) => <DifferenceView difference={found} />}
        </QueryView>
      )}
    </section>
  );
}

/** Before the first there is nothing: it is compared with now. */
function OldestAgainstPresent({ document }: { document: Document }) {
  const query = useGet(
    "/v1/documents/{id}/difference",
    { id: document.id, from: 1, to: document.version },
    { live: ["documents"] },
  );
  return (
    <QueryView query={query} skeleton="text">
      {(found) => <DifferenceView difference={found} />}
    </QueryView>
  );
}

function Restore({ document, number }: { document: Document; number: number }) {
  const texts = useVersionTexts();
  const { can } = usePermissions();
  const [, setSearch] = useSearchState();
  const [asking, setAsking] = useState(false);
  const restore = useSend("post", "/v1/documents/{id}/restore", {
    changes: ["documents", "knowledge"],
    done: texts.restored(number),
    onDone: () => setSearch({ version: null, with: null }),
  });
  if (!can("knowledge:write")) return null;
  return (
    <>
      <Button icon={ArrowUturnLeftIcon} size="small" onClick={() => setAsking(true)}>
        {texts.restore}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        danger={false}
        title={texts.restoreTitle(number)}
        description={document.sourceId === null ? texts.restoreGiven : texts.restoreText}
        confirm={texts.restore}
        onConfirm={() => restore.sendAsync({ params: { id: document.id }, body: { number } })}
      />
    </>
  );
}

/** Says that the text is not what the page says, with the way back. */
export function PinBanner({ document }: { document: Document }) {
  const texts = useVersionTexts();
  const { can } = usePermissions();
  const unpin = useSend("delete", "/v1/documents/{id}/pin", {
    changes: ["documents", "knowledge"],
    done: texts.unpinned,
  });
  if (!document.pinned) return null;
  return (
    <Banner
      title={texts.pinned}
      action={
        can("knowledge:write") && (
          <Button size="small" loading={unpin.isSending} onClick={() => unpin.send({ params: { id: document.id } })}>
            {texts.unpin}
          </Button>
        )
      }
    >
      {texts.pinnedText}
    </Banner>
  );
}
