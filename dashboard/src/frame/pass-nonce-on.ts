/** Libraries that add styles of their own (against scrolling behind a dialog) look for the page's nonce here. */
export function passNonceOn(): void {
  const nonce = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce;
  if (nonce) Object.assign(globalThis, { __webpack_nonce__: nonce });
}
