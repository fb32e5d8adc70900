import { createStore } from "./store.ts";

/** How many forms hold something that is not saved. */
export const unsavedForms = createStore(0);
