import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { loadOrMakeSecret } from "./make-secret.ts";
import { createSecrets } from "./secrets.ts";

const secrets = createSecrets("a secret of good length");
const others = createSecrets("another secret of length");

/** Any text but lone surrogates, which UTF-8 cannot carry. */
const anyText = fc.string({ unit: "grapheme" });

describe("secrets", () => {
  it("opens what it sealed, and only for its context", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (plain, context, other) => {
        const sealed = secrets.seal(plain, context);
        expect(secrets.open(sealed, context)).toBe(plain);
        expect(() => others.open(sealed, context)).toThrow(/cannot be opened/);
        expect(() => secrets.open(sealed, `${context}${other}.`)).toThrow(/cannot be opened/);
      }),
    );
  });

  it("seals the same text differently each time, and without it in there", () => {
    const [one, two] = [secrets.seal("sk-live-key", "vendor"), secrets.seal("sk-live-key", "vendor")];
    expect(one).not.toBe(two);
    expect(one).toMatch(/^v1\.[\w-]+$/);
    expect(Buffer.from(one.slice(3), "base64url").includes("sk-live-key")).toBe(false);
  });

  it("notices every change of a sealed text", () => {
    const sealed = secrets.seal("the plain text", "x");
    fc.assert(
      fc.property(fc.nat(sealed.length - 4), fc.integer({ min: 1, max: 255 }), (place, flip) => {
        const bytes = Buffer.from(sealed.slice(3), "base64url");
        const at = place % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        expect(() => secrets.open(`v1.${bytes.toString("base64url")}`, "x")).toThrow(/cannot be opened/);
      }),
    );
    for (const text of ["", "v1.", "v1.AAAA", "v2.AAAA", "plain", sealed.slice(0, -6)]) {
      expect(() => secrets.open(text, "x"), text).toThrow(/cannot be opened/);
    }
  });

  it("verifies what it signed, for that purpose, and nothing else", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (payload, purpose, other) => {
        const token = secrets.sign(payload, purpose);
        expect(token).toMatch(/^[\w-]*\.[\w-]+$/);
        expect(secrets.verify(token, purpose)).toBe(payload);
        expect(others.verify(token, purpose)).toBeUndefined();
        expect(secrets.verify(token, `${purpose}${other}.`)).toBeUndefined();
        expect(secrets.verify(other, purpose)).toBeUndefined();
      }),
    );
    expect(secrets.sign("c", "ab").split(".")[1]).not.toBe(secrets.sign("bc", "a").split(".")[1]);
  });

  it("has a fingerprint that tells secrets apart, and refuses a short secret", () => {
    expect(secrets.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(createSecrets("a secret of good length").fingerprint).toBe(secrets.fingerprint);
    expect(others.fingerprint).not.toBe(secrets.fingerprint);
    expect(() => createSecrets("short")).toThrow(/PARLEY_SECRET/);
  });
});

describe("the secret of a data directory", () => {
  const newDir = async () => {
    const dir = await mkdtemp(join(tmpdir(), "parley-secret-"));
    onTestFinished(() => rm(dir, { recursive: true, force: true }));
    return join(dir, "data");
  };

  it("is made once, for the owner alone, also when several start together", async () => {
    const dir = await newDir();
    const made = await Promise.all(Array.from({ length: 8 }, () => loadOrMakeSecret(dir)));
    expect(new Set(made).size).toBe(1);
    expect(made[0]?.length).toBeGreaterThanOrEqual(43);
    expect(await loadOrMakeSecret(dir)).toBe(made[0]);
    expect(await readdir(dir)).toEqual(["secret"]);
    expect((await stat(join(dir, "secret"))).mode & 0o777).toBe(0o600);
  });

  it("is not replaced when it is damaged", async () => {
    const dir = await newDir();
    await loadOrMakeSecret(dir);
    await writeFile(join(dir, "secret"), "\n");
    await expect(loadOrMakeSecret(dir)).rejects.toThrow(/damaged/);
  });
});
