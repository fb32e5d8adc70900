import type { ReactNode } from "react";
import { useLookChoices } from "../frame/look-choices.ts";
import { Page, SectionNav, SegmentedControl } from "../ui/index.ts";
import { Buttons } from "./buttons.tsx";
import { Controls } from "./controls.tsx";
import { Forms } from "./forms.tsx";
import { Lists } from "./lists.tsx";
import { Overlays } from "./overlays.tsx";
import { Shown } from "./shown.tsx";
import { States } from "./states.tsx";
import { Tokens } from "./tokens.tsx";

const parts: readonly { id: string; label: string; content: ReactNode }[] = [
  { id: "tokens", label: "Tokens", content: <Tokens /> },
  { id: "buttons", label: "Buttons", content: <Buttons /> },
  { id: "controls", label: "Controls", content: <Controls /> },
  { id: "forms", label: "Forms", content: <Forms /> },
  { id: "lists", label: "Lists", content: <Lists /> },
  { id: "states", label: "States", content: <States /> },
  { id: "overlays", label: "Overlays", content: <Overlays /> },
  { id: "shown", label: "Values and charts", content: <Shown /> },
];

/** Every part of the kit in its states: for looking at, for screenshots and for accessibility checks. In English only. */
export function GalleryScreen() {
  const { theme, density } = useLookChoices();
  return (
    <main className="h-dvh overflow-y-auto bg-surface" data-scroller>
      <Page
        title="Kit"
        description="What every screen is made of. Change theme and density to see all of it in both."
        action={
          <>
            <SegmentedControl label={theme.title} {...theme} />
            <SegmentedControl label={density.title} {...density} />
          </>
        }
      >
        <div className="flex items-start gap-10">
          <div className="min-w-0 flex-1">
            {parts.map(({ id, label, content }) => (
              <section
                key={id}
                id={id}
                aria-labelledby={`${id}-title`}
                className="border-t border-line py-8 first:border-t-0"
              >
                <h2 id={`${id}-title`} className="mb-4 text-lg font-semibold">
                  {label}
                </h2>
                <div className="space-y-6">{content}</div>
              </section>
            ))}
          </div>
          <SectionNav sections={parts} />
        </div>
      </Page>
    </main>
  );
}
