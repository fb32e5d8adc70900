CREATE TABLE "agent_archives" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"agent_id" text NOT NULL,
	"name" text NOT NULL,
	"status" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"counts" jsonb,
	"bytes" integer,
	"code" text,
	"message" text,
	"file" text,
	"created_by" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "agent_archives_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "agent_archives" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message_citations" (
	"organization" integer NOT NULL,
	"document_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"seq" integer NOT NULL,
	"version" integer,
	CONSTRAINT "message_citations_organization_document_id_conversation_id_seq_pk" PRIMARY KEY("organization","document_id","conversation_id","seq")
);
--> statement-breakpoint
ALTER TABLE "message_citations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gap_suggestions" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"agent_id" text NOT NULL,
	"key" text NOT NULL,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	"conversation_id" text,
	"message_id" text,
	"question" text,
	"answer" text,
	"language" text,
	"topic_id" text,
	"answer_id" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "gap_suggestions_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "gap_suggestions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gap_questions" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"seq" integer NOT NULL,
	"agent_id" text NOT NULL,
	"topic_id" text NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"cause" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "gap_questions_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "gap_questions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gap_terms" (
	"organization" integer NOT NULL,
	"agent_id" text NOT NULL,
	"term" text NOT NULL,
	"topic_id" text NOT NULL,
	"question_id" text NOT NULL,
	CONSTRAINT "gap_terms_organization_agent_id_term_topic_id_question_id_pk" PRIMARY KEY("organization","agent_id","term","topic_id","question_id")
);
--> statement-breakpoint
ALTER TABLE "gap_terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gap_topics" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"agent_id" text NOT NULL,
	"status" text NOT NULL,
	"label_id" text NOT NULL,
	"answer_id" text,
	"answered_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "gap_topics_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "gap_topics" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_chunk_bands" (
	"organization" integer NOT NULL,
	"index_number" integer NOT NULL,
	"band" bigint NOT NULL,
	"chunk" integer NOT NULL,
	CONSTRAINT "knowledge_chunk_bands_organization_index_number_band_chunk_pk" PRIMARY KEY("organization","index_number","band","chunk")
);
--> statement-breakpoint
ALTER TABLE "knowledge_chunk_bands" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_overlap_passages" (
	"organization" integer NOT NULL,
	"overlap_id" text NOT NULL,
	"chunk" integer NOT NULL,
	"likeness" smallint NOT NULL,
	"marks" jsonb NOT NULL,
	CONSTRAINT "knowledge_overlap_passages_organization_overlap_id_chunk_pk" PRIMARY KEY("organization","overlap_id","chunk")
);
--> statement-breakpoint
ALTER TABLE "knowledge_overlap_passages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_overlap_progress" (
	"organization" integer NOT NULL,
	"index_number" integer NOT NULL,
	"through" integer NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "knowledge_overlap_progress_organization_index_number_pk" PRIMARY KEY("organization","index_number")
);
--> statement-breakpoint
ALTER TABLE "knowledge_overlap_progress" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_overlaps" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"agent_id" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"status" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "knowledge_overlaps_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "knowledge_overlaps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_statements" (
	"organization" integer NOT NULL,
	"index_number" integer NOT NULL,
	"subject" bigint NOT NULL,
	"chunk" integer NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"figures" text NOT NULL,
	CONSTRAINT "knowledge_statements_organization_index_number_subject_chunk_start_pk" PRIMARY KEY("organization","index_number","subject","chunk","start")
);
--> statement-breakpoint
ALTER TABLE "knowledge_statements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_chunk_vectors" (
	"organization" integer NOT NULL,
	"index_number" integer NOT NULL,
	"chunk" integer NOT NULL,
	"set_number" integer NOT NULL,
	"cell" integer DEFAULT 0 NOT NULL,
	"bits" "varbit" NOT NULL,
	"vector" "bytea" NOT NULL,
	CONSTRAINT "knowledge_chunk_vectors_organization_set_number_chunk_pk" PRIMARY KEY("organization","set_number","chunk")
);
--> statement-breakpoint
ALTER TABLE "knowledge_chunk_vectors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_vector_cells" (
	"organization" integer NOT NULL,
	"set_number" integer NOT NULL,
	"cell" integer NOT NULL,
	"bits" "varbit" NOT NULL,
	CONSTRAINT "knowledge_vector_cells_organization_set_number_cell_pk" PRIMARY KEY("organization","set_number","cell")
);
--> statement-breakpoint
ALTER TABLE "knowledge_vector_cells" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_vector_sets" (
	"organization" integer NOT NULL,
	"index_number" integer NOT NULL,
	"model" text NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "knowledge_vector_sets_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"dimensions" integer DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'building' NOT NULL,
	"cells" integer DEFAULT 0 NOT NULL,
	"problem" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "knowledge_vector_sets_organization_index_number_model_pk" PRIMARY KEY("organization","index_number","model")
);
--> statement-breakpoint
ALTER TABLE "knowledge_vector_sets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_synonyms" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"agent_id" text NOT NULL,
	"words" text[] NOT NULL,
	"meanings" text[] NOT NULL,
	"direction" text NOT NULL,
	"language" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" jsonb NOT NULL,
	CONSTRAINT "knowledge_synonyms_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "knowledge_synonyms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_document_versions" (
	"organization" integer NOT NULL,
	"document_id" text NOT NULL,
	"number" integer NOT NULL,
	"agent_id" text NOT NULL,
	"title" text NOT NULL,
	"content" text NOT NULL,
	"content_hash" text NOT NULL,
	"language" text NOT NULL,
	"url" text,
	"words" integer NOT NULL,
	"bytes" integer NOT NULL,
	"why" text NOT NULL,
	"by" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "knowledge_document_versions_organization_document_id_number_pk" PRIMARY KEY("organization","document_id","number")
);
--> statement-breakpoint
ALTER TABLE "knowledge_document_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recall_answers" (
	"organization" integer NOT NULL,
	"recall_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"message_id" text NOT NULL,
	"seq" integer NOT NULL,
	"visitor_id" text,
	"answered_at" timestamp with time zone NOT NULL,
	"sent_message_id" text,
	"sent_at" timestamp with time zone,
	CONSTRAINT "recall_answers_organization_recall_id_conversation_id_message_id_pk" PRIMARY KEY("organization","recall_id","conversation_id","message_id")
);
--> statement-breakpoint
ALTER TABLE "recall_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recalls" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"agent_id" text NOT NULL,
	"key" text NOT NULL,
	"state" text NOT NULL,
	"question" text NOT NULL,
	"old_answer" text NOT NULL,
	"cause" jsonb NOT NULL,
	"new_answer" text,
	"new_parts" jsonb,
	"new_reason" text,
	"differs" jsonb,
	"answered_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"people" integer DEFAULT 0 NOT NULL,
	"closed_by" jsonb,
	"closed_at" timestamp with time zone,
	"sent_text" text,
	"verified_answer_id" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recalls_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "recalls" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "knowledge_sources" ALTER COLUMN "url" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "corrects" jsonb;--> statement-breakpoint
