import { useEffect, useState } from "react";
import { Skeleton } from "../ui/index.ts";

/** Dark on light in both themes, as cameras need it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [path, setPath] = useState<{ d: string; size: number } | null>(null);
  useEffect(() => {
    let wanted = true;
    void import("qr").then(({ default: encode }) => {
      const rows = encode(text, "raw", { ecc: "medium", border: 2 });
      const d = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
      if (wanted) setPath({ d, size: rows.length });
    });
    return () => {
      wanted = false;
    };
  }, [text]);
  if (!path) return <Skeleton className="mx-auto size-48" />;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${path.size} ${path.size}`}
      shapeRendering="crispEdges"
      className="mx-auto block size-48 rounded-card bg-surface [color-scheme:light]"
    >
      <path d={path.d} className="fill-text" />
    </svg>
  );
}
