/** Vendors on this machine, for the tests of others. */
export { GOOGLE_DOCUMENT, serveDrive, type ServedDrive } from "./conformance/serve-drive.ts";
export { serveIntercom, type ServedIntercom } from "./conformance/serve-intercom.ts";
