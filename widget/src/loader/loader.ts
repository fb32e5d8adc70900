/**
 * The only thing that a host page loads before somebody wants to talk: a button. The frame comes with the first
 * sign of intent. Styles are constructed, so the page's CSP needs no `unsafe-inline`; nothing is `eval`ed.
 */
import { start } from "./start.ts";

// Modules and some tag managers run scripts without saying which one it is.
const script = document.currentScript ?? document.querySelector("script[data-agent]");
if (script instanceof HTMLScriptElement && !window.Parley) start(script.src, script.dataset);
