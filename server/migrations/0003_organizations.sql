CREATE TABLE "audit_entries" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_type" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"address" text,
	"client" text,
	"action" text NOT NULL,
	"area" text NOT NULL,
	"target_type" text NOT NULL,
	"target_id" text NOT NULL,
	"target_name" text,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "audit_entries_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "roles" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"permissions" text[] NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "roles_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "roles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"teams" jsonb NOT NULL,
	"hash" text NOT NULL,
	"inviter_id" text NOT NULL,
	"inviter_name" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "members" (
	"organization" integer NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"last_seen_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_organization_user_id_pk" PRIMARY KEY("organization","user_id")
);
--> statement-breakpoint
ALTER TABLE "members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "team_members" (
	"organization" integer NOT NULL,
	"team_id" text NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "team_members_organization_team_id_user_id_pk" PRIMARY KEY("organization","team_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "team_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "teams" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "teams_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "teams" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "maker_id" text;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "maker_name" text;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "settings" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_entries_area" ON "audit_entries" USING btree ("organization","area","id");--> statement-breakpoint
CREATE INDEX "audit_entries_action" ON "audit_entries" USING btree ("organization","action","id");--> statement-breakpoint
CREATE INDEX "audit_entries_actor" ON "audit_entries" USING btree ("organization","actor_id","id");--> statement-breakpoint
CREATE INDEX "audit_entries_target" ON "audit_entries" USING btree ("organization","target_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "roles_name" ON "roles" USING btree ("organization","name_key");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_hash" ON "invitations" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "invitations_email" ON "invitations" USING btree ("organization","email");--> statement-breakpoint
CREATE INDEX "members_user" ON "members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "members_role" ON "members" USING btree ("organization","role");--> statement-breakpoint
CREATE INDEX "team_members_user" ON "team_members" USING btree ("organization","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "teams_name" ON "teams" USING btree ("organization","name_key");--> statement-breakpoint
CREATE POLICY "audit_entries_organization" ON "audit_entries" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "roles_organization" ON "roles" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "invitations_organization" ON "invitations" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "members_organization" ON "members" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "team_members_organization" ON "team_members" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "teams_organization" ON "teams" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));