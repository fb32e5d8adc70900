import { type Command, dataOption } from "../command.ts";
import { serveDemoSite } from "../serve-demo-site.ts";
import { serve } from "./start.ts";

export const demo: Command = {
  name: "demo",
  usage: "demo [--port N] [--host H] [--data DIR]",
  about: "starts Parley with an agent of a small example site",
  words: { least: 0, most: 0 },
  options: {
    port: { type: "string", value: "N", about: "the port (PARLEY_PORT, else 3000; 0 for any free one)" },
    host: { type: "string", value: "H", about: "the address to listen on (PARLEY_HOST, else 127.0.0.1)" },
    ...dataOption,
  },
  async run(call) {
    const site = await serveDemoSite();
    try {
      call.terminal.out(`The example site is at ${site.url}`);
      return await serve(call, site.url);
    } finally {
      await site.close();
    }
  },
};
