/** What everything about people is done with. */
import type { SignUpMode } from "@parley/contracts";
import type {
  Clock,
  Database,
  Limits,
  Live,
  LiveSessions,
  Log,
  Mail,
  Scope,
  Secrets,
  Tx,
} from "../../platform/index.ts";
import type { Audit } from "../audit/types.ts";
import type { Memberships } from "../members/memberships.ts";
import type { AuthDoor, Caller } from "./auth-door.ts";
import type { Guard } from "./guard.ts";
import type { Links } from "./links.ts";
import type { SocialDeps } from "./social-providers.ts";

export interface AccountsDeps extends SocialDeps {
  db: Database;
  clock: Clock;
  log: Log;
  secrets: Secrets;
  limits: Limits;
  mail: Mail;
  live: Live & LiveSessions;
  tenants: { audit: Audit; memberships: Memberships; adminScope: Scope };
  /** How the outside reaches this server; null: as the request came in. */
  publicUrl: string | null;
  signUp: SignUpMode;
  /** How often one account may be tried at once from one network. */
  signInAttempts: number;
  /** Whom addresses count as one. */
  networkOf(address: string): string;
}

/** What the parts of this folder share. */
export interface Ground extends AccountsDeps {
  door: AuthDoor;
  guard: Guard;
  links: Links;
  /** Whether somebody new must open a mailed link first: where mail goes out and can hold an address of this server. */
  readonly confirms: boolean;
  /** Where links in mails lead; null when nobody can say. */
  linkBase(caller: Caller): string | null;
}

/** Who did it, for the log of each of their organizations. */
export interface Doer {
  id: string;
  name: string;
  email: string;
}

export type { Tx };
