const BUBBLE = "M14 3C7 3 2 7 2 13c0 3 1 5 4 7l-1 5 5-2c10 2 16-4 16-10C26 7 21 3 14 3ZM8 10h12v2H8zM8 14h8v2H8z";
const CHEVRON = "M6 10l2-2 6 6 6-6 2 2-8 8Z";

/** The launcher's whole look. Icons are cut with `clip-path`, since a page's CSP may forbid pictures and inline SVG. */
export const sheet = `:host{all:initial;position:fixed;z-index:2147483000}
*{border:0;transition:.2s ease-out}
button,iframe{position:fixed;inset-inline-end:20px;inset-block-end:calc(20px + env(safe-area-inset-bottom))}
button{width:56px;height:56px;border-radius:50%;cursor:pointer;background:var(--fill);color:var(--ink);box-shadow:0 4px 16px #0004}
button::before{content:"";position:absolute;inset:14px;background:var(--ink);clip-path:path(evenodd,"${BUBBLE}")}
:host([open]) button::before{clip-path:path("${CHEVRON}")}
button:focus-visible{outline:3px solid var(--fill);outline-offset:3px}
button::after{content:attr(n);position:absolute;inset:-4px -4px auto auto;min-width:8px;padding:0 6px;border-radius:10px;background:#c62828;color:#fff;font:600 12px/20px system-ui}
[n=""]::after{display:none}
iframe{margin-block-end:68px;width:400px;height:min(680px,100dvh - 108px);border-radius:16px;background:Canvas;box-shadow:0 0 0 1px #8883,0 12px 48px #0004;opacity:0;visibility:hidden;transform:translateY(12px)}
:host([open]) iframe{opacity:1;visibility:visible;transform:none}
@media(max-width:480px),(max-height:500px){iframe{inset:var(--top,0) 0 auto;margin:0;width:100%;height:var(--height,100dvh);border-radius:0}:host([open]) button{visibility:hidden}}
@media(prefers-reduced-motion){*{transition:none}}`;
