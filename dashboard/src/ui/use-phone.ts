import { useSyncExternalStore } from "react";

const phones = () => matchMedia("(width < 768px)");

/** Whether the window is as narrow as a phone: what opens there is a sheet. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = phones();
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => phones().matches,
  );
}
