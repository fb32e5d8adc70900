export { launcherIcons } from "./launcher-icons.ts";
export { launcherLook, type LauncherLook, type LauncherTexts } from "./launcher-look.ts";
export { lookStyle, type LookStyle } from "./look-style.ts";
export { keepsTo, pageRule } from "./page-rule.ts";
export { colorOf, surfacesOf, type Template, templates } from "./templates.ts";
