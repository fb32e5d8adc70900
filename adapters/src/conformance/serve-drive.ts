/** Google on this machine, for tests: consent, tokens, and a Drive whose files can be changed while it is followed. */
import { createHash } from "node:crypto";
import { type JsonAnswer, type JsonRequest, type JsonServer, serveJson } from "./serve-json.ts";

const FOLDER = "application/vnd.google-apps.folder";
export const GOOGLE_DOCUMENT = "application/vnd.google-apps.document";

export interface ServedFile {
  id: string;
  name: string;
  mimeType: string;
  parents: string[];
  trashed: boolean;
  modifiedTime: string;
  driveId?: string;
  /** What a download or an export gives. */
  content: string | Uint8Array;
}

export interface ServedDrive extends JsonServer {
  client: { id: string; secret: string };
  /** Tokens that are good now. Take them out, and access is revoked. */
  access: Set<string>;
  refresh: Set<string>;
  /** How many lines of the log one answer holds. */
  logPage: number;
  /** How many files one answer holds. */
  filePage: number;
  files: Map<string, ServedFile>;
  folder(id: string, parent: string, more?: Partial<ServedFile>): void;
  write(id: string, file: { parent: string; content: string | Uint8Array; name?: string; mimeType?: string }): void;
  move(id: string, parent: string): void;
  trash(id: string): void;
  remove(id: string): void;
  sharedDrive(id: string, name: string): void;
}

type World = Omit<ServedDrive, keyof JsonServer> & {
  drives: { id: string; name: string }[];
  log: { driveId: string | null; change: Record<string, unknown> }[];
  codes: Map<string, { challenge: string; redirectUri: string }>;
  time: number;
};

export async function serveDrive(): Promise<ServedDrive> {
  const world = makeWorld();
  const server = await serveJson((request) => answer(world, request));
  return Object.assign(world, server);
}

function makeWorld(): World {
  const files = new Map<string, ServedFile>();
  const log: World["log"] = [];
  const note = (id: string, removed = false) => {
    const file = files.get(id);
    log.push({ driveId: file?.driveId ?? null, change: { changeType: "file", removed, fileId: id } });
  };
  const world: World = {
    client: { id: "client-1", secret: "client-secret-1" },
    access: new Set(["access-0"]),
    refresh: new Set(["refresh-0"]),
    logPage: 1_000,
    filePage: 2,
    files,
    drives: [],
    log,
    codes: new Map(),
    time: Date.UTC(2026, 0, 1),
    folder(id, parent, more = {}) {
      const driveId = files.get(parent)?.driveId;
      const made = { id, name: id, mimeType: FOLDER, parents: [parent], trashed: false, modifiedTime: "", content: "" };
      files.set(id, { ...made, ...(driveId !== undefined && { driveId }), ...more });
      note(id);
    },
    write(id, { parent, content, name = `${id}.md`, mimeType = "text/markdown" }) {
      const driveId = files.get(parent)?.driveId;
      world.time += 1_000;
      const modifiedTime = new Date(world.time).toISOString();
      const file = { id, name, mimeType, parents: [parent], trashed: false, modifiedTime, content };
      files.set(id, { ...file, ...(driveId !== undefined && { driveId }) });
      note(id);
    },
    move(id, parent) {
      const file = files.get(id);
      if (file) files.set(id, { ...file, parents: [parent] });
      note(id);
    },
    trash(id) {
      const file = files.get(id);
      if (file) file.trashed = true;
      note(id);
    },
    remove(id) {
      note(id, true);
      files.delete(id);
    },
    sharedDrive(id, name) {
      world.drives.push({ id, name });
      files.set(id, {
        id,
        name,
        mimeType: FOLDER,
        parents: [],
        trashed: false,
        modifiedTime: "",
        driveId: id,
        content: "",
      });
    },
  };
  world.folder("top", "", { parents: [], name: "My Drive" });
  return world;
}

const refuse = (status: number, body: unknown = { error: { message: "secret words of the vendor" } }): JsonAnswer => ({
  status,
  body,
});

function answer(world: World, request: JsonRequest): JsonAnswer {
  const { url, method, headers } = request;
  const path = url.pathname;
  if (path === "/o/oauth2/v2/auth") return consent(world, url);
  if (path === "/token" && method === "POST") return tokens(world, request.form);
  if (path === "/revoke" && method === "POST") {
    const token = request.form.get("token") ?? "";
    return world.refresh.delete(token) ? { body: {} } : refuse(400, { error: "invalid_token" });
  }
  if (!world.access.has(String(headers.authorization).replace("Bearer ", ""))) return refuse(401);
  return drive(world, url);
}

