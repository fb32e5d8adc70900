import type { FastifyInstance } from "fastify";
import type { Clock } from "../clock.ts";

export interface SecurityContact {
  /** `mailto:...` or `https://...`. */
  contact: string;
  publicUrl: string | null;
  clock: Clock;
}

const path = "/.well-known/security.txt";
const HALF_A_YEAR_MS = 182 * 86_400_000;

/** Whom to tell of a weakness, in the form of RFC 9116. */
export function securityContact(app: FastifyInstance, { contact, publicUrl, clock }: SecurityContact): void {
  app.get(path, { schema: { hide: true }, config: { permission: "none" } }, async (_request, reply) => {
    const expires = new Date(clock.now() + HALF_A_YEAR_MS).toISOString().replace(/T.*$/, "T00:00:00.000Z");
    const lines = [`Contact: ${contact}`, `Expires: ${expires}`, "Preferred-Languages: en"];
    if (publicUrl !== null) lines.push(`Canonical: ${publicUrl}${path}`);
    return reply
      .type("text/plain; charset=utf-8")
      .header("cache-control", "public, max-age=86400")
      .send(`${lines.join("\n")}\n`);
  });
}
