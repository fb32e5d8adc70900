const none = () => () => () => "";

/** Given to Fastify so that it does not read its own compilers of schemas, which are large and which nothing uses. */
export const noCompilers = { compilersFactory: { buildValidator: none, buildSerializer: none } };
