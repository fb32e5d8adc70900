/** The port behind which every place sits that documents are followed from. Adapters translate; nothing above knows a vendor. */
import { Fault, type FaultCode } from "../faults.ts";

export type ConnectorProvider = "google-drive" | "intercom";

/** What stands in the way. Only the last three may pass by themselves. */
export type ConnectorProblem =
  /** The account took its access back, or its token is not good any more: somebody has to connect it again. */
  | "revoked"
  /** There, but not for this account. */
  | "forbidden"
  | "not-found"
  | "too-large"
  /** The vendor does not understand or want the request. */
  | "refused"
  | "rate-limited"
  | "unreachable"
  /** The vendor failed, or took too long. */
  | "failed";

const CODES: Record<ConnectorProblem, FaultCode> = {
  revoked: "vendor_refused",
  forbidden: "vendor_refused",
  "not-found": "not_found",
  "too-large": "too_large",
  refused: "vendor_refused",
  "rate-limited": "vendor_failed",
  unreachable: "vendor_failed",
  failed: "vendor_failed",
};

/** A vendor's refusal as a sentence for people; the vendor's own words only in `cause`. */
export class ConnectorFault extends Fault {
  readonly problem: ConnectorProblem;

  constructor(problem: ConnectorProblem, message: string, details: { retryAfterMs?: number; cause?: unknown } = {}) {
    super(CODES[problem], message, details);
    this.name = "ConnectorFault";
    this.problem = problem;
  }
}

/** Something that holds items and that people may choose: a drive, a folder, a collection. */
export interface Container {
  id: string;
  name: string;
  kind: "drive" | "folder" | "collection";
  /** False where it is known that there is nothing below it to open. */
  opens: boolean;
  /** False for what only leads to others. */
  choosable: boolean;
  /** What stands above it, outermost first, as far as the vendor tells. */
  path: string[];
}

export interface ContainerQuery {
  /** Null for the outermost ones. */
  parentId: string | null;
  /** Part of the name, anywhere below; null for those right below the parent. */
  search: string | null;
  cursor: string | null;
}

export interface ContainerPage {
  containers: Container[];
  next: string | null;
}

export type ItemContent =
  | { kind: "text"; format: "markdown" | "html" | "plain"; text: string }
  | { kind: "bytes"; bytes: Uint8Array; type: string; name: string };

/** One document as the vendor lists it. */
export interface ConnectorItem {
  /** The same as long as it is the same document. */
  id: string;
  title: string;
  /** Where people open it. */
  url: string | null;
  /** Another one whenever its text or its title may be another. */
  version: string;
  /** Media type, as the vendor says. */
  type: string;
  /** BCP 47, where the vendor says. */
  language: string | null;
  /** Ids of what it lies in, outermost first. */
  within: string[];
  /** Why its text cannot be had, as a sentence; null when it can. */
  unreadable: string | null;
  /** Where the list holds the text already. */
  content?: ItemContent;
}

export interface ItemChanges {
  /** New ones, and those that are other than before. */
  items: ConnectorItem[];
  /** Ids of what is gone: deleted, thrown away, or moved out of what was chosen. Some may never have been there. */
  removed: string[];
  /** From where to ask on. */
  cursor: string;
  /** There is more right now. */
  more: boolean;
}

export interface Connector {
  readonly provider: ConnectorProvider;

  /** Whose account it is: `name` is what people call it. The cheapest question there is, so that it tells whether access works. */
  account(signal: AbortSignal): Promise<{ id: string; name: string }>;

  containers(query: ContainerQuery, signal: AbortSignal): Promise<ContainerPage>;

  /** A mark from which on `changes` tells; to be had before the list is read. Null where the vendor tells no changes. */
  mark(chosen: readonly string[], signal: AbortSignal): Promise<string | null>;

  /** Everything in the chosen containers and below, in pages. What is missing from it is gone. */
  list(chosen: readonly string[], signal: AbortSignal): AsyncIterable<readonly ConnectorItem[]>;

  /** What happened since the mark; null when that cannot be told and the list has to be read again. */
  changes(
    since: { chosen: readonly string[]; cursor: string; known: ReadonlySet<string> },
    signal: AbortSignal,
  ): Promise<ItemChanges | null>;

  fetch(item: ConnectorItem, signal: AbortSignal): Promise<ItemContent>;
}
