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

/** Keys to press: `"mod k"` together, `"g then a"` one after the other. `quiet` without frames. */
export function Kbd({ keys, quiet }: { keys: string; quiet?: boolean }) {
  return (
    <span className={`inline-flex items-center text-xs text-muted ${quiet ? "gap-0.5" : "gap-1"}`}>
      {keys.split(" ").map((key, place) =>
        key === "then" ? (
          <span key={place}>{key}</span>
        ) : (
          <kbd
            key={place}
            className={`inline-grid h-5 place-items-center font-sans leading-none ${quiet ? "" : "min-w-5 rounded-control border border-line bg-sunken px-1"}`}
          >
            {signs[key] ?? (key.length === 1 ? key.toUpperCase() : key)}
          </kbd>
        ),
      )}
    </span>
  );
}
