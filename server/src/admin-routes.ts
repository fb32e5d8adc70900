/** What only who holds the server may do, with the token of `run.json`. */
import { randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { agent, source } from "@parley/contracts";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { openSite } from "./agents/index.ts";
import type { House } from "./house.ts";
import { writeBackup } from "./platform/index.ts";

const siteInput = z.object({ url: z.string().min(1).max(2_048) });
const openedSite = z.object({ agent, source, created: z.boolean() });

export function adminRoutes(base: FastifyInstance, house: House): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const config = { permission: "admin" } as const;

  app.post(
    "/v1/admin/sites",
    { config, schema: { hide: true, body: siteInput, response: { 200: openedSite } } },
    async (request) => openSite(house, request.scope, { url: request.body.url, trusted: true }),
  );

  app.post("/v1/admin/backup", { config, schema: { hide: true } }, async (_request, reply) => {
    const file = await writeToFile(house);
    reply.header("content-type", "application/gzip").header("cache-control", "no-store");
    return reply.send(createReadStream(file).once("close", () => void rm(file, { force: true })));
  });
}

/** To a file first: a slow reader must not hold up everybody else. */
async function writeToFile({ db, files, secrets, config }: House): Promise<string> {
  const file = join(config.dataDir, `backup-${randomBytes(6).toString("hex")}.partial`);
  try {
    await writeBackup({ db, files, secretFingerprint: secrets.fingerprint }, createWriteStream(file, { mode: 0o600 }));
    return file;
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}
