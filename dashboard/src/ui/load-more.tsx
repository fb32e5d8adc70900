import { Button } from "./button.tsx";
import { useKitTexts } from "./texts.ts";

export interface LoadMoreProps {
  list: { hasMore: boolean; isLoadingMore: boolean; loadMore: () => void };
}

/** The way to further rows; nothing when all are there. */
export function LoadMore({ list: { hasMore, isLoadingMore, loadMore } }: LoadMoreProps) {
  const texts = useKitTexts();
  if (!hasMore) return null;
  return (
    <div className="flex justify-center py-4">
      <Button loading={isLoadingMore} onClick={loadMore}>
        {texts.loadMore}
      </Button>
    </div>
  );
}

/** What has come in since: shown by pressing, so that nothing moves under the pointer. */
export function NewItemsPill({ count, onClick }: { count: number; onClick: () => void }) {
  const texts = useKitTexts();
  if (count === 0) return null;
  return (
    <div className="pointer-events-none sticky top-3 z-20 -mb-8 flex h-8 justify-center" role="status">
      <button
        type="button"
        onClick={onClick}
        className="pointer-events-auto h-8 animate-enter rounded-full bg-accent px-3.5 text-sm font-medium text-on-accent shadow-float hover:bg-accent-hover"
      >
        {texts.newItems(count)}
      </button>
    </div>
  );
}
