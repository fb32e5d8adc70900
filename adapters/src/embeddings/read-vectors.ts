/** A vector as numbers, or as base64 of little-endian floats, the way that OpenAI's own client asks for it. */
export function readVector(value: unknown): Float32Array | undefined {
  if (typeof value === "string") {
    const bytes = Buffer.from(value, "base64");
    if (bytes.length === 0 || bytes.length % 4 !== 0) return undefined;
    const vector = new Float32Array(bytes.length / 4);
    for (let at = 0; at < vector.length; at += 1) vector[at] = bytes.readFloatLE(at * 4);
    return isSound(vector) ? vector : undefined;
  }
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const numbers = value.filter((one): one is number => typeof one === "number");
  if (numbers.length !== value.length) return undefined;
  const vector = Float32Array.from(numbers);
  return isSound(vector) ? vector : undefined;
}

/** As many as were asked for, all of one length. */
export function readVectors(values: readonly unknown[], count: number): Float32Array[] | undefined {
  if (values.length !== count) return undefined;
  const vectors = values.flatMap((value) => readVector(value) ?? []);
  const length = vectors[0]?.length;
  return vectors.length === count && vectors.every((vector) => vector.length === length) ? vectors : undefined;
}

/** Where a vendor counts nothing. */
export function estimateTokens(texts: readonly string[]): number {
  return Math.ceil(texts.reduce((sum, text) => sum + text.length, 0) / 4);
}

export function fieldOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

export function listOf(value: unknown, key: string): unknown[] {
  const list = fieldOf(value, key);
  return Array.isArray(list) ? list : [];
}

function isSound(vector: Float32Array): boolean {
  return vector.every((number) => Number.isFinite(number));
}
