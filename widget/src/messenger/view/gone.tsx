import type { Host } from "../host/join-host.ts";
import { useTexts } from "./context.ts";
import { Icon } from "./icons.tsx";

/** There is no such agent (any more). */
export function Gone({ host }: { host: Host }) {
  const texts = useTexts();
  return (
    <main class="messenger gone">
      {host.framed && (
        <button type="button" class="icon-button corner" onClick={() => host.close()} aria-label={texts.close}>
          <Icon name="close" />
        </button>
      )}
      <span class="gone-icon">
        <Icon name="alert" />
      </span>
      <h1>{texts.goneTitle}</h1>
      <p>{texts.goneText}</p>
    </main>
  );
}
