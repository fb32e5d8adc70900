import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Trouble, say } from "./say.mjs";

/** What has to be built, from what, and by which script. */
const builds = [
  {
    what: "the widget",
    script: "widget/build.mjs",
    out: "widget/dist",
    from: ["widget", "contracts/src", "package-lock.json"],
  },
  {
    what: "the dashboard",
    script: "dashboard/build.mjs",
    out: "dashboard/dist",
    from: ["dashboard", "contracts/src", "sdk/src", "package-lock.json"],
  },
];

/** Builds what is older than its sources: a stamp in the output says which sources it was made of. */
export async function buildStale({ root, node, lock }) {
  for (const build of builds) {
    if (!existsSync(join(root, build.script)) || isFresh(root, build)) continue;
    await lock(async (noteChild) => {
      const sources = hashOf(root, build.from);
      if (isFresh(root, build, sources)) return;
      say(`Building ${build.what}…`);
      rmSync(stampFile(root, build), { force: true });
      await run({ node, root, build, noteChild });
      mkdirSync(join(root, build.out), { recursive: true });
      writeFileSync(stampFile(root, build), sources);
    });
  }
}

function stampFile(root, build) {
  return join(root, build.out, ".stamp");
}

function isFresh(root, build, sources = hashOf(root, build.from)) {
  const file = stampFile(root, build);
  return existsSync(file) && readFileSync(file, "utf8") === sources;
}

function run({ node, root, build, noteChild }) {
  return new Promise((resolve, reject) => {
    const child = execFile(node, [join(root, build.script)], { cwd: root }, (error, stdout, stderr) => {
      if (!error) resolve();
      else reject(new Trouble(`${build.what} could not be built.\n${stdout}${stderr}`.trim()));
    });
    if (child.pid) noteChild(child.pid);
  });
}

function hashOf(root, paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((each) => filesUnder(root, each)))
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

function filesUnder(root, path) {
  if (!existsSync(join(root, path))) return [];
  if (/\.[a-z]+$/.test(path)) return [path];
  const inside = readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.name !== "node_modules" && entry.name !== "dist" && !/\.test\.tsx?$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return inside.flatMap((entry) =>
    entry.isDirectory() ? filesUnder(root, `${path}/${entry.name}`) : [`${path}/${entry.name}`],
  );
}
