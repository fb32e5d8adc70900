// Generated from the server's OpenAPI document by `node tools/sdk.ts`. Do not edit.

export interface paths {
  "/v1/agents": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              data: {
                brand: {
                  color: string | null;
                  logoUrl: string | null;
                };
                /** Format: date-time */
                createdAt: string;
                greeting: string;
                id: string;
                language: string;
                name: string;
                siteUrl: string | null;
                /** @enum {string} */
                state: "reading" | "ready" | "empty";
                suggestions: string[];
              }[];
              next: string | null;
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            greeting?: string;
            language?: string;
            name: string;
            suggestions?: string[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              brand: {
                color: string | null;
                logoUrl: string | null;
              };
              /** Format: date-time */
              createdAt: string;
              greeting: string;
              id: string;
              language: string;
              name: string;
              siteUrl: string | null;
              /** @enum {string} */
              state: "reading" | "ready" | "empty";
              suggestions: string[];
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              brand: {
                color: string | null;
                logoUrl: string | null;
              };
              /** Format: date-time */
              createdAt: string;
              greeting: string;
              id: string;
              language: string;
              name: string;
              siteUrl: string | null;
              /** @enum {string} */
              state: "reading" | "ready" | "empty";
              suggestions: string[];
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            greeting?: string;
            language?: string;
            name?: string;
            suggestions?: string[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              brand: {
                color: string | null;
                logoUrl: string | null;
              };
              /** Format: date-time */
              createdAt: string;
              greeting: string;
              id: string;
              language: string;
              name: string;
              siteUrl: string | null;
              /** @enum {string} */
              state: "reading" | "ready" | "empty";
              suggestions: string[];
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    trace?: never;
  };
  "/v1/agents/{id}/ask": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            conversationId?: string;
            question: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              answer: string;
              answered: boolean;
              citations: {
                documentId: string;
                externalId: string | null;
                link: string | null;
                number: number;
                text: string;
                title: string;
                url: string | null;
              }[];
              conversationId: string;
              messageId: string;
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{id}/documents": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              data: {
                agentId: string;
                externalId: string | null;
                id: string;
                language: string;
                passages: number;
                sourceId: string | null;
                title: string;
                /** Format: date-time */
                updatedAt: string;
                url: string | null;
                words: number;
              }[];
              next: string | null;
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    put?: never;
    /** Store one document or up to 1,000; what has the same externalId is replaced */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json":
            | {
                externalId: string;
                language?: string;
                text: string;
                /** @default  */
                title?: string;
                /** Format: uri */
                url?: string;
              }[]
            | {
                externalId: string;
                language?: string;
                text: string;
                /** @default  */
                title?: string;
                /** Format: uri */
                url?: string;
              };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json":
              | {
                  data: {
                    agentId: string;
                    externalId: string | null;
                    id: string;
                    language: string;
                    passages: number;
                    sourceId: string | null;
                    title: string;
                    /** Format: date-time */
                    updatedAt: string;
                    url: string | null;
                    words: number;
                  }[];
                }
              | {
                  agentId: string;
                  externalId: string | null;
                  id: string;
                  language: string;
                  passages: number;
                  sourceId: string | null;
                  title: string;
                  /** Format: date-time */
                  updatedAt: string;
                  url: string | null;
                  words: number;
                };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{id}/documents/{documentId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          documentId: string;
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              externalId: string | null;
              id: string;
              language: string;
              passages: number;
              sourceId: string | null;
              title: string;
              /** Format: date-time */
              updatedAt: string;
              url: string | null;
              words: number;
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          documentId: string;
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{id}/search": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            /** @default 5 */
            limit?: number;
            query: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              results: {
                documentId: string;
                externalId: string | null;
                score: number;
                text: string;
                title: string;
                url: string | null;
              }[];
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{id}/sources": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              data: {
                agentId: string;
                code: string | null;
                /** Format: date-time */
                createdAt: string;
                finishedAt: string | null;
                id: string;
                message: string | null;
                progress: {
                  failed: number;
                  fetched: number;
                  found: number;
                  indexed: number;
                };
                settings: {
                  /** @default [] */
                  exclude: string[];
                  /** @default [] */
                  include: string[];
                  /** @default null */
                  maxDepth: number | null;
                  /** @default 2000 */
                  pageLimit: number;
                  /** @default null */
                  requestsPerSecond: number | null;
                };
                /** @enum {string} */
                status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                /** @enum {string} */
                type: "website";
                url: string;
              }[];
              next: string | null;
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    put?: never;
    /** Read a website; the same address again is read again */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            settings?: {
              /** @default [] */
              exclude?: string[];
              /** @default [] */
              include?: string[];
              /** @default null */
              maxDepth?: number | null;
              /** @default 2000 */
              pageLimit?: number;
              /** @default null */
              requestsPerSecond?: number | null;
            };
            /** @enum {string} */
            type: "website";
            url: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              code: string | null;
              /** Format: date-time */
              createdAt: string;
              finishedAt: string | null;
              id: string;
              message: string | null;
              progress: {
                failed: number;
                fetched: number;
                found: number;
                indexed: number;
              };
              settings: {
                /** @default [] */
                exclude: string[];
                /** @default [] */
                include: string[];
                /** @default null */
                maxDepth: number | null;
                /** @default 2000 */
                pageLimit: number;
                /** @default null */
                requestsPerSecond: number | null;
              };
              /** @enum {string} */
              status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
              /** @enum {string} */
              type: "website";
              url: string;
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/conversations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          agentId?: string;
          cursor?: string;
          limit?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              data: {
                agentId: string;
                /** @enum {string} */
                channel: "web" | "api";
                /** Format: date-time */
                createdAt: string;
                id: string;
                lastSeq: number;
                /** Format: date-time */
                updatedAt: string;
                visitorId: string | null;
              }[];
              next: string | null;
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/conversations/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              /** @enum {string} */
              channel: "web" | "api";
              /** Format: date-time */
              createdAt: string;
              id: string;
              lastSeq: number;
              /** Format: date-time */
              updatedAt: string;
              visitorId: string | null;
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/conversations/{id}/messages": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              data: {
                answered: boolean | null;
                clientId: string | null;
                conversationId: string;
                /** Format: date-time */
                createdAt: string;
                id: string;
                parts: (
                  | {
                      text: string;
                      /** @enum {string} */
                      type: "text";
                    }
                  | {
                      citation: {
                        documentId: string;
                        externalId: string | null;
                        link: string | null;
                        number: number;
                        text: string;
                        title: string;
                        url: string | null;
                      };
                      /** @enum {string} */
                      type: "citation";
                    }
                )[];
                rating: ("up" | "down") | null;
                replyTo: string | null;
                /** @enum {string} */
                role: "visitor" | "agent";
                seq: number;
                suggestions: string[];
                text: string;
              }[];
              next: string | null;
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/conversations/{id}/messages/{messageId}/rating": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
          messageId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            rating: ("up" | "down") | null;
          };
        };
      };
      responses: {
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/keys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              data: {
                /** Format: date-time */
                createdAt: string;
                expiresAt: string | null;
                hint: string;
                id: string;
                lastUsedAt: string | null;
                name: string;
                revokedAt: string | null;
                scopes: string[];
              }[];
              next: string | null;
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            /** @default null */
            expiresAt?: string | null;
            name: string;
            /** @default [] */
            scopes?: string[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** Format: date-time */
              createdAt: string;
              expiresAt: string | null;
              hint: string;
              id: string;
              key: string;
              lastUsedAt: string | null;
              name: string;
              revokedAt: string | null;
              scopes: string[];
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/keys/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/sources/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              code: string | null;
              /** Format: date-time */
              createdAt: string;
              finishedAt: string | null;
              id: string;
              message: string | null;
              progress: {
                failed: number;
                fetched: number;
                found: number;
                indexed: number;
              };
              settings: {
                /** @default [] */
                exclude: string[];
                /** @default [] */
                include: string[];
                /** @default null */
                maxDepth: number | null;
                /** @default 2000 */
                pageLimit: number;
                /** @default null */
                requestsPerSecond: number | null;
              };
              /** @enum {string} */
              status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
              /** @enum {string} */
              type: "website";
              url: string;
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/sources/{id}/cancel": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              code: string | null;
              /** Format: date-time */
              createdAt: string;
              finishedAt: string | null;
              id: string;
              message: string | null;
              progress: {
                failed: number;
                fetched: number;
                found: number;
                indexed: number;
              };
              settings: {
                /** @default [] */
                exclude: string[];
                /** @default [] */
                include: string[];
                /** @default null */
                maxDepth: number | null;
                /** @default 2000 */
                pageLimit: number;
                /** @default null */
                requestsPerSecond: number | null;
              };
              /** @enum {string} */
              status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
              /** @enum {string} */
              type: "website";
              url: string;
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/sources/{id}/pages": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The log: one line for each address */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          status?: "queued" | "indexed" | "unchanged" | "duplicate" | "skipped" | "failed" | "removed";
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              data: {
                documentId: string | null;
                fetchedAt: string | null;
                httpStatus: number | null;
                reason: string | null;
                /** @enum {string} */
                status: "queued" | "indexed" | "unchanged" | "duplicate" | "skipped" | "failed" | "removed";
                url: string;
                words: number | null;
              }[];
              next: string | null;
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/sources/{id}/pause": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              code: string | null;
              /** Format: date-time */
              createdAt: string;
              finishedAt: string | null;
              id: string;
              message: string | null;
              progress: {
                failed: number;
                fetched: number;
                found: number;
                indexed: number;
              };
              settings: {
                /** @default [] */
                exclude: string[];
                /** @default [] */
                include: string[];
                /** @default null */
                maxDepth: number | null;
                /** @default 2000 */
                pageLimit: number;
                /** @default null */
                requestsPerSecond: number | null;
              };
              /** @enum {string} */
              status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
              /** @enum {string} */
              type: "website";
              url: string;
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/sources/{id}/recrawl": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              code: string | null;
              /** Format: date-time */
              createdAt: string;
              finishedAt: string | null;
              id: string;
              message: string | null;
              progress: {
                failed: number;
                fetched: number;
                found: number;
                indexed: number;
              };
              settings: {
                /** @default [] */
                exclude: string[];
                /** @default [] */
                include: string[];
                /** @default null */
                maxDepth: number | null;
                /** @default 2000 */
                pageLimit: number;
                /** @default null */
                requestsPerSecond: number | null;
              };
              /** @enum {string} */
              status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
              /** @enum {string} */
              type: "website";
              url: string;
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/sources/{id}/resume": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              code: string | null;
              /** Format: date-time */
              createdAt: string;
              finishedAt: string | null;
              id: string;
              message: string | null;
              progress: {
                failed: number;
                fetched: number;
                found: number;
                indexed: number;
              };
              settings: {
                /** @default [] */
                exclude: string[];
                /** @default [] */
                include: string[];
                /** @default null */
                maxDepth: number | null;
                /** @default 2000 */
                pageLimit: number;
                /** @default null */
                requestsPerSecond: number | null;
              };
              /** @enum {string} */
              status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
              /** @enum {string} */
              type: "website";
              url: string;
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/widget/sessions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            agentId: string;
            /** @default null */
            token?: string | null;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agent: {
                brand: {
                  color: string | null;
                  logoUrl: string | null;
                };
                /** Format: date-time */
                createdAt: string;
                greeting: string;
                id: string;
                language: string;
                name: string;
                siteUrl: string | null;
                /** @enum {string} */
                state: "reading" | "ready" | "empty";
                suggestions: string[];
              };
              conversationId: string | null;
              messages: {
                answered: boolean | null;
                clientId: string | null;
                conversationId: string;
                /** Format: date-time */
                createdAt: string;
                id: string;
                parts: (
                  | {
                      text: string;
                      /** @enum {string} */
                      type: "text";
                    }
                  | {
                      citation: {
                        documentId: string;
                        externalId: string | null;
                        link: string | null;
                        number: number;
                        text: string;
                        title: string;
                        url: string | null;
                      };
                      /** @enum {string} */
                      type: "citation";
                    }
                )[];
                rating: ("up" | "down") | null;
                replyTo: string | null;
                /** @enum {string} */
                role: "visitor" | "agent";
                seq: number;
                suggestions: string[];
                text: string;
              }[];
              token: string;
              visitorId: string;
            };
          };
        };
        /** @description A problem */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Problem: {
      /** @enum {string} */
      code:
        | "invalid_request"
        | "invalid_url"
        | "private_address"
        | "unauthorized"
        | "key_expired"
        | "key_revoked"
        | "forbidden"
        | "not_found"
        | "method_not_allowed"
        | "second_factor_needed"
        | "wrong_credentials"
        | "link_expired"
        | "already_exists"
        | "stale"
        | "repeated_differently"
        | "still_running"
        | "conflict"
        | "too_large"
        | "unsupported_type"
        | "rate_limited"
        | "budget_spent"
        | "host_not_found"
        | "connection_refused"
        | "connection_failed"
        | "timed_out"
        | "tls_failed"
        | "too_many_redirects"
        | "response_too_large"
        | "robots_forbidden"
        | "http_error"
        | "no_pages"
        | "vendor_failed"
        | "unavailable"
        | "internal";
      detail: string;
      field?: string;
      requestId: string;
      status: number;
      title: string;
      type: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
