import { existsSync } from "node:fs";
import { join } from "node:path";
import { type EmbeddingModel, Fault } from "@parley/contracts";
import type { EmbeddingAccess } from "./create-embedding-model.ts";
import { estimateTokens, fieldOf } from "./read-vectors.ts";

/** Of the optional package, which is too big to be installed with the rest. */
const PACKAGE = "@huggingface/transformers";

type Extract = (
  texts: string[],
  options: { pooling: "mean"; normalize: boolean },
) => Promise<{ data: Float32Array; dims: number[] }>;

/**
 * A model in a folder of this machine, run by transformers.js. Nothing is fetched from anywhere: the owner has put the
 * model into the folder and installed the package, or hears what is missing.
 */
export function createLocalEmbedding({ name, baseUrl }: EmbeddingAccess): EmbeddingModel {
  const id = `local/${name}`;
  const folder = baseUrl ?? "";
  let opened: Promise<Extract> | undefined;
  return {
    id,
    atOnce: 16,
    async embed(texts, { kind, signal }) {
      signal.throwIfAborted();
      opened ??= open(folder, name);
      const extract = await opened.catch((error: unknown) => {
        opened = undefined;
        throw error;
      });
      const prefix = /(?:^|[-_/])e5(?:[-_]|$)/iu.test(name) ? `${kind}: ` : "";
      const { data, dims } = await extract(
        texts.map((text) => prefix + text),
        { pooling: "mean", normalize: true },
      );
      signal.throwIfAborted();
      const size = dims.at(-1) ?? 0;
      return {
        vectors: texts.map((_, at) => data.slice(at * size, (at + 1) * size)),
        tokens: estimateTokens(texts),
      };
    },
  };
}

async function open(folder: string, name: string): Promise<Extract> {
  if (!/^[\w.-]+(?:\/[\w.-]+)?$/u.test(name) || !existsSync(join(folder, name, "config.json")))
    throw new Fault(
      "unavailable",
      `There is no model ${name} in ${folder}. Put its files there: config.json, tokenizer.json and onnx/model.onnx.`,
    );
  const library: unknown = await import(PACKAGE).catch((cause: unknown) => {
    throw new Fault("unavailable", `A local embedding model needs the package ${PACKAGE}: npm install ${PACKAGE}.`, {
      cause,
    });
  });
  const env = fieldOf(library, "env");
  if (typeof env === "object" && env !== null)
    Object.assign(env, { allowRemoteModels: false, allowLocalModels: true, localModelPath: folder });
  const pipeline = fieldOf(library, "pipeline");
  if (typeof pipeline !== "function") throw new Fault("unavailable", `${PACKAGE} is not the package it should be.`);
  try {
    return await pipeline("feature-extraction", name, { dtype: "fp32" });
  } catch (cause) {
    throw new Fault("unavailable", `The model ${name} in ${folder} cannot be opened.`, { cause });
  }
}
