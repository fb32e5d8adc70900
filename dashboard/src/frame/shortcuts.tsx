import { Dialog } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { usePlaces } from "./places.ts";
import { useFrameTexts } from "./texts.ts";

/** What the keys do. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const texts = useFrameTexts();
  const { main, agent } = usePlaces();
  const groups = [
    {
      title: texts.anywhere,
      keys: [
        { keys: "mod k", does: texts.keyCommand },
        { keys: "?", does: texts.keyShortcuts },
        { keys: "[", does: texts.keySidebar },
        { keys: "escape", does: texts.keyClose },
      ],
    },
    {
      title: texts.goTo,
      keys: [...main, ...agent].flatMap(({ label, letter }) =>
        letter ? [{ keys: `g then ${letter}`, does: label }] : [],
      ),
    },
    {
      title: texts.inLists,
      keys: [
        { keys: "j", does: texts.keyDown },
        { keys: "k", does: texts.keyUp },
        { keys: "x", does: texts.keySelect },
        { keys: "enter", does: texts.keyOpen },
        { keys: "/", does: texts.keyFilter },
      ],
    },
    { title: texts.inForms, keys: [{ keys: "mod s", does: texts.keySave }] },
  ];
  return (
    <Dialog open onClose={onClose} title={texts.shortcuts} size="large">
      <div className="grid gap-x-10 gap-y-6 pb-2 md:grid-cols-2">
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <h3 className="mb-1 text-sm font-medium text-muted">{title}</h3>
            <dl className="divide-y divide-line">
              {keys.map(({ keys: names, does }) => (
                <div key={names} className="flex items-center justify-between gap-4 py-1.5">
                  <dt>{does}</dt>
                  <dd>
                    <Kbd keys={names} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
