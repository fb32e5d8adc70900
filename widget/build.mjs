// Builds what browsers get: `node widget/build.mjs`, or `build({ outDir })` from elsewhere. Under two seconds.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { bundleAsync, Features } from "lightningcss";
import { rolldown } from "rolldown";

const here = fileURLToPath(new URL(".", import.meta.url));
const src = (path) => join(here, "src", path);

/** Bytes, gzipped. A test holds the build to them. */
export const budgets = { loader: 2 * 1024, messenger: 40 * 1024 };

const TYPES = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  woff2: "font/woff2",
};
const FOREVER = "public, max-age=31536000, immutable";

/**
 * Writes loader, messenger, page styles and fonts, and `manifest.json`:
 * `{ version, entries: { messengerJs, ... }, looks: { clear, ... }, files: [{ path, file, type, cache }], sizes: { loader, messenger } }`,
 * where `path` is the address to serve `file` (relative to the directory) under.
 */
export async function build({ outDir = join(here, "dist") } = {}) {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const looks = (await readdir(src("styles/looks"))).map((file) => file.replace(/\.css$/, ""));
  const named = Object.fromEntries((await Promise.all([...scripts(), ...sheets(looks)])).flat());
  for (const asset of await readdir(join(here, "assets"))) named[asset] = await readFile(join(here, "assets", asset));
  const version = digest(Object.entries(named).filter(([name]) => name !== "loader.js"));
  const files = await Promise.all(
    Object.entries(named).map(([name, contents]) => put({ name, contents, version, outDir })),
  );
  const sizes = {
    loader: gzipped(named["loader.js"]),
    // With the template that weighs most: a visitor gets one of them.
    messenger:
      gzipped(named["messenger.js"]) +
      gzipped(named["messenger.css"]) +
      Math.max(...looks.map((look) => gzipped(named[`look-${look}.css`]))),
  };
  const at = (name) => files.find((file) => file.name === name)?.path;
  const manifest = {
    version,
    entries: {
      loaderJs: "/widget.js",
      messengerJs: at("messenger.js"),
      messengerCss: at("messenger.css"),
      pagesCss: at("pages.css"),
      favicon: at("favicon.svg"),
      shareImage: at("share.png") ?? null,
      font: files.find((file) => file.name.startsWith("fonts/inter-latin-wght"))?.path,
      previewJs: at("preview.js"),
      stageJs: at("stage.js"),
      stageCss: at("stage.css"),
    },
    looks: Object.fromEntries(looks.map((look) => [look, at(`look-${look}.css`)])),
    files: files.map(({ path, file, type, cache }) => ({ path, file, type, cache })),
    sizes,
  };
  await writeFile(join(outDir, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** Each whole in itself: a page loads one of them. @returns {Promise<[string, Buffer][]>[]} */
function scripts() {
  return [
    script("loader.js", "loader/loader.ts", "iife"),
    script("messenger.js", "messenger/main.tsx", "esm"),
    script("preview.js", "preview/main.tsx", "esm"),
    script("stage.js", "preview/stage.ts", "esm"),
  ];
}

/** @param {string} name @param {string} entry @param {"iife" | "esm"} format @returns {Promise<[string, Buffer][]>} */
async function script(name, entry, format) {
  const bundle = await rolldown({
    input: src(entry),
    tsconfig: false,
    transform: { target: ["es2022", "safari17"], jsx: { runtime: "automatic", importSource: "preact" } },
  });
  const { output } = await bundle.generate({ format, minify: true, comments: false, codeSplitting: false });
  await bundle.close();
  return [[name, Buffer.from(output[0].code)]];
}

/** @param {string[]} looks @returns {Promise<[string, Buffer][]>[]} */
function sheets(looks) {
  return [
    sheet("messenger.css", "styles/messenger-entry.css"),
    sheet("pages.css", "styles/pages-entry.css"),
    sheet("stage.css", "styles/stage.css"),
    ...looks.map((look) => sheet(`look-${look}.css`, `styles/looks/${look}.css`)),
  ];
}

/** With the fonts that it names. @param {string} name @param {string} entry @returns {Promise<[string, Buffer][]>} */
async function sheet(name, entry) {
  const { code, dependencies } = await bundleAsync({
    filename: src(entry),
    minify: true,
    targets: { safari: 17 << 16 },
    // light-dark() and the colours are understood by every browser we name; spelled out they would be twice as long.
    exclude: Features.LightDark | Features.Colors,
    analyzeDependencies: true,
  });
  let text = code.toString();
  /** @type {[string, Buffer][]} */
  const fonts = [];
  for (const { url, placeholder } of dependencies ?? []) {
    const contents = await readFile(new URL(import.meta.resolve(url)));
    const font = `fonts/${basename(url, ".woff2")}-${digest([[url, contents]])}.woff2`;
    fonts.push([font, contents]);
    text = text.replaceAll(placeholder, `/widget/${font}`);
  }
  return [[name, Buffer.from(text)], ...fonts];
}

async function put({ name, contents, version, outDir }) {
  const isLoader = name === "loader.js";
  const isFont = name.startsWith("fonts/");
  const file = isLoader || isFont ? name : `${version}/${name}`;
  await mkdir(join(outDir, file, ".."), { recursive: true });
  await writeFile(join(outDir, file), contents);
  return {
    name,
    path: isLoader ? "/widget.js" : `/widget/${file}`,
    file,
    type: TYPES[name.split(".").at(-1)] ?? "application/octet-stream",
    cache: isLoader ? "public, max-age=600, stale-while-revalidate=86400" : FOREVER,
  };
}

function digest(entries) {
  const hash = createHash("sha256");
  for (const [name, contents] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(name).update(contents);
  return hash.digest("hex").slice(0, 10);
}

function gzipped(contents) {
  return gzipSync(contents, { level: 9 }).length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  const { sizes, version } = await build();
  for (const part of ["loader", "messenger"]) {
    const over = sizes[part] > budgets[part] ? "  OVER" : "";
    console.log(`${part.padEnd(10)} ${sizes[part]} of ${budgets[part]} bytes gzipped${over}`);
  }
  console.log(`version ${version} in ${Math.round(performance.now() - started)} ms`);
}
