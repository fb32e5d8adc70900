/** An organization's own vendors of language models. A key goes in and never comes out again. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { shortNameInput } from "./names.ts";

export const connectionVendor = z.enum(["groq", "openai", "anthropic", "compatible"]);
export type ConnectionVendor = z.infer<typeof connectionVendor>;

/** What is wrong with a connection, where the vendor's answer tells. */
export const connectionProblem = z.enum([
  "wrong_key",
  "no_model",
  "no_credit",
  "too_often",
  "unreachable",
  "private_address",
  "refused",
]);
export type ConnectionProblem = z.infer<typeof connectionProblem>;

export const connection = z.object({
  id: idSchema("connection"),
  vendor: connectionVendor,
  name: z.string(),
  /** Null for the vendor's own address. */
  baseUrl: z.string().nullable(),
  /** The last four characters of the key; null where there is none. */
  keyHint: z.string().nullable(),
  state: z.enum(["working", "failing", "unchecked"]),
  problem: connectionProblem.nullable(),
  /** The problem as a sentence. */
  message: z.string().nullable(),
  checkedAt: z.iso.datetime().nullable(),
  /** Agents that name it in their chain of models. */
  usedBy: z.array(z.object({ id: idSchema("agent"), name: z.string() })),
  revision: z.int(),
  createdAt: z.iso.datetime(),
});
export type Connection = z.infer<typeof connection>;

/** By which connection the passages of all agents are found by meaning. */
export const embeddingChoice = z.object({
  connectionId: idSchema("connection"),
  connectionName: z.string(),
  vendor: connectionVendor,
  /** The vendor's own name of it. */
  model: z.string(),
});
export type EmbeddingChoice = z.infer<typeof embeddingChoice>;

export const embeddingChoiceInput = z
  .object({ connectionId: idSchema("connection"), model: z.string().trim().min(1).max(200) })
  .meta({ examples: [{ connectionId: "con_01jt7k2m9v4c8xq3r5w6z0a1b2", model: "text-embedding-3-small" }] });
export type EmbeddingChoiceInput = z.infer<typeof embeddingChoiceInput>;

export const organizationEmbeddings = z.object({
  /** What the server is configured with, as `vendor/name`; null: it searches by words alone. */
  server: z.string().nullable(),
  /** Null: the server's. */
  choice: embeddingChoice.nullable(),
  /** Of all agents, and how many of them have a vector of the model that is wanted. */
  passages: z.int(),
  embedded: z.int(),
  /** What stands in the way, in words. */
  problem: z.string().nullable(),
  /** 0 as long as nothing is chosen. */
  revision: z.int(),
});

const key = z.string().trim().min(1).max(500);
const baseUrl = z
  .url({ protocol: /^https?$/u })
  .max(500)
  // An address is read by everybody who may see the connection, and stands in the audit log: a secret has no place in it.
  .regex(/^[^?#]*$/u, "must have no ? and no #: the key has a field of its own")
  .regex(/^https?:\/\/[^/@]*(?:\/|$)/iu, "must have no name and password in it: the key has a field of its own")
  .transform((text) => text.replace(/\/+$/u, ""));
const testModel = z.string().trim().min(1).max(200);

export const connectionInput = z.object({
  vendor: connectionVendor,
  name: shortNameInput,
  /** Needed for `compatible`; elsewhere for a proxy or a region. */
  baseUrl: baseUrl.nullable().optional(),
  /** Needed but for `compatible`. */
  key: key.optional(),
  /** Asked one short question as a test; left out: the first that the vendor names. */
  model: testModel.optional(),
  /** True: kept even where the test fails. */
  evenIfFailing: z.boolean().default(false),
});
export type ConnectionInput = z.infer<typeof connectionInput>;

export const connectionChange = z.object({
  name: shortNameInput.optional(),
  baseUrl: baseUrl.nullable().optional(),
  key: key.optional(),
  model: testModel.optional(),
  evenIfFailing: z.boolean().default(false),
});
export type ConnectionChange = z.infer<typeof connectionChange>;

export const connectionTestInput = z.object({ model: testModel.optional() });

export const connectionTest = z.object({
  working: z.boolean(),
  problem: connectionProblem.nullable(),
  /** What went wrong and what to do, or that it works. */
  message: z.string(),
  /** What was asked; null where no model could be found. */
  model: z.string().nullable(),
  /** From the question to the whole answer, in milliseconds. */
  tookMs: z.int(),
});
export type ConnectionTest = z.infer<typeof connectionTest>;

export const connectionModelsQuery = z.object({ for: z.enum(["answers", "vectors"]).default("answers") });

export const connectionModels = z.object({
  data: z.array(z.object({ id: z.string() })),
  /** False: the vendor names none; write the name of the model yourself. */
  listed: z.boolean(),
});
