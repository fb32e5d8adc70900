const BUBBLE =
  "M14 3.2C7.6 3.2 2.8 7.4 2.8 12.9c0 2.9 1.4 5.5 3.6 7.3L5.7 24.8l5-2.4c1 .2 2.1.4 3.3.4 6.4 0 11.2-4.3 11.2-9.8S20.4 3.2 14 3.2Z" +
  "M8.5 14.5a1.5 1.5 0 1 1 .01 0ZM14 14.5a1.5 1.5 0 1 1 .01 0ZM19.5 14.5a1.5 1.5 0 1 1 .01 0Z";
const CHEVRON = "M6 9.5 7.7 7.8 14 14.1l6.3-6.3L22 9.5l-8 8Z";

/** The launcher's whole look. Icons are cut with `clip-path`, since a page's CSP may forbid pictures and inline SVG. */
export const sheet = `
:host{all:initial;position:fixed;inset:0 0 auto;height:0;z-index:2147483000}
:host(.light){color-scheme:light}
:host(.dark){color-scheme:dark}
button{all:unset;box-sizing:border-box;position:fixed;inset-block-end:calc(20px + env(safe-area-inset-bottom));inset-inline-end:20px;width:56px;height:56px;border-radius:50%;border:1px solid transparent;cursor:pointer;background:var(--fill);color:var(--ink);box-shadow:0 1px 3px #0003,0 6px 20px #0003;transition:transform .12s ease-out;animation:in .2s ease-out}
button::before{content:"";position:absolute;inset:13px;background:currentColor;clip-path:path(evenodd,"${BUBBLE}")}
:host(.open) button::before{clip-path:path("${CHEVRON}")}
button:hover{transform:scale(1.05)}
button:active{transform:scale(.96)}
button:focus-visible{outline:3px solid var(--fill);outline-offset:3px}
span{position:absolute;inset-block-start:-4px;inset-inline-end:-4px;min-width:20px;padding:0 6px;box-sizing:border-box;border-radius:10px;background:#c62828;color:#fff;font:600 12px/20px system-ui,sans-serif;text-align:center}
span:empty{display:none}
iframe{position:fixed;inset-block-end:calc(88px + env(safe-area-inset-bottom));inset-inline-end:20px;width:400px;height:min(680px,100dvh - 108px);border:0;border-radius:16px;background:light-dark(#fff,#17191d);box-shadow:0 0 0 1px light-dark(#0000000f,#ffffff1f),0 12px 48px #0000003d;opacity:0;visibility:hidden;transform:translateY(12px);transition:opacity .2s ease-out,transform .2s ease-out,visibility 0s .2s}
:host(.open) iframe{opacity:1;visibility:visible;transform:none;transition-delay:0s}
@media(max-width:480px),(max-height:500px){
iframe{inset:var(--top,0) 0 auto;width:100%;height:var(--height,100dvh);border-radius:0}
:host(.open) button{visibility:hidden}
}
@media(prefers-reduced-motion:reduce){*{transition:none!important;animation:none!important}}
@media print{:host{display:none}}
@keyframes in{0%{opacity:0;transform:scale(.8)}}
`;
