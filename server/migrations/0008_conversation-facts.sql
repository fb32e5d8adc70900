CREATE TABLE "agent_probes" (
	"organization" integer NOT NULL,
	"agent_id" text NOT NULL,
	"run" integer DEFAULT 1 NOT NULL,
	"status" text NOT NULL,
	"probes" jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "agent_probes_organization_agent_id_pk" PRIMARY KEY("organization","agent_id")
);
--> statement-breakpoint
ALTER TABLE "agent_probes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "agent_probes" ADD CONSTRAINT "agent_probes_organization_agent_id_agents_organization_id_fk" FOREIGN KEY ("organization","agent_id") REFERENCES "public"."agents"("organization","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "agent_probes_organization" ON "agent_probes" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));