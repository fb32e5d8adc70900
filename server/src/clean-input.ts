/** What no database can store is left out of everything that comes in, before it is checked. */
import { Stream } from "node:stream";
import type { FastifyInstance } from "fastify";

export function registerCleaning(app: FastifyInstance): void {
  app.addHook("preValidation", async (request) => {
    request.body = cleanInput(request.body);
    request.query = cleanInput(request.query);
    request.params = cleanInput(request.params);
  });
}

/**
 * Strings without U+0000, halves of surrogate pairs as U+FFFD; objects and lists are changed in place. Without
 * recursion: what comes from outside may be nested as deep as its size allows.
 */
export function cleanInput(value: unknown): unknown {
  if (typeof value === "string") return cleanString(value);
  const open = isHolder(value) ? [value] : [];
  for (let holder = open.pop(); holder !== undefined; holder = open.pop()) {
    for (const [key, inner] of Object.entries(holder)) {
      if (typeof inner === "string") Reflect.set(holder, key, cleanString(inner));
      else if (isHolder(inner)) open.push(inner);
    }
  }
  return value;
}

function cleanString(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes("\u0000") ? whole.replaceAll("\u0000", "") : whole;
}

function isHolder(value: unknown): value is object {
  // A body that is streamed is whatever reads it; what hangs on it has no end.
  return typeof value === "object" && value !== null && !Buffer.isBuffer(value) && !(value instanceof Stream);
}
