import { ArrowUpCircleIcon, CheckCircleIcon } from "@heroicons/react/16/solid";
import { Badge } from "./badge.tsx";
import { useKitTexts } from "./texts.ts";

/** Whether visitors have what is shown here. */
export function PublishState({ changed }: { changed: boolean }) {
  const texts = useKitTexts();
  return changed ? (
    <Badge tone="warning" icon={ArrowUpCircleIcon}>
      {texts.changesNotPublished}
    </Badge>
  ) : (
    <Badge tone="success" icon={CheckCircleIcon}>
      {texts.published}
    </Badge>
  );
}
