import { fileURLToPath } from "node:url";
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";

/** What the server exchanges for the nonce of each page that it sends. */
export const NONCE = "__PARLEY_NONCE__";

/** What building and developing have in common. Addresses are absolute: the page is served under every path. */
export const options = {
  root: fileURLToPath(new URL(".", import.meta.url)),
  configFile: false,
  base: "/",
  plugins: [react(), tailwind()],
};
