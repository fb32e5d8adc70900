/** The built widget and our real pages over the fake server: what the gallery and the browser test look at. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type Manifest } from "@parley/widget/build";
import { startFakeServer, type FakePages, type FakeServer, type Rendered } from "@parley/widget/fake-server";
import { faultPage } from "../fault-page.ts";
import type { PageAssets } from "../html.ts";
import { launcherLook } from "../launcher-look.ts";
import { messengerPage, withColor } from "../messenger-page.ts";
import { stagePage } from "../stage-page.ts";
import { tryPage } from "../try-page.ts";

export interface Sample extends FakeServer {
  assets: PageAssets;
}

export interface Built {
  dist: string;
  manifest: Manifest;
}

export async function buildWidget(): Promise<Built> {
  const dist = await mkdtemp(join(tmpdir(), "parley-widget-"));
  return { dist, manifest: await build({ outDir: dist }) };
}

export async function startSample(
  { dist, manifest }: Built,
  host?: (path: string) => Rendered | null,
): Promise<Sample> {
  const assets: PageAssets = { ...manifest.entries, looks: manifest.looks };
  const server = await startFakeServer({ dist, manifest, pages: pagesWith(assets), host });
  return Object.assign(server, { assets });
}

function pagesWith(assets: PageAssets): FakePages {
  return {
    frame: ({ language, accept, color, theme, ...rest }) =>
      messengerPage({
        ...rest,
        pageLanguage: language,
        pageColor: color,
        pageTheme: theme,
        acceptLanguage: accept,
        assets,
      }),
    stage: ({ agent, language, accept, nonce }) =>
      stagePage({ agent, pageLanguage: language, acceptLanguage: accept, nonce, assets }),
    try: ({ accept, ...rest }) => tryPage({ ...rest, acceptLanguage: accept, assets }),
    launcher: (agent, { language, color, server }) =>
      launcherLook(withColor(agent, color), { pageLanguage: language, acceptLanguage: null, server }),
    other(path, nonce, acceptLanguage) {
      if (path === "/favicon.ico") return null;
      const kind = path === "/broken" ? "error" : path.startsWith("/try/") ? "agent-not-found" : "not-found";
      return faultPage({ kind, reference: "req_01jd3kett1ea0ndcha1nexamp1", acceptLanguage, nonce, assets });
    },
  };
}
