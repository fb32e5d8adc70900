import type { ProductInput } from "@parley/contracts";

/** `listed`: shown beside others on a page that is not its own; its own page says more. */
export type PageProduct = ProductInput & { listed: boolean };

/** What the markup of one page says of products. */
export interface PageProducts {
  documentId: string;
  /** BCP 47. */
  language: string;
  products: readonly PageProduct[];
}
