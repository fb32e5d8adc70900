import type { Database } from "../../platform/index.ts";

const FIRST = 500;
const MOST_BETWEEN = 50_000;
const tables = ["knowledge_products", "knowledge_product_words"];

/**
 * Tells the database how much there is by now, at first soon and then ever more seldom. Without, it goes on as if the
 * tables were empty and looks through all products for each word that it stores: on the embedded engine for half an
 * hour, on PostgreSQL for a minute. `ended`: searches then need not look at rows to see what is there.
 */
export function createTending(db: Pick<Database, "vacuum">) {
  let written = 0;
  let due = FIRST;

  return {
    async wrote(products: number): Promise<void> {
      written += products;
      if (written < due) return;
      due = written + Math.min(written * 3, MOST_BETWEEN);
      await db.vacuum(tables);
    },

    async ended(products: number): Promise<void> {
      if (products >= FIRST) await db.vacuum(tables);
    },
  };
}
