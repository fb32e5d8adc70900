import { useEffect, useState, useSyncExternalStore } from "react";
import { liveStatus } from "../live/live-connection.tsx";
import { Banner } from "../ui/banner.tsx";
import { useStore } from "../ui/store.ts";
import { useFrameTexts } from "./texts.ts";

/** A lost connection is told of only when it lasts. */
const PATIENCE_MS = 3_000;

/** Says that what is shown may be old. The data stays. */
export function ConnectionBanner() {
  const texts = useFrameTexts();
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  const lost = useLasting(useStore(liveStatus) === "lost");
  if (!online)
    return (
      <Banner flush tone="warning">
        {texts.offline}
      </Banner>
    );
  if (lost)
    return (
      <Banner flush tone="warning">
        {texts.reconnecting}
      </Banner>
    );
  return null;
}

function useLasting(now: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!now) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [now]);
  return lasting;
}

function watchNetwork(listener: () => void): () => void {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}
