import { Row } from "./row.tsx";

const grounds = ["page", "surface", "raised", "sunken", "line", "line-strong", "line-control"];
const meanings = ["accent", "success", "warning", "danger", "info"];
const look = (name: string) => ({ backgroundColor: `var(--${name})` });

export function Tokens() {
  return (
    <>
      <Row name="Type">
        <div className="space-y-1">
          <p className="text-2xl font-semibold">Talk to your website, 28</p>
          <p className="text-xl font-semibold">Talk to your website, 20</p>
          <p className="text-lg font-semibold">Talk to your website, 16</p>
          <p>Body 14: every answer shows where it comes from. 0123456789</p>
          <p className="text-sm text-muted">Small 13, muted: under fields and beside titles</p>
          <p className="text-xs text-muted">Tiny 12: labels of charts, badges</p>
          <p className="font-mono text-sm">agt_01m7wsxgp6f2bvdqf1j43j23jw</p>
        </div>
      </Row>
      <Row name="Ground and lines">
        {grounds.map((name) => (
          <span key={name} className="text-xs text-muted">
            <span style={look(name)} className="mb-1 block h-10 w-20 rounded-control border border-line" />
            {name}
          </span>
        ))}
      </Row>
      <Row name="Meaning">
        {meanings.map((name) => (
          <span key={name} className="text-xs">
            <span style={look(name)} className="block h-6 w-24 rounded-t-control" />
            <span
              style={{ ...look(`${name}-soft`), color: `var(--${name}-text)` }}
              className="mb-1 block w-24 rounded-b-control px-2 py-1"
            >
              {name}
            </span>
          </span>
        ))}
      </Row>
      <Row name="Charts">
        {[1, 2, 3, 4, 5, 6, 7, 8].map((number) => (
          <span key={number} className="text-xs text-muted">
            <span style={look(`chart-${number}`)} className="block size-10 rounded-control" />
            {number}
          </span>
        ))}
      </Row>
    </>
  );
}
