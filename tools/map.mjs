// The house, floor by floor, lowest first. A package or room may use only what lies on a lower floor;
// what stands on one floor are strangers. `npm run check` holds everybody to it; docs/map.md is printed from it.
export const scope = "@parley/";

export const packages = [
  [{ name: "contracts", about: "the words everybody shares: ids, events, faults, wire formats, ports" }],
  [
    { name: "adapters", about: "one folder per vendor behind a port" },
    { name: "sdk", about: "typed client of the public API, made from its OpenAPI document" },
    { name: "widget", about: "loader and messenger: what visitors see" },
  ],
  [{ name: "dashboard", about: "what members of an organization see and do, in React" }],
  [{ name: "server", about: "the application: API, sockets, jobs" }],
  [{ name: "cli", about: "the command line: start, ask, key, backup, restore, migrate, doctor, demo" }],
];

/** Rooms of `server/src`. */
export const rooms = [
  [
    {
      name: "platform",
      about: "database, jobs, events, realtime, files, secrets, outbound fetch, clock, log, metrics",
    },
  ],
  [{ name: "tenants", about: "organizations, people, roles, keys and the audit log; makes a Scope" }],
  [
    { name: "usage", about: "counters and limits" },
    {
      name: "connections",
      about: "vendors of models, and accounts that documents are followed from, as ready adapters",
    },
  ],
  [{ name: "knowledge", about: "from a page to a passage, and to the passage that answers" }],
  [{ name: "agents", about: "an agent's behaviour, and its answers with their proof" }],
  [{ name: "conversations", about: "messages in, messages out, nothing lost in between" }],
  [
    { name: "channels", about: "the web channel: widget, /try page, sockets" },
    { name: "gaps", about: "what agents do not know, from what their visitors asked in vain" },
    { name: "inbox", about: "what members see at once: their home, and what changes while they look" },
    { name: "recalls", about: "answers whose page says something else now: answered again, taken back" },
  ],
];