function consent(world: World, { searchParams }: URL): JsonAnswer {
  const redirectUri = searchParams.get("redirect_uri") ?? "";
  const back = new URL(redirectUri);
  const code = `code-${world.codes.size + 1}`;
  world.codes.set(code, { challenge: searchParams.get("code_challenge") ?? "", redirectUri });
  back.searchParams.set("code", code);
  back.searchParams.set("state", searchParams.get("state") ?? "");
  return { status: 302, headers: { location: back.href }, body: {} };
}

function tokens(world: World, form: URLSearchParams): JsonAnswer {
  const { client, access, refresh, codes } = world;
  if (form.get("client_id") !== client.id || form.get("client_secret") !== client.secret)
    return refuse(401, { error: "invalid_client" });
  const fresh = {
    access_token: `access-${access.size + refresh.size + codes.size}`,
    token_type: "Bearer",
    expires_in: 3_600,
  };
  if (form.get("grant_type") === "refresh_token") {
    if (!refresh.has(form.get("refresh_token") ?? "")) return refuse(400, { error: "invalid_grant" });
    access.add(fresh.access_token);
    return { body: fresh };
  }
  const code = form.get("code") ?? "";
  const given = codes.get(code);
  codes.delete(code);
  const challenge = createHash("sha256")
    .update(form.get("code_verifier") ?? "")
    .digest("base64url");
  if (given?.challenge !== challenge || given.redirectUri !== form.get("redirect_uri"))
    return refuse(400, { error: "invalid_grant" });
  const refreshToken = `refresh-${refresh.size + 1}`;
  access.add(fresh.access_token);
  refresh.add(refreshToken);
  return { body: { ...fresh, refresh_token: refreshToken, scope: "https://www.googleapis.com/auth/drive.readonly" } };
}

function drive(world: World, url: URL): JsonAnswer {
  const { pathname, searchParams: query } = url;
  const path = pathname.replace("/drive/v3", "");
  if (path === "/about") return { body: { user: { permissionId: "p-1", emailAddress: "owner@example.org" } } };
  if (path === "/drives") return { body: { drives: world.drives } };
  if (path === "/changes/startPageToken") return { body: { startPageToken: String(world.log.length) } };
  if (path === "/changes") return { body: changes(world, query) };
  if (path === "/files") return { body: list(world, query) };
  const [, id = "", isExport] = /^\/files\/([^/]+)(\/export)?$/u.exec(path) ?? [];
  const file = world.files.get(id === "root" ? "top" : decodeURIComponent(id));
  if (!file) return refuse(404);
  if (isExport !== undefined) return { headers: { "content-type": query.get("mimeType") ?? "" }, body: file.content };
  if (query.get("alt") === "media") return { headers: { "content-type": file.mimeType }, body: file.content };
  return { body: shown(file) };
}

const shown = ({ content: _, ...file }: ServedFile) => file;

function changes({ log, files, logPage }: World, query: URLSearchParams) {
  const from = Number(query.get("pageToken"));
  const page = log.slice(from, from + logPage);
  const end = from + page.length;
  return {
    changes: page
      .filter(({ driveId }) => driveId === query.get("driveId"))
      .map(({ change }) => {
        const file = files.get(String(change["fileId"]));
        return { ...change, ...(file && { file: shown(file) }) };
      }),
    ...(end < log.length ? { nextPageToken: String(end) } : { newStartPageToken: String(end) }),
  };
}

function list({ files, filePage }: World, query: URLSearchParams) {
  const q = query.get("q") ?? "";
  const parents = new Set([...q.matchAll(/'([^']*)' in parents/gu)].map(([, id]) => (id === "root" ? "top" : id)));
  const name = /name contains '([^']*)'/u.exec(q)?.[1]?.toLowerCase();
  const found = [...files.values()].filter(
    (file) =>
      !file.trashed &&
      (query.get("driveId") === null || file.driveId === query.get("driveId")) &&
      (parents.size === 0 || file.parents.some((id) => parents.has(id))) &&
      (name === undefined || file.name.toLowerCase().includes(name)) &&
      (!q.includes("mimeType = ") || (file.mimeType === FOLDER && file.parents.length > 0)) &&
      (!q.includes("sharedWithMe") || file.parents.includes("others")),
  );
  const from = Number(query.get("pageToken") ?? 0);
  const page = found.slice(from, from + filePage);
  const end = from + page.length;
  return { files: page.map(shown), ...(end < found.length && { nextPageToken: String(end) }) };
}
