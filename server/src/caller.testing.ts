/** Calls the API of a test house as somebody. */
import type { MemberPermission } from "@parley/contracts";
import type { TestHouse } from "./house.testing.ts";
import type { Scope } from "./platform/index.ts";

export interface Called {
  status: number;
  headers: Record<string, unknown>;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads what it expects
  body: any;
}

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
    return { status: answer.statusCode, headers: answer.headers, body: isJson ? answer.json() : answer.body };
  };
}

export async function keyWith(world: TestHouse, scopes: MemberPermission[], scope?: Scope): Promise<string> {
  const { house } = world;
  return (await house.tenants.keys.create(scope ?? house.tenants.adminScope, { name: "test", scopes, expiresAt: null }))
    .key;
}
