import type { Citation } from "@parley/contracts";
import { safeLink } from "../markdown/safe-link.ts";
import { useTexts } from "./context.ts";
import { siteName } from "./site-name.ts";
import { tidyTitle } from "./tidy-title.ts";

/** Where an answer comes from, one line a page. */
export function Sources({ sources, name }: { sources: Citation[]; name: string }) {
  const texts = useTexts();
  return (
    <ol class="sources" aria-label={texts.sources}>
      {sources.map((source) => {
        const link = safeLink(source.link ?? source.url ?? "");
        const isOwn = source.verified === true && source.url === null;
        const title = isOwn ? texts.verified : tidyTitle(source.title, name) || siteName(source.url) || texts.sources;
        return (
          <li key={source.number}>
            {link === null ? (
              <span class="source">
                <i>{source.number}</i>
                <span dir="auto">{title}</span>
              </span>
            ) : (
              <a class="source" href={link} target="_blank" rel="noopener noreferrer">
                <i>{source.number}</i>
                <span dir="auto">{title}</span>
              </a>
            )}
          </li>
        );
      })}
    </ol>
  );
}
