/** Every address of the dashboard, in one place: `at.agent(organization, agent, "widget")`. */
type Query = Readonly<Record<string, string | number | null | undefined>>;

const o = (organization: string, path = ""): string => `/o/${encodeURIComponent(organization)}${path}`;

export const at = {
  /** On to the organization that was open last. */
  begin: () => "/",
  signIn: (back?: string) => withQuery("/sign-in", { return: back }),
  signUp: (back?: string) => withQuery("/sign-up", { return: back }),
  forgotPassword: () => "/forgot-password",
  secondFactor: (back?: string) => withQuery("/second-factor", { return: back }),
  invitation: (token: string) => `/invitations/${encodeURIComponent(token)}`,
  /** Choose an organization or make one. */
  organizations: () => "/o",
  home: (organization: string) => o(organization),
  start: (organization: string, query: Query = {}) => withQuery(o(organization, "/start"), query),
  agents: (organization: string, query: Query = {}) => withQuery(o(organization, "/agents"), query),
  agent: (organization: string, agent: string, place: AgentPlace = "behaviour") =>
    o(organization, `/agents/${encodeURIComponent(agent)}/${place}`),
  conversations: (organization: string, query: Query = {}) => withQuery(o(organization, "/conversations"), query),
  /** `query`: how the list beside it is narrowed down. */
  conversation: (organization: string, conversation: string, query: Query = {}) =>
    withQuery(o(organization, `/conversations/${encodeURIComponent(conversation)}`), query),
  settings: (organization: string, place: SettingsPlace = "organization") => o(organization, `/settings/${place}`),
  profile: (organization: string) => o(organization, "/profile"),
  security: (organization: string) => o(organization, "/profile/security"),
};

export type AgentPlace =
  | "behaviour"
  | "knowledge"
  | "knowledge/sources"
  | `knowledge/sources/${string}`
  | "knowledge/files"
  | `knowledge/files/${string}`
  | "knowledge/documents"
  | `knowledge/documents/${string}`
  | "knowledge/catalogue"
  | `knowledge/catalogue/${string}`
  | "knowledge/answers"
  | `knowledge/answers/${string}`
  | "knowledge/gaps"
  | `knowledge/gaps/${string}`
  | "knowledge/recalls"
  | `knowledge/recalls/${string}`
  | "knowledge/search"
  | "widget"
  | "widget/install"
  | "widget/preview"
  | "model"
  | "playground"
  | "history"
  | `history/${string}`;

export type SettingsPlace =
  | "organization"
  | "members"
  | "members/invite"
  | "teams"
  | `teams/${string}`
  | "roles"
  | `roles/${string}`
  | "keys"
  | "keys/new"
  | "connections"
  | "mail"
  | `mail/${string}`
  | "audit"
  | `audit/${string}`;

/** Adds what is there to an address. */
export function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
}
