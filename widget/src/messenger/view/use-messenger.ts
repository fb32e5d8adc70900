import { useEffect, useState } from "preact/hooks";
import type { State } from "../conversation/types.ts";
import type { Messenger } from "../link/run-messenger.ts";

/** The messenger's state, drawn at most once a frame. */
export function useMessenger(messenger: Messenger): State {
  const [state, setState] = useState(messenger.state());
  useEffect(() => {
    const changed = () => setState(messenger.state());
    changed();
    return messenger.subscribe(changed);
  }, [messenger]);
  return state;
}
