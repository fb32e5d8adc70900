import { XMarkIcon } from "@heroicons/react/16/solid";
import { Button, IconButton, Progress, useStore } from "../../ui/index.ts";
import { type FileTexts, useFileTexts } from "./texts.ts";
import { dismiss, type UploadItem, uploads } from "./uploads.ts";

/** More would push the list off the screen. */
const MOST = 6;

/** Files on their way to the server, and those that it did not take. */
export function UploadList({ agentId }: { agentId: string }) {
  const texts = useFileTexts();
  const own = useStore(uploads).filter((item) => item.agentId === agentId);
  const failed = own.filter(({ problem }) => problem !== null);
  const open = own.filter(({ problem }) => problem === null);
  if (own.length === 0) return null;
  return (
    <section aria-label={texts.upload} className="mb-4 rounded-card border border-line bg-surface">
      <header className="flex items-center justify-between gap-3 px-4 pt-3 pb-1">
        <h2 className="font-medium">
          <span role="status">
            {open.length > 0 ? texts.sending(open.length) : texts.uploadFailures(failed.length)}
          </span>
        </h2>
        {failed.length > 1 && (
          <Button size="small" look="ghost" onClick={() => dismiss(failed.map(({ key }) => key))}>
            {texts.dismissAll}
          </Button>
        )}
      </header>
      <ul className="divide-y divide-line px-4 pb-2">
        {[...failed, ...open].slice(0, MOST).map((item) => (
          <UploadLine key={item.key} item={item} texts={texts} />
        ))}
      </ul>
    </section>
  );
}

function UploadLine({ item, texts }: { item: UploadItem; texts: FileTexts }) {
  const { key, name, size, share, problem } = item;
  return (
    <li className="flex min-h-10 items-center gap-3 py-2">
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block truncate">
          {name}
        </span>
        {problem !== null && (
          <span role="alert" className="block text-sm text-danger-text">
            {problem}
          </span>
        )}
      </span>
      {problem === null ? (
        <span className="flex w-40 shrink-0 items-center justify-end gap-3 text-sm whitespace-nowrap text-muted tabular-nums max-sm:w-24">
          {share !== null && <Progress label={name} value={share} max={1} />}
          {share === null ? texts.waits : texts.sent(share)}
        </span>
      ) : (
        <>
          <span className="shrink-0 text-sm text-muted tabular-nums max-sm:hidden">{texts.bytes(size)}</span>
          <IconButton name={texts.dismiss(name)} icon={XMarkIcon} onClick={() => dismiss([key])} />
        </>
      )}
    </li>
  );
}
