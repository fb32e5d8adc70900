CREATE TABLE "connected_accounts" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"provider" text NOT NULL,
	"external_id" text NOT NULL,
	"name" text NOT NULL,
	"region" text,
	"sealed_token" text NOT NULL,
	"client_id" text,
	"state" text DEFAULT 'working' NOT NULL,
	"message" text,
	"checked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connected_accounts_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "connected_accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "oauth_clients" (
	"organization" integer NOT NULL,
	"provider" text NOT NULL,
	"client_id" text NOT NULL,
	"sealed_secret" text NOT NULL,
	"secret_hint" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "oauth_clients_organization_provider_pk" PRIMARY KEY("organization","provider")
);
--> statement-breakpoint
ALTER TABLE "oauth_clients" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "oauth_grants" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"actor" text NOT NULL,
	"provider" text NOT NULL,
	"client_id" text NOT NULL,
	"sealed_verifier" text NOT NULL,
	"redirect_uri" text NOT NULL,
	"return_to" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "oauth_grants_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "oauth_grants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "knowledge_crawl_pages" ADD COLUMN "title" text;--> statement-breakpoint
ALTER TABLE "knowledge_crawl_pages" ADD COLUMN "opens_at" text;--> statement-breakpoint
ALTER TABLE "knowledge_sources" ADD COLUMN "cursor" text;--> statement-breakpoint
CREATE UNIQUE INDEX "connected_accounts_external" ON "connected_accounts" USING btree ("organization","provider","external_id");--> statement-breakpoint
CREATE POLICY "connected_accounts_organization" ON "connected_accounts" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "oauth_clients_organization" ON "oauth_clients" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "oauth_grants_organization" ON "oauth_grants" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));