import type { AnswerOf as SdkAnswerOf, paths, PathsFor } from "@parley/sdk";

/** Types that are read off the server's own description: what an address takes, and what it answers. */
export type Method = "get" | "post" | "put" | "patch" | "delete";

/** The addresses that know a method. */
export type PathWith<M extends Method> = PathsFor<M>;

type Operation<P, M> = P extends keyof paths ? (M extends keyof paths[P] ? paths[P][M] : never) : never;
type Named<O, K extends string> = O extends { parameters: { [Key in K]: infer Found extends object } }
  ? Found
  : unknown;
type MaybeNamed<O, K extends string> = O extends { parameters: { [Key in K]?: infer Found } }
  ? [NonNullable<Found>] extends [never]
    ? unknown
    : NonNullable<Found>
  : unknown;

/** Path and query parameters in one flat object. */
export type ParamsOf<P, M extends Method> = object &
  Named<Operation<P, M>, "path"> &
  MaybeNamed<Operation<P, M>, "query">;

/** The JSON of a good answer: `AnswerOf<"/v1/agents/{id}">`, `AnswerOf<"/v1/agents", "post">`. */
export type AnswerOf<P, M extends Method = "get"> = P extends PathWith<M> ? SdkAnswerOf<M, P> : never;

type Json<O> = O extends { requestBody?: { content: { "application/json": infer Found } } } ? Found : unknown;
/** What an address takes as its body. */
export type BodyOf<P, M extends Method> = Json<Operation<P, M>>;

/** The addresses that answer pages of rows, and the rows: `RowOf<"/v1/agents">`. */
export type ListPath = {
  [P in PathWith<"get">]: AnswerOf<P> extends { data: readonly unknown[]; next: string | null } ? P : never;
}[PathWith<"get">];
export type RowOf<P> = AnswerOf<P> extends { data: readonly (infer Row)[] } ? Row : never;
