import type { Look } from "@parley/contracts";
import { safeLink } from "../markdown/safe-link.ts";

/** The owner's one line under the composer. */
export function Legal({ look }: { look: Look | null }) {
  const legal = look?.legal ?? null;
  if (legal === null) return null;
  const link = legal.url === null ? null : safeLink(legal.url);
  return (
    <p class="legal" dir="auto">
      {link === null ? (
        legal.text
      ) : (
        <a href={link} target="_blank" rel="noopener noreferrer">
          {legal.text}
        </a>
      )}
    </p>
  );
}
