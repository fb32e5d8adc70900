CREATE TABLE "embedding_choices" (
	"organization" integer NOT NULL,
	"connection_id" text NOT NULL,
	"model" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "embedding_choices_organization_pk" PRIMARY KEY("organization")
);
--> statement-breakpoint
ALTER TABLE "embedding_choices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "embedding_choices" ADD CONSTRAINT "embedding_choices_organization_connection_id_connections_organization_id_fk" FOREIGN KEY ("organization","connection_id") REFERENCES "public"."connections"("organization","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "embedding_choices_organization" ON "embedding_choices" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));