import { useEffect, useState } from "preact/hooks";
import type { Agent } from "@parley/contracts";
import type { Boot } from "../boot.ts";
import { applyLook } from "../host/apply-look.ts";
import type { Host } from "../host/join-host.ts";

/** Wears what the owner published, and what is published while the visitor looks. */
export function useLook(boot: Boot, agent: Agent | null, host: Host): void {
  const [theme, setTheme] = useState(host.theme);
  const look = agent?.look;
  const siteColor = agent?.brand.color ?? null;
  useEffect(() => host.onTheme(setTheme), []);
  useEffect(() => {
    if (look === undefined) return;
    applyLook({ look: { ...look, accent: boot.color ?? look.accent }, siteColor, theme });
  }, [look, siteColor, theme]);
}
