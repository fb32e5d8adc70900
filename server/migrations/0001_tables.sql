CREATE TABLE "agents" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"site_url" text,
	"site_key" text,
	"settings" jsonb NOT NULL,
	"profile" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agents_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "agents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "conversations" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"agent_id" text NOT NULL,
	"channel" text NOT NULL,
	"visitor_id" text,
	"first_client_id" text,
	"last_seq" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversations_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "conversations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "messages" (
	"organization" integer NOT NULL,
	"conversation_id" text NOT NULL,
	"seq" integer NOT NULL,
	"id" text NOT NULL,
	"role" text NOT NULL,
	"text" text NOT NULL,
	"parts" jsonb NOT NULL,
	"client_id" text,
	"reply_to" text,
	"reason" text,
	"answered" boolean,
	"suggestions" jsonb NOT NULL,
	"rating" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "messages_organization_conversation_id_seq_pk" PRIMARY KEY("organization","conversation_id","seq")
);
--> statement-breakpoint
ALTER TABLE "messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "turns" (
	"organization" integer NOT NULL,
	"conversation_id" text NOT NULL,
	"seq" integer NOT NULL,
	"message_id" text NOT NULL,
	"agent_id" text NOT NULL,
	"owner" text NOT NULL,
	"lease_until" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "turns_organization_conversation_id_seq_pk" PRIMARY KEY("organization","conversation_id","seq")
);
--> statement-breakpoint
ALTER TABLE "turns" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_chunks" (
	"organization" integer NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "knowledge_chunks_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"index_number" integer NOT NULL,
	"document_id" text NOT NULL,
	"position" integer NOT NULL,
	"headings" jsonb NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"tokens" integer NOT NULL,
	"analysis" text NOT NULL,
	CONSTRAINT "knowledge_chunks_organization_number_pk" PRIMARY KEY("organization","number")
);
--> statement-breakpoint
ALTER TABLE "knowledge_chunks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_crawl_pages" (
	"organization" integer NOT NULL,
	"source_id" text NOT NULL,
	"url" text NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "knowledge_crawl_pages_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"run" integer NOT NULL,
	"depth" integer NOT NULL,
	"status" text NOT NULL,
	"http_status" integer,
	"reason" text,
	"words" integer,
	"etag" text,
	"last_modified" text,
	"content_hash" text,
	"document_id" text,
	"links" jsonb,
	"fetched_at" timestamp with time zone,
	CONSTRAINT "knowledge_crawl_pages_organization_source_id_url_pk" PRIMARY KEY("organization","source_id","url")
);
--> statement-breakpoint
ALTER TABLE "knowledge_crawl_pages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_documents" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"agent_id" text NOT NULL,
	"source_id" text,
	"external_id" text,
	"title" text NOT NULL,
	"url" text,
	"language" text NOT NULL,
	"content_hash" text NOT NULL,
	"content" text NOT NULL,
	"words" integer NOT NULL,
	"chunk_count" integer NOT NULL,
	"token_count" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "knowledge_documents_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "knowledge_documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_index_statistics" (
	"organization" integer NOT NULL,
	"index_number" integer NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "knowledge_index_statistics_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"language" text NOT NULL,
	"chunks" integer NOT NULL,
	"tokens" bigint NOT NULL,
	CONSTRAINT "knowledge_index_statistics_organization_index_number_number_pk" PRIMARY KEY("organization","index_number","number")
);
--> statement-breakpoint
ALTER TABLE "knowledge_index_statistics" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_indexes" (
	"organization" integer NOT NULL,
	"agent_id" text NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "knowledge_indexes_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "knowledge_indexes_organization_agent_id_pk" PRIMARY KEY("organization","agent_id")
);
--> statement-breakpoint
ALTER TABLE "knowledge_indexes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_postings" (
	"organization" integer NOT NULL,
	"index_number" integer NOT NULL,
	"chunk" integer NOT NULL,
	"tf" smallint NOT NULL,
	"len" smallint NOT NULL,
	"term" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "knowledge_postings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_sources" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"agent_id" text NOT NULL,
	"type" text NOT NULL,
	"url" text NOT NULL,
	"settings" jsonb NOT NULL,
	"trusted_origin" text,
	"status" text NOT NULL,
	"progress" jsonb NOT NULL,
	"run" integer DEFAULT 1 NOT NULL,
	"home" jsonb,
	"code" text,
	"message" text,
	"lease_owner" text,
	"lease_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "knowledge_sources_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "knowledge_sources" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "event_consumers" (
	"name" text PRIMARY KEY NOT NULL,
	"transaction" "xid8" NOT NULL,
	"number" bigint NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"retry_at" timestamp with time zone,
	"lease_owner" text,
	"lease_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "event_failures" (
	"organization" integer NOT NULL,
	"consumer" text NOT NULL,
	"number" bigint NOT NULL,
	"code" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "event_failures_organization_consumer_number_pk" PRIMARY KEY("organization","consumer","number")
);
--> statement-breakpoint
ALTER TABLE "event_failures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events" (
	"organization" integer NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "events_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"type" text NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "events_organization_number_pk" PRIMARY KEY("organization","number")
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "api_keys" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"hint" text NOT NULL,
	"scopes" text[] NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_keys_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organizations" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "organizations_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organizations_id_unique" UNIQUE("id")
);
--> statement-breakpoint
ALTER TABLE "organizations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "usage_counters" (
	"organization" integer NOT NULL,
	"day" date NOT NULL,
	"subject" text NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "usage_counters_organization_day_subject_kind_pk" PRIMARY KEY("organization","day","subject","kind")
);
--> statement-breakpoint
ALTER TABLE "usage_counters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_organization_conversation_id_conversations_organization_id_fk" FOREIGN KEY ("organization","conversation_id") REFERENCES "public"."conversations"("organization","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_chunks" ADD CONSTRAINT "knowledge_chunks_organization_document_id_knowledge_documents_organization_id_fk" FOREIGN KEY ("organization","document_id") REFERENCES "public"."knowledge_documents"("organization","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agents_id" ON "agents" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "agents_site" ON "agents" USING btree ("organization","site_key");--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_begun" ON "conversations" USING btree ("organization","visitor_id","first_client_id");--> statement-breakpoint
CREATE INDEX "conversations_visitor" ON "conversations" USING btree ("organization","agent_id","visitor_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_client" ON "messages" USING btree ("organization","conversation_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_reply" ON "messages" USING btree ("organization","conversation_id","reply_to") WHERE reply_to is not null;--> statement-breakpoint
CREATE INDEX "turns_lease" ON "turns" USING btree ("lease_until");--> statement-breakpoint
CREATE UNIQUE INDEX "knowledge_chunks_document" ON "knowledge_chunks" USING btree ("organization","document_id","position");--> statement-breakpoint
CREATE INDEX "knowledge_crawl_pages_order" ON "knowledge_crawl_pages" USING btree ("organization","source_id","number");--> statement-breakpoint
CREATE INDEX "knowledge_crawl_pages_frontier" ON "knowledge_crawl_pages" USING btree ("organization","source_id","status","depth","number");--> statement-breakpoint
CREATE UNIQUE INDEX "knowledge_documents_external" ON "knowledge_documents" USING btree ("organization","agent_id","external_id");--> statement-breakpoint
CREATE INDEX "knowledge_documents_source" ON "knowledge_documents" USING btree ("organization","source_id");--> statement-breakpoint
CREATE INDEX "knowledge_sources_agent" ON "knowledge_sources" USING btree ("organization","agent_id");--> statement-breakpoint
CREATE INDEX "knowledge_sources_open" ON "knowledge_sources" USING btree ("status","lease_until");--> statement-breakpoint
CREATE INDEX "events_order" ON "events" USING btree ("transaction","number");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_hash" ON "api_keys" USING btree ("hash");--> statement-breakpoint
CREATE POLICY "agents_organization" ON "agents" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "conversations_organization" ON "conversations" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "messages_organization" ON "messages" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "turns_organization" ON "turns" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_chunks_organization" ON "knowledge_chunks" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_crawl_pages_organization" ON "knowledge_crawl_pages" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_documents_organization" ON "knowledge_documents" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_index_statistics_organization" ON "knowledge_index_statistics" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_indexes_organization" ON "knowledge_indexes" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_postings_organization" ON "knowledge_postings" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_sources_organization" ON "knowledge_sources" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "event_failures_organization" ON "event_failures" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "events_organization" ON "events" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "api_keys_organization" ON "api_keys" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "organizations_own" ON "organizations" AS PERMISSIVE FOR SELECT TO "parley_app" USING (number = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "usage_counters_organization" ON "usage_counters" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));