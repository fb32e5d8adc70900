-- Answers that were given before citations were kept by document.
insert into message_citations (organization, document_id, conversation_id, seq)
select distinct m.organization, p.part->'citation'->>'documentId', m.conversation_id, m.seq
from messages m cross join lateral jsonb_array_elements(m.parts) as p(part)
where m.role = 'agent' and p.part->>'type' = 'citation' and p.part->'citation'->>'documentId' like 'doc\_%';--> statement-breakpoint
-- Who got an answer is forgotten with the conversation, and with the recall.
ALTER TABLE "recall_answers" ADD CONSTRAINT "recall_answers_conversation_fk" FOREIGN KEY ("organization","conversation_id") REFERENCES "conversations"("organization","id") ON DELETE cascade;--> statement-breakpoint
ALTER TABLE "recall_answers" ADD CONSTRAINT "recall_answers_recall_fk" FOREIGN KEY ("organization","recall_id") REFERENCES "recalls"("organization","id") ON DELETE cascade;
