const BUBBLE = "M14 3C7 3 2 7 2 13c0 3 1 5 4 7l-1 5 5-2c10 2 16-4 16-10C26 7 21 3 14 3Z";
const CHEVRON = "M6 10l2-2 6 6 6-6 2 2-8 8Z";

/**
 * The launcher's whole look; `css` is what the agent's own look changes (`look/launcher-css.ts`). Icons are cut with
 * `clip-path`, since a page's CSP may forbid pictures and inline SVG.
 */
export const sheet = (css: string) => `:host{all:initial;position:fixed;z-index:2147483000;--fill:#24282f;--ink:#fff}
*{border:0;transition:.2s ease-out}
button,iframe{position:fixed;inset-inline-end:20px;inset-block-end:calc(20px + env(safe-area-inset-bottom))}
button{width:56px;height:56px;padding:0;border-radius:50%;cursor:pointer;font-size:0;background:var(--fill);color:var(--ink);box-shadow:0 4px 16px #0004}
button::before{content:"";position:absolute;inset:calc(50% - 14px);width:28px;height:28px;background:var(--ink);clip-path:path("${BUBBLE}")}
:host([open]) button::before{clip-path:path("${CHEVRON}")}
button:focus-visible{outline:3px solid var(--fill);outline-offset:3px}
iframe{margin-block-end:68px;width:400px;height:min(680px,100dvh - 108px);border-radius:16px;background:Canvas;box-shadow:0 0 0 1px #8883,0 12px 48px #0004;opacity:0;visibility:hidden;translate:0 12px}
:host([open]) iframe{opacity:1;visibility:visible;translate:0}
${css}@media(max-width:480px),(max-height:500px){iframe{inset:var(--top,0) 0 auto;margin:0;width:100%;height:var(--height,100dvh);border-radius:0}:host([open]) button{visibility:hidden}}
@media(prefers-reduced-motion){*{transition:none}}`;
