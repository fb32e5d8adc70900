import { createContext, type ReactNode, use, useLayoutEffect } from "react";

export interface PageAction {
  action: ReactNode;
  /** From now on it stands elsewhere, until what comes back is called. */
  take: () => () => void;
}

/** The one action of a page, which stands in its head or in its emptiness, never in both. */
export const PageActionContext = createContext<PageAction | null>(null);

/** The page's action, taken out of its head for as long as the caller is shown. */
export function useTakenAction(wanted: boolean): ReactNode {
  const page = use(PageActionContext);
  const take = page?.take;
  useLayoutEffect(() => (wanted ? take?.() : undefined), [wanted, take]);
  return wanted ? page?.action : undefined;
}
