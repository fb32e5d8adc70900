/** What opens at a trigger, and a line of it. */
export const floating =
  "z-50 min-w-44 max-w-80 animate-enter overflow-y-auto overscroll-contain rounded-card bg-raised p-1 shadow-float";
export const floatingItem =
  "flex min-h-8 w-full cursor-default items-center gap-2 rounded-control px-2 py-1.5 text-start outline-none select-none pointer-coarse:min-h-11 data-highlighted:bg-hover data-disabled:opacity-50";
