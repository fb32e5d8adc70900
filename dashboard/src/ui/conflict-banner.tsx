import { Banner } from "./banner.tsx";
import { Button } from "./button.tsx";
import { useKitTexts } from "./texts.ts";

export interface ConflictBannerProps {
  onTheirs: () => void;
  onMine: () => void;
}

/** Somebody else saved the same meanwhile. What was typed stays on the screen until the person decides. */
export function ConflictBanner({ onTheirs, onMine }: ConflictBannerProps) {
  const texts = useKitTexts();
  return (
    <Banner
      tone="warning"
      title={texts.conflictTitle}
      action={
        <>
          <Button size="small" onClick={onTheirs}>
            {texts.takeTheirs}
          </Button>
          <Button size="small" onClick={onMine}>
            {texts.keepMine}
          </Button>
        </>
      }
    >
      {texts.conflictText}
    </Banner>
  );
}
