ALTER TABLE "knowledge_crawl_pages" ADD COLUMN "rendered" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "knowledge_sources" ADD COLUMN "access" jsonb;--> statement-breakpoint
ALTER TABLE "knowledge_sources" ADD COLUMN "hook" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "knowledge_sources" ADD COLUMN "pinged" jsonb;--> statement-breakpoint
ALTER TABLE "knowledge_sources" ADD COLUMN "partial" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "knowledge_sources_pinged" ON "knowledge_sources" USING btree ("id") WHERE pinged is not null;