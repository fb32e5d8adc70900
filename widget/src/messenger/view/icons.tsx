const PATHS = {
  close: "M5.5 5.5l9 9M14.5 5.5l-9 9",
  down: "M5 7.5l5 5 5-5",
  compose:
    "M10 4H5.5A1.5 1.5 0 0 0 4 5.5v9A1.5 1.5 0 0 0 5.5 16h9a1.5 1.5 0 0 0 1.5-1.5V10M8 12l.6-2.6 6-6a1.4 1.4 0 0 1 2 2l-6 6L8 12z",
  send: "M10 16V4.5M5 9.2l5-5 5 5",
  copy: "M7.5 7.5V5.2c0-.7.5-1.2 1.2-1.2h6.1c.7 0 1.2.5 1.2 1.2v6.1c0 .7-.5 1.2-1.2 1.2h-2.3M5.2 7.5h6.1c.7 0 1.2.5 1.2 1.2v6.1c0 .7-.5 1.2-1.2 1.2H5.2c-.7 0-1.2-.5-1.2-1.2V8.7c0-.7.5-1.2 1.2-1.2z",
  check: "M4.5 10.5l3.5 3.5 7.5-8",
  up: "M7 9v7M7 9l2.6-5.3c.9 0 1.6.7 1.6 1.6V8h3.5a1.5 1.5 0 0 1 1.5 1.8l-.9 4.8A1.7 1.7 0 0 1 13.6 16H7M7 9H5c-.6 0-1 .4-1 1v5c0 .6.4 1 1 1h2",
  thumbDown:
    "M7 11V4M7 11l2.6 5.3c.9 0 1.6-.7 1.6-1.6V12h3.5a1.5 1.5 0 0 0 1.5-1.8l-.9-4.8A1.7 1.7 0 0 0 13.6 4H7M7 11H5c-.6 0-1-.4-1-1V5c0-.6.4-1 1-1h2",
  share: "M10 12.5V3.5M6.8 6.5L10 3.3l3.2 3.2M5 10v5c0 .6.4 1 1 1h8c.6 0 1-.4 1-1v-5",
  code: "M7 6.5L3.5 10 7 13.5M13 6.5l3.5 3.5-3.5 3.5",
  out: "M8 5H5.5A1.5 1.5 0 0 0 4 6.5v8A1.5 1.5 0 0 0 5.5 16h8a1.5 1.5 0 0 0 1.5-1.5V12M11 4h5v5M16 4l-6.5 6.5",
  alert: "M10 6.5v4M10 13.3v.1M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z",
  undo: "M7.5 4.5L4 8l3.5 3.5M4 8h7.5a4 4 0 0 1 0 8H9",
} as const;

export type IconName = keyof typeof PATHS | "stop";

/** Decoration only: the control around it has the name. */
export function Icon({ name, size = 20 }: { name: IconName; size?: 16 | 20 }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden="true" class="icon">
      {name === "stop" ? (
        <rect x="6" y="6" width="8" height="8" rx="1.5" fill="currentColor" />
      ) : (
        <path d={PATHS[name]} stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />
      )}
    </svg>
  );
}
