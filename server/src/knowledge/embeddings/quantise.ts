/**
 * A vector as it is stored: its signs, one bit a dimension, in which the nearest are found, and a signed byte a
 * dimension, in which they are put in order. Length is taken out first, so that nearness is the cosine.
 */
export interface StoredVector {
  /** `0` and `1`, as PostgreSQL reads a `varbit`. */
  bits: string;
  /** A little-endian float, what 1 stands for, and a byte a dimension. */
  bytes: Uint8Array;
}

const HEADER = 4;

export function quantise(vector: Float32Array): StoredVector {
  const unit = toUnit(vector);
  let most = 0;
  for (const value of unit) most = Math.max(most, Math.abs(value));
  const step = most / 127 || 1;
  const bytes = new Uint8Array(HEADER + unit.length);
  const view = new DataView(bytes.buffer);
  view.setFloat32(0, step, true);
  for (let at = 0; at < unit.length; at += 1) view.setInt8(HEADER + at, Math.round((unit[at] ?? 0) / step));
  return { bits: bitsOf(unit), bytes };
}

export function bitsOf(vector: Float32Array): string {
  let bits = "";
  for (const value of vector) bits += value > 0 ? "1" : "0";
  return bits;
}

/** Of a vector of length 1 and a stored one; 0 where they are not of one kind. */
export function cosine(unit: Float32Array, bytes: Uint8Array): number {
  if (bytes.length !== unit.length + HEADER) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  for (let at = 0; at < unit.length; at += 1) sum += (unit[at] ?? 0) * view.getInt8(HEADER + at);
  return sum * view.getFloat32(0, true);
}

/** Of length 1; one without direction stays as it is. */
export function toUnit(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  const length = Math.sqrt(square);
  return length === 0 ? vector : vector.map((value) => value / length);
}
