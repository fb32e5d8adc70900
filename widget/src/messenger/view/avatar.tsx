import { useState } from "preact/hooks";
import type { Agent } from "@parley/contracts";

/** The site's logo on a plain tile, or the first letter of the name. Decoration: the name stands beside it. */
export function Avatar({ agent, size }: { agent: Agent | null; size: "tiny" | "small" | "large" }) {
  const [broken, setBroken] = useState<string | null>(null);
  const logo = agent?.look.avatar === "logo" ? agent.brand.logoUrl : null;
  if (logo !== null && broken !== logo) {
    return (
      <span class={`avatar ${size} logo`} aria-hidden="true">
        <img src={logo} alt="" onError={() => setBroken(logo)} />
      </span>
    );
  }
  const [letter = "?"] = [...new Intl.Segmenter().segment((agent?.name ?? "").trim())].map((part) => part.segment);
  return (
    <span class={`avatar ${size}`} aria-hidden="true">
      {letter.toLocaleUpperCase()}
    </span>
  );
}
