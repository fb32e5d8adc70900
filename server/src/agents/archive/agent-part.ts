/** The agent itself and the versions of its behaviour: what makes it one, written and read as a whole at the end. */
import { agentSettings, type AgentSettings, agentTone, businessFacts } from "@parley/contracts";
import { z } from "zod";
import type { ArchivePart, SiteProfile } from "../../knowledge/index.ts";
import { type Database, type Files, type Scope, sql, type Tx } from "../../platform/index.ts";
import type { AgentStore } from "../agent-store.ts";

const logo = z.object({
  extension: z.enum(["png", "svg", "ico", "jpg", "jpeg", "webp", "gif"]),
  bytes: z.string().max(3_000_000),
});

const siteProfile = z.object({
  name: z.string().max(500).nullable(),
  description: z.string().max(5_000).nullable(),
  language: z.string().max(35).nullable(),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .nullable(),
  logoFile: z.null(),
  questions: z.array(z.string().max(1_000)).max(200),
  starters: z.array(z.string().max(1_000)).max(50).optional(),
  tone: agentTone.exclude(["playful"]).optional(),
  facts: businessFacts.optional(),
  foundAt: z.string().max(40).optional(),
});

const agentLine = z.object({
  kind: z.literal("agent"),
  settings: agentSettings,
  draft: agentSettings.nullable(),
  siteUrl: z
    .url({ protocol: /^https?$/ })
    .max(2_048)
    .nullable(),
  profile: siteProfile.nullable(),
  logo: logo.nullable(),
});
const versionLine = z.object({
  kind: z.literal("version"),
  number: z.int().positive(),
  settings: agentSettings,
  changed: z.array(z.string().max(60)).max(60),
  note: z.string().max(2_000),
  publishedAt: z.iso.datetime(),
});
const line = z.discriminatedUnion("kind", [agentLine, versionLine]);

export type AgentLine = z.infer<typeof agentLine>;
export type VersionLine = z.infer<typeof versionLine>;

export interface AgentPartDeps {
  db: Database;
  files: Pick<Files, "read">;
  store: AgentStore;
}

/** Older ones stay behind. */
const MOST_VERSIONS = 200;

export const AGENT_PART = "agent";

/** Written as a part; read by `readAgentLines`, for it is made only when everything else is there. */
export function agentPart({ db, files, store }: AgentPartDeps): ArchivePart {
  return {
    name: AGENT_PART,
    line,
    async *write(scope, agentId) {
      const { settings, draft, siteUrl, profile } = await store.get(scope, agentId);
      const { logoFile = null, ...site } = profile ?? {};
      const stored = logoFile === null ? undefined : await files.read(logoFile);
      const extension = logoFile?.split(".").at(-1) ?? "";
      const packed = stored && { extension, bytes: Buffer.from(stored.bytes).toString("base64") };
      const known = logo.safeParse(packed);
      const kept = profile === null ? null : { ...site, logoFile: null };
      yield { kind: "agent", settings, draft, siteUrl, profile: kept, logo: known.success ? known.data : null };
      const rows = await db.query(scope).execute<{
        number: number;
        settings: AgentSettings;
        changed: string[];
        note: string;
        at: string | Date;
      }>(sql`
        select number, settings, changed, note, published_at as at from agent_versions
        where organization = ${scope.organization}::int and agent_id = ${agentId}::text
        order by number desc limit ${MOST_VERSIONS}::int`);
      for (const { at, ...version } of rows.toReversed())
        yield { kind: "version", ...version, publishedAt: new Date(at).toISOString() };
    },
    async read() {},
  };
}

export function readAgentLines(values: readonly unknown[]): { agent: AgentLine | undefined; versions: VersionLine[] } {
  const lines = values.map((value) => line.parse(value));
  return {
    agent: lines.find((one) => one.kind === "agent"),
    versions: lines.filter((one) => one.kind === "version"),
  };
}

export function profileOf(given: z.infer<typeof siteProfile>, logoFile: string | null): SiteProfile {
  const { starters, tone, facts, foundAt, ...rest } = given;
  return {
    ...rest,
    logoFile,
    ...(starters === undefined ? {} : { starters }),
    ...(tone === undefined ? {} : { tone }),
    ...(facts === undefined ? {} : { facts }),
    ...(foundAt === undefined ? {} : { foundAt }),
  };
}

/** Older versions beside the present one, as they were numbered. The numbers of the agent go on from there. */
export async function putVersions(
  tx: Tx,
  scope: Scope,
  { agentId, versions }: { agentId: string; versions: readonly VersionLine[] },
): Promise<void> {
  const last = versions.at(-1)?.number;
  if (last === undefined) return;
  const { organization } = scope;
  await tx.execute(
    sql`delete from agent_versions where organization = ${organization}::int and agent_id = ${agentId}::text`,
  );
  await tx.execute(sql`insert into agent_versions (organization, agent_id, number, settings, changed, note, actor_type,
      actor_id, actor_name, published_at)
    select ${organization}::int, ${agentId}::text, x.number, x.settings, array(select jsonb_array_elements_text(x.changed)),
      x.note, ${scope.actor.type}::text, ${scope.actor.id}::text, ${scope.actor.name ?? null}::text, x."publishedAt"
    from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as x(number int, settings jsonb, changed jsonb, note text,
      "publishedAt" timestamptz)`);
  await tx.execute(sql`update agents set version = ${last}::int where organization = ${organization}::int
    and id = ${agentId}::text`);
}
