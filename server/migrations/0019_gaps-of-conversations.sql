-- What a visitor said goes with the conversation in which it was said, wherever it was taken to.
alter table gap_questions add constraint gap_questions_conversation_fk foreign key (organization, conversation_id)
  references conversations (organization, id) on delete cascade;
--> statement-breakpoint
alter table gap_suggestions add constraint gap_suggestions_conversation_fk foreign key (organization, conversation_id)
  references conversations (organization, id) on delete cascade;
