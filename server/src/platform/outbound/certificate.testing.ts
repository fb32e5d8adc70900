/** Certificates for tests, made on the spot: DER by hand, so that no tool need be installed. */
import { generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";

export interface Certificate {
  cert: string;
  key: string;
}

interface Wanted {
  name: string;
  /** Signs it; without, it is self-signed. */
  issuer?: Authority;
  from?: Date;
  until?: Date;
  authority?: boolean;
}

export interface Authority extends Certificate {
  name: string;
  privateKey: KeyObject;
}

const DAY_MS = 86_400_000;

export function makeCertificate(wanted: Wanted): Authority {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const now = Date.now();
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    distinguishedName(wanted.issuer?.name ?? wanted.name),
    sequence(time(wanted.from ?? new Date(now - DAY_MS)), time(wanted.until ?? new Date(now + DAY_MS))),
    distinguishedName(wanted.name),
    publicKey.export({ type: "spki", format: "der" }),
    tagged(0xa3, sequence(wanted.authority ? basicConstraints : alternativeName(wanted.name))),
  );
  const signature = sign("sha256", body, wanted.issuer?.privateKey ?? privateKey);
  const der = sequence(body, ecdsaWithSha256, tagged(0x03, Buffer.from([0]), signature));
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return {
    name: wanted.name,
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    privateKey,
  };
}

function tagged(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...parts: Uint8Array[]) => tagged(0x30, ...parts);
const integer = (bytes: Uint8Array) => tagged(0x02, bytes);
const objectId = (hex: string) => tagged(0x06, Buffer.from(hex, "hex"));
const time = (date: Date) => tagged(0x18, Buffer.from(`${date.toISOString().replace(/\.\d+|[-:T]/g, "")}`));

const ecdsaWithSha256 = sequence(objectId("2a8648ce3d040302"));

function distinguishedName(name: string): Buffer {
  return sequence(tagged(0x31, sequence(objectId("550403"), tagged(0x0c, Buffer.from(name)))));
}

const basicConstraints = sequence(
  objectId("551d13"),
  tagged(0x01, Buffer.from([0xff])),
  tagged(0x04, sequence(tagged(0x01, Buffer.from([0xff])))),
);

function alternativeName(name: string): Buffer {
  return sequence(objectId("551d11"), tagged(0x04, sequence(tagged(0x82, Buffer.from(name)))));
}
