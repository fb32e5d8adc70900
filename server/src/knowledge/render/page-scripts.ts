/** What runs within pages. Plain JavaScript, in a world of its own but for `beforeScripts`. */

/** Before a page's own scripts: what it has no use for here, and what would only be tried in vain. */
export const beforeScripts = `(() => {
  const nothing = () => null;
  try { window.open = nothing; window.print = nothing; } catch {}
  try { Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined }); } catch {}
  for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "WebSocket", "WebTransport", "EventSource", "SharedWorker", "Notification"])
    try { delete window[name]; } catch {}
})()`;

/** Characters of text, and how high the page is: whether anything still comes. */
export const measurePage = `(() => [document.body ? document.body.textContent.length : 0, document.documentElement.scrollHeight])()`;

/** One window further down; true at the end. */
export const scrollOn = `(() => {
  const page = document.scrollingElement || document.documentElement;
  window.scrollBy(0, window.innerHeight);
  return page.scrollTop + window.innerHeight >= page.scrollHeight - 2;
})()`;

/**
 * Presses what refuses cookies, else what accepts them, where a page asks; some hold their text back until then.
 * Only small buttons within something that speaks of cookies or consent. True when one was pressed.
 */
export const dismissConsent = `(() => {
  const known = ["#onetrust-reject-all-handler", "#CybotCookiebotDialogBodyButtonDecline", "#didomi-notice-disagree-button",
    ".cky-btn-reject", ".cc-deny", ".cmplz-deny", ".osano-cm-denyAll", "#tarteaucitronAllDenied2", ".iubenda-cs-reject-btn",
    "#onetrust-accept-btn-handler", "#CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll", "#didomi-notice-agree-button",
    ".cky-btn-accept", ".cc-allow", ".cc-dismiss", ".cmplz-accept", ".osano-cm-accept-all", ".iubenda-cs-accept-btn", ".fc-cta-consent"];
  for (const one of known) {
    const found = document.querySelector(one);
    if (found) { found.click(); return true; }
  }
  const no = /^(?:reject|decline|refuse|deny|only (?:necessary|essential)|necessary only|ablehnen|alle ablehnen|nur notwendige|tout refuser|refuser|continuer sans accepter|rechazar|rechazar todo|rifiuta|rifiuta tutto|weigeren|alles weigeren|rejeitar|odrzu|avvis|avvisa|afvis|hylk)/i;
  const yes = /^(?:accept|agree|allow|i agree|got it|ok$|okay|akzeptieren|alle akzeptieren|zustimmen|einverstanden|tout accepter|accepter|j.accepte|aceptar|acepto|accetta|accetto|accepteren|akkoord|aceitar|zaakceptuj|godk|acceptera|hyv)/i;
  const about = /cookie|consent|gdpr|privacy|datenschutz|rgpd|cmp\\b/i;
  const isAbout = (element) => {
    for (let at = element, up = 0; at && at !== document.body && up < 8; at = at.parentElement, up += 1)
      if (about.test((at.id || "") + " " + (at.getAttribute("class") || "") + " " + (at.getAttribute("aria-label") || ""))) return true;
    return false;
  };
  const buttons = [...document.querySelectorAll("button, [role=button], input[type=button], a[href='#'], a:not([href])")].slice(0, 400);
  for (const wanted of [no, yes])
    for (const button of buttons) {
      const words = (button.textContent || button.value || "").trim();
      if (words.length < 40 && wanted.test(words) && isAbout(button)) { button.click(); return true; }
    }
  return false;
})()`;

/** The page as it stands, with what stands in shadow trees told in its place. */
export const readPageHtml = (most: number): string => `(() => {
  const unfold = (root, deep) => {
    for (const element of root.querySelectorAll("*")) {
      const shadow = element.shadowRoot;
      if (!shadow || deep > 8) continue;
      unfold(shadow, deep + 1);
      const copy = document.createElement("div");
      for (const slot of shadow.querySelectorAll("slot")) slot.replaceWith(...slot.assignedNodes());
      for (const style of shadow.querySelectorAll("style")) style.remove();
      copy.append(...shadow.childNodes);
      element.append(copy);
    }
  };
  unfold(document, 0);
  const html = document.documentElement ? document.documentElement.outerHTML : "";
  return html.length > ${most} ? "" : html;
})()`;
