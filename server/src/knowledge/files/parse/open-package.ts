import { attributeOf, childrenOf, readXml } from "./read-xml.ts";
import type { Element } from "../../extract/parse-html.ts";
import type { Archive } from "./unzip.ts";

export interface Relation {
  /** The last part of its kind's address, such as `slide`. */
  kind: string;
  /** A name within the archive; an address when `external`. */
  target: string;
  external: boolean;
}

/** Parts of an office document and what they point to. */
export interface OfficePackage {
  xml(name: string): Element | undefined;
  bytes(name: string): Uint8Array | undefined;
  relations(name: string): Map<string, Relation>;
  /** The part that the document begins with. */
  main(): string | undefined;
}

export function openPackage(archive: Archive): OfficePackage {
  const xml = (name: string) => {
    const bytes = archive.read(name);
    return bytes && readXml(bytes);
  };
  const relations = (name: string) => {
    const cut = name.lastIndexOf("/") + 1;
    const folder = name.slice(0, cut);
    const found = new Map<string, Relation>();
    for (const one of childrenOf(childrenOf(xml(`${folder}_rels/${name.slice(cut)}.rels`))[0])) {
      const id = attributeOf(one, "Id");
      const target = attributeOf(one, "Target");
      if (id === undefined || target === undefined) continue;
      const external = attributeOf(one, "TargetMode") === "External";
      const kind = (attributeOf(one, "Type") ?? "").split("/").at(-1) ?? "";
      found.set(id, { kind, external, target: external ? target : resolve(folder, target) });
    }
    return found;
  };
  return {
    xml,
    bytes: (name) => archive.read(name),
    relations,
    main: () => [...relations("").values()].find(({ kind }) => kind === "officeDocument")?.target,
  };
}

function resolve(folder: string, target: string): string {
  const parts = target.startsWith("/") ? [] : folder.split("/").filter((part) => part !== "");
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}
