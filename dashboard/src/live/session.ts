import type { MemberPermission } from "@parley/contracts";
import type { AnswerOf, RowOf } from "./paths.ts";
import { useGet } from "./use-get.ts";
import { useOrganizationId } from "./use-organization-id.ts";

type Me = AnswerOf<"/v1/me">;
type OpenOrganization = AnswerOf<"/v1/organizations/{id}">;
type MyOrganization = RowOf<"/v1/organizations">;

/** Who is signed in; undefined until it is known. */
export function useMe(): Me | undefined {
  return useGet("/v1/me").data;
}

/** The organization of the address and what the member may do in it; undefined until it is known. */
export function useOrganization(): OpenOrganization | undefined {
  return useOrganizationQuery().data;
}

export function useOrganizationQuery() {
  const id = useOrganizationId();
  // What one may do changes with one's membership and with roles.
  const live = ["members", "roles"];
  return useGet("/v1/organizations/{id}", { id: id ?? "" }, { enabled: id !== null, live });
}

/** All organizations of the person, for the switcher. */
export function useMyOrganizations(): { organizations: MyOrganization[]; mayCreate: boolean } {
  const { data } = useGet("/v1/organizations", { limit: 100 }, { live: ["members"] });
  return { organizations: data?.data ?? [], mayCreate: data?.mayCreate ?? false };
}

export interface Permissions {
  /** Whether the member may; false until that is known. What a member may not do is not offered. */
  can(permission: MemberPermission): boolean;
  isKnown: boolean;
}

export function usePermissions(): Permissions {
  const organization = useOrganization();
  const granted = new Set<string>(organization?.permissions);
  return { can: (permission) => granted.has(permission), isKnown: organization !== undefined };
}

/** The zone in which this member sees times: their own, the organization's, the browser's. */
export function useTimeZone(): string {
  const own = useMe()?.timeZone;
  const shared = useOrganization()?.timeZone;
  return own ?? shared ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
