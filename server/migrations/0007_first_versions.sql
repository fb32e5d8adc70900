-- What visitors see of agents that are there already is their first version.
insert into agent_versions (organization, agent_id, number, settings, changed, actor_type, actor_id, published_at)
select organization, id, 1, settings, array(select jsonb_object_keys(settings)), 'job', 'migration', created_at from agents;
