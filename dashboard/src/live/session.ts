import type { Me, MemberPermission, MyOrganization, OpenOrganization } from "@parley/contracts";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "./api.tsx";
import { nameOf } from "./use-get.ts";
import { useOrganizationId } from "./use-organization-id.ts";

/** Who is signed in; undefined until it is known. */
export function useMe(): Me | undefined {
  return useOwn<Me>("/v1/me", null).data;
}

/** The organization of the address and what the member may do in it; undefined until it is known. */
export function useOrganization(): OpenOrganization | undefined {
  return useOrganizationQuery().data;
}

export function useOrganizationQuery() {
  return useOwn<OpenOrganization>("/v1/organization", useOrganizationId());
}

/** All organizations of the person, for the switcher. */
export function useMyOrganizations(): MyOrganization[] {
  return useOwn<{ data: MyOrganization[] }>("/v1/me/organizations", null).data?.data ?? [];
}

export interface Permissions {
  /** Whether the member may; false until that is known. What a member may not do is not offered. */
  can(permission: MemberPermission): boolean;
  isKnown: boolean;
}

export function usePermissions(): Permissions {
  const organization = useOrganization();
  const granted = new Set(organization?.permissions);
  return { can: (permission) => granted.has(permission), isKnown: organization !== undefined };
}

/** The zone in which this member sees times: their own, the organization's, the browser's. */
export function useTimeZone(): string {
  const own = useMe()?.timeZone;
  const shared = useOrganization()?.timeZone;
  return own ?? shared ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function useOwn<T>(path: string, organization: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: nameOf({ path, params: undefined, organization }),
    queryFn: async ({ signal }) => (await api.ask({ method: "get", path, organization, signal })) as T,
    enabled: path !== "/v1/organization" || organization !== null,
    staleTime: 60_000,
  });
}
