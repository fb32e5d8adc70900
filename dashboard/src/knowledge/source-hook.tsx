import { useState } from "react";
import { useGet, useSend } from "../live/index.ts";
import { Button, ConfirmDialog, CopyField, Field, QueryView } from "../ui/index.ts";
import { Fold } from "./crawl-fields.tsx";
import { useWebsiteTexts } from "./website-texts.ts";

/** The address that has a source read again when it is called. */
export function SourceHook({ sourceId }: { sourceId: string }) {
  const texts = useWebsiteTexts();
  const [asking, setAsking] = useState(false);
  const query = useGet("/v1/sources/{id}/hook", { id: sourceId });
  const renew = useSend("post", "/v1/sources/{id}/hook", {
    done: texts.hookRenewed,
    onDone: () => void query.refetch(),
  });
  return (
    <Fold title={texts.hook} help={texts.hookHelp}>
      <QueryView query={query} skeleton="text">
        {({ url, key, indexNowUrl }) => (
          <div className="space-y-5">
            <Field label={texts.hookUrl} help={texts.hookNote}>
              <CopyField value={url} label={texts.hookUrl} secret />
            </Field>
            <div className="grid gap-5 sm:grid-cols-2">
              <Field label={texts.indexNow}>
                <CopyField value={indexNowUrl} label={texts.indexNow} />
              </Field>
              <Field label={texts.indexNowKey}>
                <CopyField value={key} label={texts.indexNowKey} secret />
              </Field>
            </div>
            <Button onClick={() => setAsking(true)}>{texts.renewHook}</Button>
          </div>
        )}
      </QueryView>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.renewHookTitle}
        description={texts.renewHookText}
        confirm={texts.renewHook}
        onConfirm={() => renew.sendAsync({ params: { id: sourceId } })}
      />
    </Fold>
  );
}
