import { DocumentTextIcon } from "@heroicons/react/16/solid";
import { Mark } from "./account-frame.tsx";
import { useAccountTexts } from "./texts.ts";

/** What the owner will have soon: a question of a visitor, and an answer with its proof. */
export function OwnerExample() {
  const texts = useAccountTexts();
  return (
    <figure aria-label={texts.ownerExample} className="w-full max-w-95 animate-rise">
      <div className="overflow-hidden rounded-sheet bg-raised shadow-float">
        <div className="flex items-center gap-2.5 border-b border-line px-4 py-3">
          <Mark className="size-8" />
          <div className="min-w-0 leading-tight">
            <p className="font-medium">{texts.agentName}</p>
            <p className="text-sm text-muted">{texts.agentKind}</p>
          </div>
        </div>
        <div className="space-y-4 p-4 pb-5">
          <p className="ms-auto w-fit max-w-[80%] rounded-card rounded-ee-none bg-accent px-3 py-2 text-on-accent">
            {texts.exampleQuestion}
          </p>
          <div className="max-w-[88%] space-y-2">
            <p className="text-pretty">{texts.exampleAnswer}</p>
            <p className="flex w-fit items-center gap-1.5 rounded-full border border-line px-2.5 py-1 text-sm text-muted">
              <DocumentTextIcon aria-hidden className="size-3.5 shrink-0" />
              {texts.exampleSource}
            </p>
          </div>
        </div>
      </div>
      <figcaption className="mt-5 text-center text-sm text-muted">{texts.exampleProof}</figcaption>
    </figure>
  );
}
