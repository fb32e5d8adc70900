const apple = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);
const signs: Readonly<Record<string, string>> = {
  mod: apple ? "⌘" : "Ctrl",
  shift: apple ? "⇧" : "Shift",
  alt: apple ? "⌥" : "Alt",
  enter: "↵",
  escape: "Esc",
  up: "↑",
  down: "↓",
};

/** Keys to press: `"mod k"` together, `"g then a"` one after the other. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="inline-flex items-center gap-1 text-xs text-muted">
      {keys.split(" ").map((key, place) =>
        key === "then" ? (
          <span key={place}>{key}</span>
        ) : (
          <kbd
            key={place}
            className="inline-grid h-5 min-w-5 place-items-center rounded-control border border-line bg-sunken px-1 font-sans leading-none"
          >
            {signs[key] ?? (key.length === 1 ? key.toUpperCase() : key)}
          </kbd>
        ),
      )}
    </span>
  );
}
