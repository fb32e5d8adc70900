DROP INDEX "knowledge_products_price";--> statement-breakpoint
CREATE INDEX "knowledge_products_cheapest" ON "knowledge_products" USING btree ("organization","agent_id",coalesce(lowest, 9007199254740991),"number");--> statement-breakpoint
CREATE INDEX "knowledge_products_dearest" ON "knowledge_products" USING btree ("organization","agent_id",coalesce(lowest, -1),"number");