DROP INDEX "knowledge_documents_agent";--> statement-breakpoint
ALTER TABLE "knowledge_documents" ADD COLUMN "sought" text GENERATED ALWAYS AS (lower(left(title, 150) || ' ' || left(coalesce(url, external_id, ''), 300))) STORED;--> statement-breakpoint
CREATE INDEX "knowledge_documents_agent" ON "knowledge_documents" USING btree ("organization","agent_id","id","sought");