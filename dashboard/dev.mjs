// `npm run dev [-- http://127.0.0.1:3000]`: the dashboard as its sources are, before a Parley that runs already.
import { createServer } from "vite";
import { options } from "./options.mjs";

const target = process.argv[2] ?? "http://127.0.0.1:3000";
const server = await createServer({
  ...options,
  appType: "spa",
  server: {
    host: "127.0.0.1",
    // The server checks where requests come from: to it they come from itself.
    proxy: Object.fromEntries(
      ["/v1", "/widget", "/widget.js", "/try", "/docs", "/openapi.json"].map((path) => [
        path,
        { target, ws: true, changeOrigin: true, headers: { origin: target } },
      ]),
    ),
  },
});
await server.listen();
console.log(`The dashboard, before ${target}:`);
server.printUrls();
