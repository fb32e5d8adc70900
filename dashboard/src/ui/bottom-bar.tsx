import type { ReactNode } from "react";

/** Where there is no room beside the content: what is always within reach of the thumb. Stands last in a Page. */
export function BottomBar({ children }: { children: ReactNode }) {
  return (
    <div className="sticky bottom-0 z-10 -mx-4 mt-auto -mb-16 border-t border-line bg-surface px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] md:-mx-8 md:px-8 lg:hidden">
      {children}
    </div>
  );
}
