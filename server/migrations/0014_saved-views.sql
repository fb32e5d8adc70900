CREATE TABLE "saved_views" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"list" text NOT NULL,
	"agent_id" text,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"query" jsonb NOT NULL,
	"shared" boolean NOT NULL,
	"maker_id" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_views_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "saved_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "saved_views_list" ON "saved_views" USING btree ("organization","list","name_key","id");--> statement-breakpoint
CREATE INDEX "saved_views_maker" ON "saved_views" USING btree ("maker_id");--> statement-breakpoint
CREATE POLICY "saved_views_organization" ON "saved_views" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));