import type { Drawn } from "./bar-chart.tsx";

/** The same numbers in rows. */
export function ChartTable({ title, bars, format, parts }: Drawn) {
  return (
    <div
      className="max-h-46 overflow-y-auto rounded-card border border-line"
      tabIndex={0}
      role="region"
      aria-label={title}
    >
      <table className="w-full text-sm">
        {parts && (
          <thead className="sticky top-0 bg-surface text-muted shadow-[inset_0_-1px_var(--line)]">
            <tr>
              <td className="px-3 py-1.5" />
              {parts.map((part) => (
                <th key={part} scope="col" className="px-3 py-1.5 text-end font-normal">
                  {part}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody className="divide-y divide-line">
          {bars.map(({ label, value, also }) => (
            <tr key={label}>
              <th scope="row" className="px-3 py-1.5 text-start font-normal text-muted">
                {label}
              </th>
              <td className="px-3 py-1.5 text-end tabular-nums">{format(value)}</td>
              {parts && <td className="px-3 py-1.5 text-end tabular-nums">{format(also ?? 0)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
