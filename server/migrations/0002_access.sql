-- Row-level security is not forced upon the owner of the tables: the server's own path (sign-in look-ups, sweeps over
-- all organizations, backup) runs as the owner, who on PostgreSQL may well be an ordinary user, and FORCE would lock
-- it out. Whatever belongs to an organization runs as parley_app, which owns nothing and so cannot pass the policies by.
--
-- What parley_app may touch is said after every migration by the code that runs them (grant-access.ts): the tables
-- that have row-level security, and no others, so that a later table cannot be forgotten.

-- The index alone must answer a search: without INCLUDE each posting would cost a visit to the table.
alter table knowledge_postings
  add primary key (organization, index_number, term, chunk) include (tf, len);
