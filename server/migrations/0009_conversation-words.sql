-- Words go with their digest, and the digest goes with its conversation: nothing that is deleted can be found.
create function conversation_words_forget() returns trigger language plpgsql as $$
begin
  delete from conversation_words
  where organization = old.organization and conversation_id = old.conversation_id and term = any (old.terms collate "C");
  return null;
end
$$;
--> statement-breakpoint
create trigger conversation_digests_forget after delete on conversation_digests
  for each row execute function conversation_words_forget();
--> statement-breakpoint
-- What the messages of before say of their conversations.
update conversations c set
  title = coalesce(found.title, ''), answered = found.answered, unanswered = found.unanswered,
  person_asked = found.person_asked, rating = found.rating
from (
  select m.organization, m.conversation_id,
    (array_agg(left(regexp_replace(m.text, '\s+', ' ', 'g'), 140) order by m.seq) filter (where m.role = 'visitor'))[1] as title,
    count(*) filter (where m.reason = 'answered') as answered,
    count(*) filter (where m.reason in ('unknown', 'failed')) as unanswered,
    coalesce(bool_or(m.reason = 'person-asked'), false) as person_asked,
    (array_agg(m.rating order by m.seq desc) filter (where m.rating is not null))[1] as rating
  from messages m group by m.organization, m.conversation_id
) found
where found.organization = c.organization and found.conversation_id = c.id;
