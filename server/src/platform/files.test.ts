import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createLocalFiles, type Files } from "./files.ts";

async function inNewDir() {
  const parent = await mkdtemp(join(tmpdir(), "parley-files-"));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  return { dir: join(parent, "files"), files: createLocalFiles(join(parent, "files")) };
}

async function namesOf(files: Files): Promise<string[]> {
  const names: string[] = [];
  for await (const name of files.list()) names.push(name);
  return names;
}

it("keeps bytes and their type, replaces them, and removes them", async () => {
  const { files } = await inNewDir();
  const bytes = Uint8Array.from([0, 10, 13, 255, 10]);
  await files.write("agents/agt_1/logo.png", bytes, "image/png");
  await files.write("top.txt", new Uint8Array(), "text/plain; charset=utf-8");
  const read = await files.read("agents/agt_1/logo.png");
  expect([Buffer.from(read?.bytes ?? []), read?.contentType]).toEqual([Buffer.from(bytes), "image/png"]);
  expect((await files.read("top.txt"))?.bytes.length).toBe(0);
  await files.write("agents/agt_1/logo.png", Buffer.from("new"), "image/svg+xml");
  expect((await files.read("agents/agt_1/logo.png"))?.contentType).toBe("image/svg+xml");
  expect(await namesOf(files)).toEqual(["agents/agt_1/logo.png", "top.txt"]);
  await files.remove("agents/agt_1/logo.png");
  await files.remove("never/was.png");
  expect(await files.read("agents/agt_1/logo.png")).toBeUndefined();
  expect(await files.read("top.txt/below")).toBeUndefined();
  expect(await namesOf(files)).toEqual(["top.txt"]);
});

it("writes into a folder whose last file is being removed", async () => {
  const { files } = await inNewDir();
  for (let at = 0; at < 200; at += 1) {
    await files.write("imports/old", Buffer.from("old"), "text/plain");
    await Promise.all([files.remove("imports/old"), files.write(`imports/${at}`, Buffer.from("new"), "text/plain")]);
    expect(await files.read(`imports/${at}`)).toBeDefined();
    await files.remove(`imports/${at}`);
  }
});

it("lists nothing in a directory that is not there, and nothing unfinished", async () => {
  const { dir, files } = await inNewDir();
  expect(await namesOf(files)).toEqual([]);
  await files.write("a", Buffer.from("a"), "text/plain");
  await writeFile(join(dir, "b.0123.new~"), "half");
  expect(await namesOf(files)).toEqual(["a"]);
});

it("refuses names that lead elsewhere", async () => {
  const { files } = await inNewDir();
  const names = [
    "",
    "/",
    "/etc/passwd",
    "../x",
    "a/../../x",
    "a//b",
    "a/",
    ".hidden",
    "a/./b",
    "a\\b",
    "a\0b",
    "ä",
    "a b",
    "a.new~",
    "x.",
    "c:x",
    "a".repeat(201),
  ];
  for (const name of names) {
    await expect(files.write(name, new Uint8Array(), "text/plain"), name).rejects.toThrow(/name/);
    await expect(files.read(name), name).rejects.toThrow(/name/);
    await expect(files.remove(name), name).rejects.toThrow(/name/);
  }
  await expect(files.write("a", new Uint8Array(), "text/plain\nx")).rejects.toThrow(/content type/);
});

it("shows a reader the old or the new, never half", async () => {
  const { files } = await inNewDir();
  const versions = ["a", "b"].map((letter) => Buffer.from(letter.repeat(200_000)));
  await files.write("page", versions[0] ?? Buffer.alloc(0), "text/a");
  const writing = Promise.all(
    versions.flatMap((bytes) => Array.from({ length: 5 }, () => files.write("page", bytes, "text/x"))),
  );
  for (let count = 0; count < 20; count += 1) {
    const text = Buffer.from((await files.read("page"))?.bytes ?? []).toString();
    expect(versions.some((bytes) => bytes.toString() === text)).toBe(true);
  }
  await writing;
  expect(await namesOf(files)).toEqual(["page"]);
});

it("receives a file as it comes in, and keeps nothing of one that breaks off", async () => {
  const { files } = await inNewDir();
  const pieces = async function* (error?: Error) {
    yield Buffer.from("one\n");
    if (error) throw error;
    yield Buffer.from("two");
  };
  await files.receive("a", pieces(), "text/plain");
  const opened = await files.open("a");
  expect(opened?.size).toBe(7);
  expect(Buffer.concat((await opened?.content.toArray()) ?? []).toString()).toBe("one\ntwo");
  await expect(files.receive("b", pieces(new Error("gone")), "text/plain")).rejects.toThrow("gone");
  const full = Object.assign(new Error("no space"), { code: "ENOSPC" });
  await expect(files.receive("c", pieces(full), "text/plain")).rejects.toMatchObject({ code: "unavailable" });
  expect(await namesOf(files)).toEqual(["a"]);
  expect(await files.open("b")).toBeUndefined();
});
