CREATE TABLE "former_members" (
	"organization" integer NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"teams" jsonb NOT NULL,
	"removed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "former_members_organization_user_id_pk" PRIMARY KEY("organization","user_id")
);
--> statement-breakpoint
ALTER TABLE "former_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "former_members_user" ON "former_members" USING btree ("user_id");--> statement-breakpoint
CREATE POLICY "former_members_organization" ON "former_members" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));