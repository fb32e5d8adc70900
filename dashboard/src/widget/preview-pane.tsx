import { ComputerDesktopIcon, DevicePhoneMobileIcon } from "@heroicons/react/16/solid";
import { MoonIcon, SunIcon } from "@heroicons/react/16/solid";
import type { StageNews, StageOrder } from "@parley/widget/preview";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useSearchState } from "../live/index.ts";
import { cx, SegmentedControl, TextLink } from "../ui/index.ts";
import { useWidgetTexts } from "./texts.ts";
import type { Agent } from "./use-look.ts";

type Device = "desktop" | "phone";
type Scene = "welcome" | "thread" | "closed";

const SIZES = { desktop: { width: 1120, height: 800 }, phone: { width: 390, height: 844 } };

/** The real launcher and messenger on a sketch of a page, dressed as the draft says while one types. */
export function PreviewPane({ agent, device: fixed }: { agent: Agent; device?: Device }) {
  const texts = useWidgetTexts();
  const [search, setSearch] = useSearchState();
  const device: Device = fixed ?? (search["device"] === "phone" ? "phone" : "desktop");
  const theme = search["page"] === "dark" ? "dark" : "light";
  const scene = sceneOf(search["scene"]);
  const box = useRef<HTMLDivElement>(null);
  const scale = useScale(box, SIZES[device]);
  const frame = useStage({ agent, theme, scene }, (open) =>
    setSearch({ scene: open ? (scene === "closed" ? null : (search["scene"] ?? null)) : "closed" }),
  );
  const { width, height } = SIZES[device];
  return (
    <section aria-label={texts.preview} className="space-y-3">
      <Toolbar device={fixed === undefined ? device : null} theme={theme} scene={scene} />
      <div ref={box} className={cx("flex w-full justify-center", device === "phone" && "rounded-sheet bg-sunken py-6")}>
        <div
          // It is scaled from its left edge, whichever way the dashboard is read.
          dir="ltr"
          style={{ width: width * scale, height: height * scale }}
          className={cx(
            "overflow-hidden border border-line-strong bg-surface",
            device === "phone" ? "rounded-[28px] shadow-float" : "rounded-card",
          )}
        >
          <iframe
            ref={frame}
            title={texts.previewFrame}
            src={`/widget/stage?agent=${encodeURIComponent(agent.id)}&lang=${encodeURIComponent(agent.language)}`}
            style={{ width, height, transform: `scale(${scale})`, transformOrigin: "0 0", colorScheme: theme }}
            className="block border-0"
          />
        </div>
      </div>
      <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm text-muted">
        <span className="min-w-0 flex-1 basis-60">{texts.sampleHint}</span>
        <TextLink href={`/try/${agent.id}`}>{texts.talk}</TextLink>
      </p>
    </section>
  );
}

/** What is seen of it: kept in the address. */
function Toolbar({ device, theme, scene }: { device: Device | null; theme: "light" | "dark"; scene: Scene }) {
  const texts = useWidgetTexts();
  const [, setSearch] = useSearchState();
  return (
    <div className="flex flex-wrap items-center gap-2">
      {device !== null && (
        <SegmentedControl
          label={texts.device}
          iconsOnly
          value={device}
          onChange={(value) => setSearch({ device: value === "phone" ? value : null })}
          options={[
            { value: "desktop", label: texts.desktop, icon: ComputerDesktopIcon },
            { value: "phone", label: texts.phone, icon: DevicePhoneMobileIcon },
          ]}
        />
      )}
      <SegmentedControl
        label={texts.pageTheme}
        iconsOnly
        value={theme}
        onChange={(value) => setSearch({ page: value === "dark" ? value : null })}
        options={[
          { value: "light", label: texts.lightPage, icon: SunIcon },
          { value: "dark", label: texts.darkPage, icon: MoonIcon },
        ]}
      />
      <SegmentedControl
        label={texts.scene}
        value={scene}
        onChange={(value) => setSearch({ scene: value === "welcome" ? null : value })}
        options={[
          { value: "welcome", label: texts.welcome },
          { value: "thread", label: texts.thread },
          { value: "closed", label: texts.closed },
        ]}
      />
    </div>
  );
}

function sceneOf(text: string | undefined): Scene {
  return text === "thread" || text === "closed" ? text : "welcome";
}

/** So much of the real size that it fits in what there is. */
function useScale(box: RefObject<HTMLDivElement | null>, { width, height }: { width: number; height: number }): number {
  const [scale, setScale] = useState(0.6);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const fit = () => {
      const room = Math.max(320, innerHeight - 300);
      setScale(Math.min(1, element.clientWidth / width, room / height));
    };
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    addEventListener("resize", fit);
    fit();
    return () => {
      observer.disconnect();
      removeEventListener("resize", fit);
    };
  }, [box, width, height]);
  return scale;
}

interface Shown {
  agent: Agent;
  theme: "light" | "dark";
  scene: Scene;
}

/** Tells the frame what to show, once it listens and whenever that changes; hears when its button is pressed. */
function useStage(shown: Shown, onOpen: (open: boolean) => void): RefObject<HTMLIFrameElement | null> {
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef({ shown, onOpen });
  latest.current = { shown, onOpen };
  const tell = () => {
    const { agent, theme, scene } = latest.current.shown;
    const order: StageOrder = {
      stage: 1,
      agent,
      theme,
      open: scene !== "closed",
      scene: scene === "thread" ? "thread" : "welcome",
    };
    frame.current?.contentWindow?.postMessage(order, location.origin);
  };
  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent<StageNews>) => {
      if (origin !== location.origin || source !== frame.current?.contentWindow) return;
      if (data.stage === "ready") return tell();
      const isOpen = latest.current.shown.scene !== "closed";
      if (isOpen !== (data.stage === "open")) latest.current.onOpen(data.stage === "open");
    };
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  }, []);
  useEffect(tell);
  return frame;
}
