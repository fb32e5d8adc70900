/** An embedded database that nobody keeps, for tests. */
import { createDatabase } from "./create-database.ts";
import { migrate, readMigrations } from "./migrate.ts";
import type { Database } from "./types.ts";

/** `template` is a file that `writeTemplate` made; without it everything is set up anew, which takes seconds. */
export async function openInMemory(template?: string): Promise<Database> {
  return createDatabase(await openEngine(template));
}

export async function writeTemplate(file: string): Promise<void> {
  const engine = await openEngine();
  await engine.dump(file);
  await engine.close();
}

async function openEngine(template?: string) {
  const [{ createEmbeddedEngine }, { startEmbeddedThread }] = await Promise.all([
    import("./embedded-engine.ts"),
    import("./embedded-thread.ts"),
  ]);
  const engine = await createEmbeddedEngine(() => startEmbeddedThread({ directory: undefined, template }));
  await migrate(engine, await readMigrations());
  return engine;
}
