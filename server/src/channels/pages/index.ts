export { faultPage, type FaultPageInput } from "./fault-page.ts";
export type { Page, PageAssets } from "./html.ts";
export { launcherLook } from "./launcher-look.ts";
export { messengerPage, type MessengerPageInput, withColor } from "./messenger-page.ts";
export { snippetFor, tryPage, type TryPageInput } from "./try-page.ts";
export { stagePage, type StagePageInput } from "./stage-page.ts";
