-- The index alone finds the nearest: without INCLUDE each passage would cost a visit to the table. A neighbourhood
-- (cell) stands before the passage, so that a search in a large index reads only the neighbourhoods that are near.
create unique index knowledge_chunk_vectors_near
  on knowledge_chunk_vectors (organization, set_number, cell, chunk) include (bits);
--> statement-breakpoint
-- Numbers without pattern: trying to compress them costs time and wins nothing.
alter table knowledge_chunk_vectors alter column vector set storage external;
--> statement-breakpoint
alter table knowledge_chunk_vectors add constraint knowledge_chunk_vectors_passage
  foreign key (organization, chunk) references knowledge_chunks (organization, number) on delete cascade;
--> statement-breakpoint
-- What has no vector yet is read in the order of its numbers.
create index knowledge_chunks_index on knowledge_chunks (organization, index_number, number);
