CREATE TABLE "agent_versions" (
	"organization" integer NOT NULL,
	"agent_id" text NOT NULL,
	"number" integer NOT NULL,
	"settings" jsonb NOT NULL,
	"changed" text[] NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"actor_type" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agent_versions_organization_agent_id_number_pk" PRIMARY KEY("organization","agent_id","number")
);
--> statement-breakpoint
ALTER TABLE "agent_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "connections" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"vendor" text NOT NULL,
	"name" text NOT NULL,
	"base_url" text,
	"sealed_key" text,
	"key_hint" text,
	"state" text DEFAULT 'unchecked' NOT NULL,
	"problem" text,
	"message" text,
	"checked_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connections_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "connections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "conversation_digests" (
	"organization" integer NOT NULL,
	"conversation_id" text NOT NULL,
	"seq" integer NOT NULL,
	"terms" text[] NOT NULL,
	CONSTRAINT "conversation_digests_organization_conversation_id_pk" PRIMARY KEY("organization","conversation_id")
);
--> statement-breakpoint
ALTER TABLE "conversation_digests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "conversation_hours" (
	"organization" integer NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"agent_id" text NOT NULL,
	"conversations" integer NOT NULL,
	"answered" integer NOT NULL,
	"unanswered" integer NOT NULL,
	"person_asked" integer NOT NULL,
	CONSTRAINT "conversation_hours_organization_hour_agent_id_pk" PRIMARY KEY("organization","hour","agent_id")
);
--> statement-breakpoint
ALTER TABLE "conversation_hours" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "conversation_words" (
	"organization" integer NOT NULL,
	"term" text collate "C" NOT NULL,
	"conversation_id" text NOT NULL,
	CONSTRAINT "conversation_words_organization_term_conversation_id_pk" PRIMARY KEY("organization","term","conversation_id")
);
--> statement-breakpoint
ALTER TABLE "conversation_words" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message_corrections" (
	"organization" integer NOT NULL,
	"conversation_id" text NOT NULL,
	"message_id" text NOT NULL,
	"answer_id" text NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"corrected_by" text NOT NULL,
	"corrected_at" timestamp with time zone NOT NULL,
	CONSTRAINT "message_corrections_organization_conversation_id_message_id_pk" PRIMARY KEY("organization","conversation_id","message_id")
);
--> statement-breakpoint
ALTER TABLE "message_corrections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_verified_answers" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"agent_id" text NOT NULL,
	"question" text NOT NULL,
	"variants" jsonb NOT NULL,
	"answer" text NOT NULL,
	"language" text NOT NULL,
	"enabled" boolean NOT NULL,
	"conversation_id" text,
	"message_id" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" jsonb NOT NULL,
	CONSTRAINT "knowledge_verified_answers_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "knowledge_verified_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_verified_keys" (
	"organization" integer NOT NULL,
	"agent_id" text NOT NULL,
	"key" text NOT NULL,
	"answer_id" text NOT NULL,
	"wording" smallint NOT NULL,
	CONSTRAINT "knowledge_verified_keys_organization_agent_id_key_answer_id_wording_pk" PRIMARY KEY("organization","agent_id","key","answer_id","wording")
);
--> statement-breakpoint
ALTER TABLE "knowledge_verified_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "draft" jsonb;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "status" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "sort_name" text GENERATED ALWAYS AS (lower(coalesce(settings->>'name', profile->>'name', site_key, 'assistant'))) STORED;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "title" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "answered" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "unanswered" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "person_asked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "corrected" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "rating" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "model" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "input_tokens" integer;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "output_tokens" integer;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "took_ms" integer;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "first_ms" integer;--> statement-breakpoint
ALTER TABLE "knowledge_crawl_pages" ADD COLUMN "changed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "knowledge_sources" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "agent_versions" ADD CONSTRAINT "agent_versions_organization_agent_id_agents_organization_id_fk" FOREIGN KEY ("organization","agent_id") REFERENCES "public"."agents"("organization","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_digests" ADD CONSTRAINT "conversation_digests_organization_conversation_id_conversations_organization_id_fk" FOREIGN KEY ("organization","conversation_id") REFERENCES "public"."conversations"("organization","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_corrections" ADD CONSTRAINT "message_corrections_organization_conversation_id_conversations_organization_id_fk" FOREIGN KEY ("organization","conversation_id") REFERENCES "public"."conversations"("organization","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_verified_keys" ADD CONSTRAINT "knowledge_verified_keys_organization_answer_id_knowledge_verified_answers_organization_id_fk" FOREIGN KEY ("organization","answer_id") REFERENCES "public"."knowledge_verified_answers"("organization","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "knowledge_verified_answers_agent" ON "knowledge_verified_answers" USING btree ("organization","agent_id","id");--> statement-breakpoint
CREATE INDEX "knowledge_verified_keys_answer" ON "knowledge_verified_keys" USING btree ("organization","answer_id");--> statement-breakpoint
CREATE INDEX "agents_by_name" ON "agents" USING btree ("organization","sort_name","id");--> statement-breakpoint
CREATE INDEX "agents_by_change" ON "agents" USING btree ("organization","updated_at","id");--> statement-breakpoint
CREATE INDEX "conversations_agent" ON "conversations" USING btree ("organization","agent_id","id");--> statement-breakpoint
CREATE INDEX "conversations_language" ON "conversations" USING btree ("organization","language","id");--> statement-breakpoint
CREATE INDEX "conversations_unanswered" ON "conversations" USING btree ("organization","id") WHERE unanswered > 0;--> statement-breakpoint
CREATE INDEX "conversations_person_asked" ON "conversations" USING btree ("organization","id") WHERE person_asked;--> statement-breakpoint
CREATE INDEX "conversations_corrected" ON "conversations" USING btree ("organization","id") WHERE corrected > 0;--> statement-breakpoint
CREATE INDEX "conversations_rated" ON "conversations" USING btree ("organization","rating","id") WHERE rating is not null;--> statement-breakpoint
CREATE INDEX "messages_rated" ON "messages" USING btree ("organization","rating","id") WHERE rating is not null;--> statement-breakpoint
CREATE INDEX "messages_unanswered" ON "messages" USING btree ("organization","id") WHERE reason in ('unknown', 'failed');--> statement-breakpoint
CREATE INDEX "knowledge_crawl_pages_newest" ON "knowledge_crawl_pages" USING btree ("organization","source_id","changed_at","number");--> statement-breakpoint
CREATE INDEX "knowledge_documents_agent" ON "knowledge_documents" USING btree ("organization","agent_id","id");--> statement-breakpoint
CREATE INDEX "knowledge_documents_title" ON "knowledge_documents" USING btree ("organization","agent_id","title","id");--> statement-breakpoint
CREATE INDEX "knowledge_documents_words" ON "knowledge_documents" USING btree ("organization","agent_id","words","id");--> statement-breakpoint
CREATE POLICY "agent_versions_organization" ON "agent_versions" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "connections_organization" ON "connections" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "conversation_digests_organization" ON "conversation_digests" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "conversation_hours_organization" ON "conversation_hours" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "conversation_words_organization" ON "conversation_words" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "message_corrections_organization" ON "message_corrections" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_verified_answers_organization" ON "knowledge_verified_answers" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_verified_keys_organization" ON "knowledge_verified_keys" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));