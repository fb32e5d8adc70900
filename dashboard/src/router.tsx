import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type AnyRoute,
} from "@tanstack/react-router";
import { at } from "./addresses.ts";
import { RootScreen } from "./frame/root-screen.tsx";
import { ErrorScreen } from "./frame/error-screen.tsx";
import { NotFoundScreen } from "./frame/not-found-screen.tsx";
import { StartScreen } from "./frame/start-screen.tsx";

const components = new Map<string, ReturnType<typeof lazyRouteComponent>>();

/** All addresses. Every screen is loaded when it is first opened: add a line, and nothing else here. */
const root = createRootRoute({
  component: RootScreen,
  errorComponent: ErrorScreen,
  notFoundComponent: NotFoundScreen,
});

const organization = createRoute({
  getParentRoute: () => root,
  path: "/o/$organization",
  component: lazyRouteComponent(() => import("./frame/frame.tsx"), "Frame"),
  // Inside of the frame, so that the navigation stays.
  errorComponent: ErrorScreen,
  notFoundComponent: NotFoundScreen,
});
const agent = createRoute({ getParentRoute: () => organization, path: "/agents/$agent" });

const conversations = screen(
  organization,
  "/conversations",
  () => import("./conversations/conversations-screen.tsx"),
  "ConversationsScreen",
);

/** Before and without an organization. */
const publicScreens: AnyRoute[] = [
  createRoute({ getParentRoute: () => root, path: "/", component: StartScreen }),
  screen(root, "/sign-in", () => import("./account/sign-in-screen.tsx"), "SignInScreen"),
  screen(root, "/sign-up", () => import("./account/sign-up-screen.tsx"), "SignUpScreen"),
  screen(root, "/second-factor", () => import("./account/second-factor-screen.tsx"), "SecondFactorScreen"),
  screen(root, "/forgot-password", () => import("./account/forgot-password-screen.tsx"), "ForgotPasswordScreen"),
  screen(root, "/reset-password", () => import("./account/reset-password-screen.tsx"), "ResetPasswordScreen"),
  screen(root, "/verify-email", () => import("./account/verify-email-screen.tsx"), "VerifyEmailScreen"),
  screen(root, "/owner/$token", () => import("./account/owner-screen.tsx"), "OwnerScreen"),
  screen(root, "/o", () => import("./organizations/choose-organization-screen.tsx"), "ChooseOrganizationScreen"),
  screen(root, "/invitations/$token", () => import("./invitations/invitation-screen.tsx"), "InvitationScreen"),
  screen(root, "/connect/google", () => import("./connect/google-return-screen.tsx"), "GoogleReturnScreen"),
  screen(root, "/ui", () => import("./gallery/gallery-screen.tsx"), "GalleryScreen"),
];

/** Below `/o/$organization`. */
const organizationScreens: AnyRoute[] = [
  screen(organization, "/agents", () => import("./agents/agents-screen.tsx"), "AgentsScreen"),
  screen(organization, "/settings/connections", () => import("./settings/connections-screen.tsx"), "ConnectionsScreen"),
  forward(organization, "/settings", ({ organization: o = "" }) => at.settings(o)),
  screen(
    organization,
    "/settings/organization",
    () => import("./settings/organization-screen.tsx"),
    "OrganizationScreen",
  ),
  screen(organization, "/settings/members", () => import("./settings/members-screen.tsx"), "MembersScreen"),
  screen(organization, "/settings/members/invite", () => import("./settings/members-screen.tsx"), "MembersScreen"),
  screen(organization, "/settings/teams", () => import("./settings/teams-screen.tsx"), "TeamsScreen"),
  screen(organization, "/settings/teams/new", () => import("./settings/teams-screen.tsx"), "TeamsScreen"),
  screen(organization, "/settings/teams/$team", () => import("./settings/teams-screen.tsx"), "TeamsScreen"),
  screen(organization, "/settings/roles", () => import("./settings/roles-screen.tsx"), "RolesScreen"),
  screen(organization, "/settings/roles/new", () => import("./settings/roles-screen.tsx"), "RolesScreen"),
  screen(organization, "/settings/roles/$role", () => import("./settings/roles-screen.tsx"), "RolesScreen"),
  screen(organization, "/settings/keys", () => import("./settings/keys-screen.tsx"), "KeysScreen"),
  screen(organization, "/settings/keys/new", () => import("./settings/keys-screen.tsx"), "KeysScreen"),
  screen(organization, "/settings/mail", () => import("./settings/mail-screen.tsx"), "MailScreen"),
  screen(organization, "/settings/mail/$mail", () => import("./settings/mail-screen.tsx"), "MailScreen"),
  screen(organization, "/settings/audit", () => import("./settings/audit-screen.tsx"), "AuditScreen"),
  screen(organization, "/settings/audit/$entry", () => import("./settings/audit-screen.tsx"), "AuditScreen"),
  screen(organization, "/profile", () => import("./account/profile-screen.tsx"), "ProfileScreen"),
  screen(organization, "/profile/security", () => import("./account/security-screen.tsx"), "SecurityScreen"),
  screen(organization, "/start", () => import("./onboarding/onboarding-screen.tsx"), "OnboardingScreen"),
  screen(organization, "/", () => import("./home/home-screen.tsx"), "HomeScreen"),
  conversations.addChildren([
    screen(conversations, "/", () => import("./conversations/no-thread-screen.tsx"), "NoThreadScreen"),
    screen(conversations, "/$conversation", () => import("./conversations/thread-screen.tsx"), "ThreadScreen"),
  ]),
  // Each line: screen(organization, "/path", () => import("./area/thing-screen.tsx"), "ThingScreen"),
];

