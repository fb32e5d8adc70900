import {
  Fault,
  fileChange,
  fileQuery,
  idSchema,
  knowledgeFile,
  listOf,
  uploadResult,
  type KnowledgeFile,
} from "@parley/contracts";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { seenRevision } from "../../platform/index.ts";
import type { KnowledgeFiles, Original } from "./create-files.ts";
import { UploadBody, uploadLimits } from "./receive-upload.ts";

const agentParams = z.object({ id: idSchema("agent") });
const fileParams = z.object({ id: idSchema("file") });

const tags = ["files"];
const read = { permission: "knowledge:read" } as const;
/** The same bytes twice are one file, so that sending again does no harm and no answer needs to be kept. */
const write = { permission: "knowledge:write", repeats: "freely" } as const;

export function fileRoutes(
  base: FastifyInstance,
  { knowledge: { uploads: files } }: { knowledge: { uploads: KnowledgeFiles } },
): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  void base.register(async (uploads) => uploadRoutes(uploads, files));

  app.get(
    "/v1/agents/:id/files",
    {
      config: read,
      schema: {
        tags,
        summary: "The files of an agent, the newest first",
        params: agentParams,
        querystring: fileQuery,
        response: { 200: listOf(knowledgeFile) },
      },
    },
    async ({ scope, params, query }) => files.list(scope, params.id, query),
  );

  oneFile(base, files);
  originals(base, files);
}

function uploadRoutes(base: FastifyInstance, files: KnowledgeFiles): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.addContentTypeParser("multipart/form-data", (request, content, done) =>
    done(null, new UploadBody(content, request.headers)),
  );
  const bodyLimit = uploadLimits.fileBytes * uploadLimits.files;

  app.post(
    "/v1/agents/:id/files",
    {
      config: write,
      bodyLimit,
      schema: {
        tags,
        summary:
          "Upload one or several files as multipart/form-data; each is judged by itself, and read in the background",
        params: agentParams,
        response: { 200: uploadResult },
      },
    },
    async ({ scope, params, body }) => {
      if (!(body instanceof UploadBody)) await files.list(scope, params.id, { limit: 1 });
      return files.upload(scope, params.id, uploadOf(body));
    },
  );

  app.put(
    "/v1/files/:id",
    {
      config: write,
      bodyLimit,
      schema: {
        tags,
        summary: "Replace a file's content with one that is sent as multipart/form-data; its id and settings stay",
        params: fileParams,
        response: { 200: knowledgeFile },
      },
    },
    async ({ scope, params, headers, body }): Promise<KnowledgeFile> => {
      if (!(body instanceof UploadBody)) await files.get(scope, params.id);
      return files.replace(scope, { id: params.id, revision: seenRevision(headers["if-match"]) }, uploadOf(body));
    },
  );
}

/** Asked for after what the address names: another's is not there, whatever is sent. */
function uploadOf(body: unknown): UploadBody {
  if (body instanceof UploadBody) return body;
  throw new Fault("unsupported_type", "Send the files as multipart/form-data.");
}

function oneFile(base: FastifyInstance, files: KnowledgeFiles): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const url = "/v1/files/:id";

  app.get(
    url,
    { config: read, schema: { tags, summary: "One file", params: fileParams, response: { 200: knowledgeFile } } },
    async ({ scope, params }) => files.get(scope, params.id),
  );

  app.patch(
    url,
    {
      config: write,
      schema: {
        tags,
        summary: "Rename a file, or let visitors open it from a citation; If-Match guards against a change in between",
        params: fileParams,
        body: fileChange,
        response: { 200: knowledgeFile },
      },
    },
    async ({ scope, params, body, headers }) =>
      files.change(scope, { id: params.id, revision: seenRevision(headers["if-match"]) }, body),
  );

  app.post(
    "/v1/files/:id/read",
    {
      config: write,
      schema: {
        tags,
        summary: "Read a file again, as after a failure",
        params: fileParams,
        response: { 200: knowledgeFile },
      },
    },
    async ({ scope, params }) => files.readAgain(scope, params.id),
  );

  app.delete(
    url,
    {
      config: write,
      schema: { tags, summary: "Delete a file and everything that was made of it", params: fileParams },
    },
    async ({ scope, params, headers }, reply) => {
      await files.remove(scope, { id: params.id, revision: seenRevision(headers["if-match"]) });
      return reply.status(204).send();
    },
  );
}

function originals(base: FastifyInstance, files: KnowledgeFiles): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.get(
    "/v1/files/:id/original",
    { config: read, schema: { tags, summary: "Download a file as it was given", params: fileParams } },
    async ({ scope, params }, reply) => send(reply, await files.original(scope, params.id)),
  );

  // For visitors: where a citation leads.
  app.get(
    "/files/:id",
    { config: { permission: "none" }, schema: { hide: true, params: fileParams } },
    async ({ params }, reply) => {
      const found = await files.shared(params.id);
      if (!found) throw new Fault("not_found", "There is no such file.");
      return send(reply, found);
    },
  );
}

/** Only ever to be saved: nothing of it is shown, run or guessed at under our address. */
function send(reply: FastifyReply, { name, size, content }: Original): FastifyReply {
  const plain = name.normalize("NFKD").replace(/[^\x20-\x7e]|["\\%]/g, "_");
  return reply
    .header("content-type", "application/octet-stream")
    .header("content-length", size)
    .header("content-disposition", `attachment; filename="${plain}"; filename*=UTF-8''${encodeName(name)}`)
    .header("x-content-type-options", "nosniff")
    .header("content-security-policy", "default-src 'none'; sandbox")
    .header("cache-control", "private, no-store")
    .send(content);
}

const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
