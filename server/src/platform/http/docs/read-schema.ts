/** JSON Schema as the OpenAPI document holds it, read with care: it is data, and of any shape. */

export type Schema = Readonly<Record<string, unknown>>;

export const asObject = (value: unknown): Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
export const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const asText = (value: unknown): string => (typeof value === "string" ? value : "");

/** The forms of a choice that are not null, and whether null is one of them. */
export function formsOf(schema: Schema): { forms: Schema[]; nullable: boolean } {
  const types = asList(schema["type"]).map(asText);
  if (types.length > 0) {
    const forms = types.filter((type) => type !== "null").map((type) => ({ ...schema, type }));
    return { forms, nullable: types.includes("null") };
  }
  const choices = [...asList(schema["anyOf"]), ...asList(schema["oneOf"])].map(asObject);
  if (choices.length === 0) return { forms: [schema], nullable: schema["type"] === "null" };
  const all = choices.map(formsOf);
  return {
    forms: all.flatMap(({ forms }) => forms).filter((form) => form["type"] !== "null"),
    nullable: all.some(({ nullable }) => nullable),
  };
}

export interface Property {
  name: string;
  schema: Schema;
  required: boolean;
}

export function propertiesOf(schema: Schema): Property[] {
  const required = new Set(asList(schema["required"]));
  return Object.entries(asObject(schema["properties"])).map(([name, value]) => ({
    name,
    schema: asObject(value),
    required: required.has(name),
  }));
}
