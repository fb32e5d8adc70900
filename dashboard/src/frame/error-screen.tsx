import type { ErrorComponentProps } from "@tanstack/react-router";
import { isProblem } from "../live/api.tsx";
import { Button } from "../ui/button.tsx";
import { useKitTexts } from "../ui/texts.ts";
import { NoticeScreen } from "./notice-screen.tsx";
import { useFrameTexts } from "./texts.ts";

/** A screen that broke. Says so, and how to go on. */
export function ErrorScreen({ error: thrown }: ErrorComponentProps) {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const texts = useFrameTexts();
  const kit = useKitTexts();
  const reload = (
    <Button look="primary" onClick={() => location.reload()}>
      {texts.reload}
    </Button>
  );
  // A file of a former build is no longer there after an update of the server.
  if (/dynamically imported module|module script failed|Failed to fetch/i.test(error.message))
    return <NoticeScreen title={texts.updatedTitle} text={texts.updatedText} action={reload} />;
  const reference = isProblem(error) ? error.requestId : undefined;
  return (
    <NoticeScreen
      title={texts.crashTitle}
      text={isProblem(error) ? error.message : texts.crashText}
      action={reload}
      note={reference ? kit.reference(reference) : error.message.slice(0, 300)}
    />
  );
}
