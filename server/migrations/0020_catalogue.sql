CREATE TABLE "knowledge_catalogues" (
	"organization" integer NOT NULL,
	"agent_id" text NOT NULL,
	"price_limit_days" integer DEFAULT 7,
	"last_import" jsonb,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "knowledge_catalogues_organization_agent_id_pk" PRIMARY KEY("organization","agent_id")
);
--> statement-breakpoint
ALTER TABLE "knowledge_catalogues" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_product_words" (
	"organization" integer NOT NULL,
	"index_number" integer NOT NULL,
	"word" text collate "C" NOT NULL,
	"price" bigint NOT NULL,
	"product" integer NOT NULL,
	"offer" smallint NOT NULL,
	"stock" smallint NOT NULL,
	CONSTRAINT "knowledge_product_words_organization_index_number_word_price_product_offer_stock_pk" PRIMARY KEY("organization","index_number","word","price","product","offer","stock")
);
--> statement-breakpoint
ALTER TABLE "knowledge_product_words" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_products" (
	"organization" integer NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "knowledge_products_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"agent_id" text NOT NULL,
	"external_id" text NOT NULL,
	"origin" text NOT NULL,
	"source_id" text,
	"document_id" text,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"category" jsonb NOT NULL,
	"brand" text,
	"price" bigint,
	"currency" text,
	"sale_price" bigint,
	"price_valid_until" timestamp with time zone,
	"lowest" bigint,
	"stock" text NOT NULL,
	"quantity" integer,
	"variants" jsonb NOT NULL,
	"image" text,
	"link" text,
	"attributes" jsonb NOT NULL,
	"tags" jsonb NOT NULL,
	"language" text NOT NULL,
	"hash" text NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	"price_checked_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "knowledge_products_organization_number_pk" PRIMARY KEY("organization","number")
);
--> statement-breakpoint
ALTER TABLE "knowledge_products" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "knowledge_product_words" ADD CONSTRAINT "knowledge_product_words_organization_product_knowledge_products_organization_number_fk" FOREIGN KEY ("organization","product") REFERENCES "public"."knowledge_products"("organization","number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "knowledge_product_words_product" ON "knowledge_product_words" USING btree ("organization","product");--> statement-breakpoint
CREATE UNIQUE INDEX "knowledge_products_id" ON "knowledge_products" USING btree ("organization","id");--> statement-breakpoint
CREATE UNIQUE INDEX "knowledge_products_external" ON "knowledge_products" USING btree ("organization","agent_id","external_id");--> statement-breakpoint
CREATE INDEX "knowledge_products_newest" ON "knowledge_products" USING btree ("organization","agent_id","number");--> statement-breakpoint
CREATE INDEX "knowledge_products_name" ON "knowledge_products" USING btree ("organization","agent_id",left(name, 100),"number");--> statement-breakpoint
CREATE INDEX "knowledge_products_price" ON "knowledge_products" USING btree ("organization","agent_id","lowest","number");--> statement-breakpoint
CREATE INDEX "knowledge_products_source" ON "knowledge_products" USING btree ("organization","source_id");--> statement-breakpoint
CREATE INDEX "knowledge_products_document" ON "knowledge_products" USING btree ("organization","document_id");--> statement-breakpoint
CREATE POLICY "knowledge_catalogues_organization" ON "knowledge_catalogues" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_product_words_organization" ON "knowledge_product_words" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));--> statement-breakpoint
CREATE POLICY "knowledge_products_organization" ON "knowledge_products" AS PERMISSIVE FOR ALL TO "parley_app" USING (organization = (select current_setting('parley.organization')::int)) WITH CHECK (organization = (select current_setting('parley.organization')::int));