/** Calls the API of a test house as somebody. */
import { type MemberPermission, problem } from "@parley/contracts";
import type { z } from "zod";
import type { TestHouse } from "./house.testing.ts";
import type { Scope } from "./platform/index.ts";

export interface Called {
  status: number;
  headers: Record<string, unknown>;
  /** What came: JSON that was read, or the text. */
  body: unknown;
  /** What a refusal says; nothing of it in a good answer. */
  problem: Refusal;
  /** The body as the contract has it. @throws where it is something else */
  as<T>(contract: z.ZodType<T>): T;
}

const refusal = problem.pick({ code: true, detail: true, field: true }).partial();
type Refusal = z.infer<typeof refusal>;

export type Call = (
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  options?: { body?: unknown; key?: string; ifMatch?: number },
) => Promise<Called>;

/** As the server's admin, unless a key is given. */
export function callerOf(world: TestHouse): Call {
  return async (method, path, { body, key = world.house.tenants.adminToken, ifMatch } = {}) => {
    const answer = await world.app.inject({
      method,
      url: path,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(ifMatch === undefined ? {} : { "if-match": `"${ifMatch}"` }),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    const isJson = String(answer.headers["content-type"]).includes("json");
    const { statusCode: status, headers } = answer;
    const read: unknown = isJson ? answer.json() : answer.body;
    return {
      status,
      headers,
      body: read,
      problem: status < 400 ? {} : refusal.parse(read),
      as<T>(contract: z.ZodType<T>): T {
        const { data, error } = contract.safeParse(read);
        if (error) throw new Error(`${method} ${path} answered ${status}: ${JSON.stringify(read)}`, { cause: error });
        return data;
      },
    };
  };
}

export async function keyWith(world: TestHouse, scopes: MemberPermission[], scope?: Scope): Promise<string> {
  const { house } = world;
  return (await house.tenants.keys.create(scope ?? house.tenants.adminScope, { name: "test", scopes, expiresAt: null }))
    .key;
}