/** Below `/o/$organization/agents/$agent`. */
const agentScreens: AnyRoute[] = [
  screen(agent, "/behaviour", () => import("./agents/behaviour-screen.tsx"), "BehaviourScreen"),
  screen(agent, "/model", () => import("./agents/model-screen.tsx"), "ModelScreen"),
  screen(agent, "/playground", () => import("./agents/playground-screen.tsx"), "PlaygroundScreen"),
  screen(agent, "/history", () => import("./agents/history-screen.tsx"), "HistoryScreen"),
  screen(agent, "/history/$version", () => import("./agents/history-screen.tsx"), "HistoryScreen"),
  screen(agent, "/widget", () => import("./widget/look-screen.tsx"), "LookScreen"),
  screen(agent, "/widget/preview", () => import("./widget/look-screen.tsx"), "LookScreen"),
  screen(agent, "/widget/install", () => import("./widget/install-screen.tsx"), "InstallScreen"),
  forward(agent, "/", ({ organization: o = "", agent: a = "" }) => at.agent(o, a, "behaviour")),
  forward(agent, "/knowledge", ({ organization: o = "", agent: a = "" }) => at.agent(o, a, "knowledge/sources")),
  screen(agent, "/knowledge/sources", () => import("./knowledge/sources-screen.tsx"), "SourcesScreen"),
  screen(agent, "/knowledge/sources/$source", () => import("./knowledge/sources-screen.tsx"), "SourcesScreen"),
  screen(agent, "/knowledge/files", () => import("./knowledge/files/files-screen.tsx"), "FilesScreen"),
  screen(agent, "/knowledge/files/$file", () => import("./knowledge/files/files-screen.tsx"), "FilesScreen"),
  screen(agent, "/knowledge/catalogue", () => import("./knowledge/catalogue/catalogue-screen.tsx"), "CatalogueScreen"),
  screen(
    agent,
    "/knowledge/catalogue/$product",
    () => import("./knowledge/catalogue/catalogue-screen.tsx"),
    "CatalogueScreen",
  ),
  screen(agent, "/knowledge/documents", () => import("./knowledge/documents-screen.tsx"), "DocumentsScreen"),
  screen(agent, "/knowledge/documents/$document", () => import("./knowledge/documents-screen.tsx"), "DocumentsScreen"),
  screen(agent, "/knowledge/answers", () => import("./knowledge/answers-screen.tsx"), "AnswersScreen"),
  screen(
    agent,
    "/knowledge/answers/suggestions",
    () => import("./answers/suggestions-screen.tsx"),
    "SuggestionsScreen",
  ),
  screen(
    agent,
    "/knowledge/answers/suggestions/$suggestion",
    () => import("./answers/suggestions-screen.tsx"),
    "SuggestionsScreen",
  ),
  screen(agent, "/knowledge/answers/$answer", () => import("./knowledge/answers-screen.tsx"), "AnswersScreen"),
  screen(agent, "/knowledge/gaps", () => import("./gaps/gaps-screen.tsx"), "GapsScreen"),
  screen(agent, "/knowledge/gaps/duplicates", () => import("./gaps/overlaps-screen.tsx"), "DuplicatesScreen"),
  screen(agent, "/knowledge/gaps/contradictions", () => import("./gaps/overlaps-screen.tsx"), "ContradictionsScreen"),
  screen(agent, "/knowledge/gaps/$gap", () => import("./gaps/gaps-screen.tsx"), "GapsScreen"),
  screen(agent, "/knowledge/gaps/$gap/answer", () => import("./gaps/gaps-screen.tsx"), "GapsScreen"),
  screen(agent, "/knowledge/recalls", () => import("./knowledge/recalls-screen.tsx"), "RecallsScreen"),
  screen(agent, "/knowledge/recalls/$recall", () => import("./knowledge/recalls-screen.tsx"), "RecallsScreen"),
  screen(agent, "/knowledge/search", () => import("./knowledge/search-screen.tsx"), "SearchScreen"),
];

export const router = createRouter({
  routeTree: root.addChildren([
    ...publicScreens,
    organization.addChildren([...organizationScreens, agent.addChildren(agentScreens)]),
  ]),
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== "");
    const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
    return text === "" ? "" : `?${text}`;
  },
  defaultPreload: "intent",
  defaultPreloadDelay: 60,
  scrollRestoration: true,
  defaultPendingMs: 300,
});

/** A screen that is loaded when its address is opened. The same screen under two addresses is not built anew between them. */
function screen<M extends Record<string, unknown>>(
  parent: AnyRoute,
  path: string,
  ...[load, name]: [load: () => Promise<M>, name: keyof M & string]
): AnyRoute {
  const known = `${name} ${load}`;
  const component = components.get(known) ?? lazyRouteComponent(load, name);
  components.set(known, component);
  return createRoute({ getParentRoute: () => parent, path, component });
}

/** An address that leads on to another. */
function forward(parent: AnyRoute, path: string, to: (params: Record<string, string | undefined>) => string): AnyRoute {
  return createRoute({
    getParentRoute: () => parent,
    path,
    beforeLoad: ({ params }) => {
      throw redirect({ to: to(params), replace: true });
    },
  });
}
