export { type Api, isProblem, type Problem, problemOf, useApi } from "./api.tsx";
export { apply, applyAll } from "./apply-change.ts";
export type { AnswerOf, BodyOf, ListPath, Method, ParamsOf, PathWith, RowOf } from "./paths.ts";
export {
  useMe,
  useMyOrganizations,
  useOrganization,
  useOrganizationQuery,
  usePermissions,
  useTimeZone,
} from "./session.ts";
export { type GetOptions, type List, nameOf, useGet, useList } from "./use-get.ts";
export { useLaterDeletion } from "./use-later-deletion.ts";
export { useAgentId, useOrganizationId, useParam } from "./use-organization-id.ts";
export { useSearchState } from "./use-search-state.ts";
export { type Input, type Sender, type SendOptions, useChangeShown, useSend } from "./use-send.ts";
export { useSignOut } from "./use-sign-out.ts";
