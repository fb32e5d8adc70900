export { faultPage, type FaultPageInput } from "./fault-page.ts";
export { homePage, type HomePageInput } from "./home-page.ts";
export type { Page, PageAssets } from "./html.ts";
export { launcherLook, type LauncherLook } from "./launcher-look.ts";
export { messengerPage, type MessengerPageInput } from "./messenger-page.ts";
export { snippetFor, tryPage, type TryPageInput } from "./try-page.ts";