ALTER TABLE "knowledge_documents" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "knowledge_documents" ADD COLUMN "version_why" text DEFAULT 'first' NOT NULL;--> statement-breakpoint
ALTER TABLE "knowledge_documents" ADD COLUMN "version_by" jsonb;--> statement-breakpoint
ALTER TABLE "knowledge_documents" ADD COLUMN "pinned_hash" text;--> statement-breakpoint
ALTER TABLE "knowledge_indexes" ADD COLUMN "synonyms" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "knowledge_sources" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "knowledge_sources" ADD COLUMN "schedule" text DEFAULT 'off' NOT NULL;--> statement-breakpoint
ALTER TABLE "knowledge_sources" ADD COLUMN "next_run_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "knowledge_sources" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "knowledge_sources" ADD COLUMN "tags" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "knowledge_sources" ADD COLUMN "audience" text;--> statement-breakpoint
ALTER TABLE "knowledge_verified_answers" ADD COLUMN "tags" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "knowledge_verified_answers" ADD COLUMN "valid_from" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "knowledge_verified_answers" ADD COLUMN "valid_to" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "knowledge_verified_answers" ADD COLUMN "spoken" text;--> statement-breakpoint
ALTER TABLE "message_citations" ADD CONSTRAINT "message_citations_organization_conversation_id_conversations_organization_id_fk" FOREIGN KEY ("organization","conversation_id") REFERENCES "public"."conversations"("organization","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_suggestions" ADD CONSTRAINT "gap_suggestions_organization_topic_id_gap_topics_organization_id_fk" FOREIGN KEY ("organization","topic_id") REFERENCES "public"."gap_topics"("organization","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_questions" ADD CONSTRAINT "gap_questions_organization_topic_id_gap_topics_organization_id_fk" FOREIGN KEY ("organization","topic_id") REFERENCES "public"."gap_topics"("organization","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_terms" ADD CONSTRAINT "gap_terms_organization_question_id_gap_questions_organization_id_fk" FOREIGN KEY ("organization","question_id") REFERENCES "public"."gap_questions"("organization","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_overlap_passages" ADD CONSTRAINT "knowledge_overlap_passages_organization_overlap_id_knowledge_overlaps_organization_id_fk" FOREIGN KEY ("organization","overlap_id") REFERENCES "public"."knowledge_overlaps"("organization","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agent_archives_agent" ON "agent_archives" USING btree ("organization","agent_id","id");--> statement-breakpoint
CREATE INDEX "agent_archives_expires" ON "agent_archives" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "message_citations_message" ON "message_citations" USING btree ("organization","conversation_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "gap_suggestions_key" ON "gap_suggestions" USING btree ("organization","agent_id","key");--> statement-breakpoint
CREATE INDEX "gap_suggestions_agent" ON "gap_suggestions" USING btree ("organization","agent_id","status","id");--> statement-breakpoint
CREATE INDEX "gap_suggestions_conversation" ON "gap_suggestions" USING btree ("organization","conversation_id");--> statement-breakpoint
CREATE INDEX "gap_questions_topic" ON "gap_questions" USING btree ("organization","topic_id","asked_at","id");--> statement-breakpoint
CREATE INDEX "gap_questions_agent" ON "gap_questions" USING btree ("organization","agent_id","asked_at");--> statement-breakpoint
CREATE INDEX "gap_questions_conversation" ON "gap_questions" USING btree ("organization","conversation_id");--> statement-breakpoint
CREATE INDEX "gap_terms_question" ON "gap_terms" USING btree ("organization","question_id");--> statement-breakpoint
CREATE INDEX "gap_terms_topic" ON "gap_terms" USING btree ("organization","topic_id","term");--> statement-breakpoint
CREATE INDEX "gap_topics_agent" ON "gap_topics" USING btree ("organization","agent_id","status","id");--> statement-breakpoint
CREATE INDEX "knowledge_overlap_passages_chunk" ON "knowledge_overlap_passages" USING btree ("organization","chunk");--> statement-breakpoint
CREATE UNIQUE INDEX "knowledge_overlaps_key" ON "knowledge_overlaps" USING btree ("organization","agent_id","kind","key");--> statement-breakpoint
CREATE INDEX "knowledge_chunk_vectors_chunk" ON "knowledge_chunk_vectors" USING btree ("organization","chunk");--> statement-breakpoint
CREATE INDEX "knowledge_synonyms_agent" ON "knowledge_synonyms" USING btree ("organization","agent_id","id");--> statement-breakpoint
CREATE INDEX "knowledge_document_versions_agent" ON "knowledge_document_versions" USING btree ("organization","agent_id");--> statement-breakpoint
CREATE INDEX "recall_answers_conversation" ON "recall_answers" USING btree ("organization","conversation_id");--> statement-breakpoint
CREATE INDEX "recall_answers_sent" ON "recall_answers" USING btree ("organization","sent_message_id") WHERE sent_message_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "recalls_key" ON "recalls" USING btree ("organization","agent_id","key");--> statement-breakpoint
CREATE INDEX "recalls_agent" ON "recalls" USING btree ("organization","agent_id","state","id");--> statement-breakpoint
CREATE INDEX "recalls_waiting" ON "recalls" USING btree ("updated_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "recalls_open" ON "recalls" USING btree ("organization","id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "recalls_answered" ON "recalls" USING btree ("organization","agent_id","answered_at");--> statement-breakpoint
CREATE INDEX "knowledge_crawl_pages_document" ON "knowledge_crawl_pages" USING btree ("organization","document_id") WHERE document_id is not null;--> statement-breakpoint
CREATE INDEX "knowledge_sources_due" ON "knowledge_sources" USING btree ("next_run_at");--> statement-breakpoint
CREATE POLICY "agent_archives_organization" ON "agent_archives" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "message_citations_organization" ON "message_citations" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "gap_suggestions_organization" ON "gap_suggestions" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "gap_questions_organization" ON "gap_questions" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "gap_terms_organization" ON "gap_terms" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "gap_topics_organization" ON "gap_topics" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_chunk_bands_organization" ON "knowledge_chunk_bands" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_overlap_passages_organization" ON "knowledge_overlap_passages" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_overlap_progress_organization" ON "knowledge_overlap_progress" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_overlaps_organization" ON "knowledge_overlaps" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_statements_organization" ON "knowledge_statements" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_chunk_vectors_organization" ON "knowledge_chunk_vectors" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_vector_cells_organization" ON "knowledge_vector_cells" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_vector_sets_organization" ON "knowledge_vector_sets" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_synonyms_organization" ON "knowledge_synonyms" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_document_versions_organization" ON "knowledge_document_versions" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "recall_answers_organization" ON "recall_answers" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "recalls_organization" ON "recalls" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));