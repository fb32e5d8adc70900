CREATE TABLE "widget_installs" (
	"organization" integer NOT NULL,
	"agent_id" text NOT NULL,
	"origin" text NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"opened" integer NOT NULL,
	"day" date NOT NULL,
	"opened_on_day" integer NOT NULL,
	CONSTRAINT "widget_installs_organization_agent_id_origin_pk" PRIMARY KEY("organization","agent_id","origin")
);
--> statement-breakpoint
ALTER TABLE "widget_installs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotent_requests" (
	"organization" integer NOT NULL,
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"lease_until" timestamp with time zone,
	"runner" text NOT NULL,
	"status" integer,
	"headers" jsonb,
	"body" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotent_requests_organization_actor_key_pk" PRIMARY KEY("organization","actor","key")
);
--> statement-breakpoint
ALTER TABLE "idempotent_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mails" (
	"organization" integer NOT NULL,
	"id" text NOT NULL,
	"state" text NOT NULL,
	"purpose" text NOT NULL,
	"to_address" text NOT NULL,
	"to_name" text,
	"subject" text NOT NULL,
	"secret" boolean NOT NULL,
	"content" text NOT NULL,
	"round" integer DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"waiting_since" timestamp with time zone NOT NULL,
	"lease_until" timestamp with time zone,
	"error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "mails_organization_id_pk" PRIMARY KEY("organization","id")
);
--> statement-breakpoint
ALTER TABLE "mails" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "knowledge_documents_title";--> statement-breakpoint
CREATE INDEX "widget_installs_seen" ON "widget_installs" USING btree ("organization","agent_id","last_seen_at");--> statement-breakpoint
CREATE INDEX "idempotent_requests_created" ON "idempotent_requests" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "mails_state" ON "mails" USING btree ("organization","state","id");--> statement-breakpoint
CREATE INDEX "mails_waiting" ON "mails" USING btree ("waiting_since") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "mails_created" ON "mails" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "knowledge_documents_title" ON "knowledge_documents" USING btree ("organization","agent_id",left(title, 100),"id");--> statement-breakpoint
CREATE POLICY "widget_installs_organization" ON "widget_installs" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "idempotent_requests_organization" ON "idempotent_requests" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "mails_organization" ON "mails" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));