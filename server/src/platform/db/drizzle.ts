/**
 * Drizzle, loaded as CommonJS: the same library as ES modules is hundreds of small files, which cost 0.4 s and
 * 220 MB at every start (measured with drizzle-orm 0.45.4 on Node 24).
 */
import { createRequire } from "node:module";
import type * as Orm from "drizzle-orm";
import type * as Core from "drizzle-orm/pg-core";
import type * as Proxy from "drizzle-orm/pg-proxy";

const require = createRequire(import.meta.url);
const orm: typeof Orm = require("drizzle-orm");
const core: typeof Core = require("drizzle-orm/pg-core");
const proxy: typeof Proxy = require("drizzle-orm/pg-proxy");

export const { and, asc, desc, eq, gt, gte, ilike, inArray, isNotNull, isNull, lt, lte, ne, or, sql } = orm;
export const {
  bigint,
  boolean,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgRole,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} = core;
export const { drizzle } = proxy;

const dialect = new core.PgDialect();
export const writeSql = (statement: Orm.SQL) => dialect.sqlToQuery(statement);
export const isPlaceholder = (value: unknown): value is Orm.Placeholder => orm.is(value, orm.Placeholder);
export type { SQL } from "drizzle-orm";
export type { PgRemoteDatabase } from "drizzle-orm/pg-proxy";
