/** The outbox: what was written to people of the organization, and, for who holds the server, what the server wrote. */
import { idSchema, mail, mailList, mailQuery, mailWithContent } from "@parley/contracts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { House } from "./house.ts";
import type { MailEntry, MailReader } from "./platform/index.ts";

const tags = ["mails"];
const params = z.object({ id: idSchema("mail") });

export function mailRoutes(base: FastifyInstance, { mail: outbox, tenants }: Pick<House, "mail" | "tenants">): void {
  const app = base.withTypeProvider<ZodTypeProvider>();

  app.get(
    "/v1/mails",
    {
      config: { permission: "mail:read" },
      schema: { tags, summary: "The mail outbox, newest first", querystring: mailQuery, response: { 200: mailList } },
    },
    async (request) => {
      const { data, next } = await outbox.list(readerOf(request), request.query);
      return { data: data.map(present), next, canSend: outbox.canSend };
    },
  );

  app.get(
    "/v1/mails/:id",
    {
      config: { permission: "mail:read" },
      schema: { tags, summary: "One mail with its text and HTML", params, response: { 200: mailWithContent } },
    },
    async (request) => {
      const { preview, text, html, ...entry } = await outbox.get(readerOf(request), request.params.id);
      return { ...present(entry), preview, text, html };
    },
  );

  app.post(
    "/v1/mails/:id/resend",
    {
      config: { permission: "mail:write" },
      schema: { tags, summary: "Send a mail again, from the beginning", params, response: { 200: mail } },
    },
    async (request) => {
      const entry = await outbox.resend(readerOf(request), request.params.id, async (tx, { id, subject, purpose }) =>
        tenants.audit.record(tx, request.scope, {
          action: "mail.resent",
          target: { type: "mail", id, name: subject },
          after: { purpose },
        }),
      );
      return present(entry);
    },
  );
}

function readerOf({ scope, person }: FastifyRequest): MailReader {
  return { scope, holdsServer: scope.actor.type === "server-admin" || person?.serverAdmin === true };
}

function present({ createdAt, sentAt, ...entry }: MailEntry) {
  return { ...entry, createdAt: createdAt.toISOString(), sentAt: sentAt?.toISOString() ?? null };
}
