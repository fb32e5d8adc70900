CREATE TABLE "knowledge_files" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"agent_id" text NOT NULL,
	"source_id" text NOT NULL,
	"name" text NOT NULL,
	"size" bigint NOT NULL,
	"hash" text NOT NULL,
	"stored" text NOT NULL,
	"type" text,
	"status" text NOT NULL,
	"code" text,
	"message" text,
	"skipped" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"documents" integer DEFAULT 0 NOT NULL,
	"pages" integer,
	"words" integer DEFAULT 0 NOT NULL,
	"public" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	"sought" text GENERATED ALWAYS AS (lower(left(name, 255))) STORED,
	CONSTRAINT "knowledge_files_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "knowledge_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "knowledge_chunks" ADD COLUMN "place" jsonb;--> statement-breakpoint
CREATE UNIQUE INDEX "knowledge_files_content" ON "knowledge_files" USING btree ("organization","agent_id","hash") WHERE status <> 'removing';--> statement-breakpoint
CREATE INDEX "knowledge_files_agent" ON "knowledge_files" USING btree ("organization","agent_id","id","status","sought");--> statement-breakpoint
CREATE INDEX "knowledge_files_source" ON "knowledge_files" USING btree ("organization","source_id","status");--> statement-breakpoint
CREATE POLICY "knowledge_files_organization" ON "knowledge_files" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));