ALTER TABLE "knowledge_documents" ADD COLUMN "tags" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "knowledge_documents" ADD COLUMN "audience" text;--> statement-breakpoint
ALTER TABLE "knowledge_vector_sets" ADD COLUMN "trust" real;