ALTER TABLE "messages" ADD COLUMN "filter" jsonb;--> statement-breakpoint
ALTER TABLE "knowledge_documents" ADD COLUMN "places" jsonb;--> statement-breakpoint
ALTER TABLE "knowledge_document_versions" ADD COLUMN "places" jsonb;