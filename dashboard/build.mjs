// Builds what members' browsers get: `node dashboard/build.mjs`, or `buildDashboard({ outDir })` from elsewhere.
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "vite";
import { NONCE, options } from "./options.mjs";

/** Bytes of the scripts that the first page needs, gzipped. A benchmark holds the build to them. */
export const budgets = { firstLoad: 180 * 1024 };

const TARGETS = ["chrome123", "edge123", "firefox120", "safari17.5"];
const TEXT = /\.(js|css|svg|html)$/;

/** Writes the page, its scripts, styles and fonts, and beside each text file what it is compressed. */
export async function buildDashboard({ outDir = join(options.root, "dist") } = {}) {
  // Made elsewhere and then put in place: whoever looks meanwhile finds one whole build.
  const making = join(options.root, "node_modules", ".making", String(process.pid));
  await build({
    ...options,
    mode: "production",
    logLevel: "warn",
    html: { cspNonce: NONCE },
    build: {
      outDir: making,
      emptyOutDir: true,
      target: TARGETS,
      cssTarget: TARGETS,
      manifest: "manifest.json",
      assetsDir: "assets",
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1_000,
    },
  });
  const files = (await readdir(making, { recursive: true })).filter((file) => TEXT.test(file) && file !== "index.html");
  await Promise.all(files.map((file) => compress(join(making, file))));
  await mkdir(outDir, { recursive: true });
  const before = `${making}-before`;
  await rename(outDir, before);
  await rename(making, outDir);
  await rm(before, { recursive: true, force: true });
}

async function compress(file) {
  const plain = await readFile(file);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const [zipped, brotli] = await Promise.all([
    promisify(gzip)(plain, { level: 9 }),
    promisify(brotliCompress)(plain, quality),
  ]);
  await Promise.all([writeFile(`${file}.gz`, zipped), writeFile(`${file}.br`, brotli)]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  await buildDashboard();
  console.log(`dashboard built in ${Math.round(performance.now() - started)} ms`);
}
