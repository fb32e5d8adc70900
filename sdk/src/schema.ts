// Generated from the server's OpenAPI document by `node tools/sdk.ts`. Do not edit.

export interface paths {
  "/v1/agents": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Agents, filtered and sorted; archived ones only when asked for */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          q?: string;
          sort?: "name" | "-name" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
          status?: "active" | "archived" | "all";
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
                hasDraft: boolean;
                id: string;
                language: string;
                look: {
                  /** @default null */
                  accent: string | null;
                  /**
                   * @default logo
                   * @enum {string}
                   */
                  avatar: "logo" | "letter" | "none";
                  /** @default null */
                  corners: number | null;
                  /** @default [] */
                  domains: string[];
                  /** @default null */
                  font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                  launcher: {
                    /** @default null */
                    icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                    /** @default null */
                    kind: ("icon" | "logo" | "label") | null;
                    /** @default null */
                    label: string | null;
                  };
                  /** @default null */
                  legal: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  } | null;
                  /** @default true */
                  mirrored: boolean;
                  offset: {
                    /** @default null */
                    x: number | null;
                    /** @default null */
                    y: number | null;
                  };
                  pages: {
                    /** @default [] */
                    hide: (string & (unknown & unknown))[];
                    /** @default [] */
                    show: (string & (unknown & unknown))[];
                  };
                  /**
                   * @default bottom-right
                   * @enum {string}
                   */
                  position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                  /**
                   * @default regular
                   * @enum {string}
                   */
                  size: "compact" | "regular" | "large";
                  /** @default true */
                  sources: boolean;
                  /** @default true */
                  suggestions: boolean;
                  /**
                   * @default clear
                   * @enum {string}
                   */
                  template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                  texts: {
                    /** @default null */
                    placeholder: string | null;
                    /** @default null */
                    subtitle: string | null;
                    /** @default null */
                    title: string | null;
                  };
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  theme: "auto" | "light" | "dark";
                };
                name: string;
                revision: number;
                settings: {
                  facts?: {
                    address?: {
                      text: string;
                      /** @default null */
                      url: string | null;
                    }[];
                    email?: {
                      text: string;
                      /** @default null */
                      url: string | null;
                    }[];
                    hours?: {
                      text: string;
                      /** @default null */
                      url: string | null;
                    }[];
                    phone?: {
                      text: string;
                      /** @default null */
                      url: string | null;
                    }[];
                  };
                  fallbacks?: {
                    away?: string;
                    failed?: string;
                    person?: string;
                    unavailable?: string;
                    unknown?: string;
                  };
                  goals?: string[];
                  greeting?: string;
                  guardrails?: string[];
                  hours?: {
                    days: {
                      /** @default [] */
                      friday: {
                        from: string;
                        to: string;
                      }[];
                      /** @default [] */
                      monday: {
                        from: string;
                        to: string;
                      }[];
                      /** @default [] */
                      saturday: {
                        from: string;
                        to: string;
                      }[];
                      /** @default [] */
                      sunday: {
                        from: string;
                        to: string;
                      }[];
                      /** @default [] */
                      thursday: {
                        from: string;
                        to: string;
                      }[];
                      /** @default [] */
                      tuesday: {
                        from: string;
                        to: string;
                      }[];
                      /** @default [] */
                      wednesday: {
                        from: string;
                        to: string;
                      }[];
                    };
                    timeZone: string;
                  };
                  instructions?: string;
                  language?: string;
                  /** @enum {string} */
                  length?: "short" | "medium" | "detailed";
                  look?: {
                    /** @default null */
                    accent: string | null;
                    /**
                     * @default logo
                     * @enum {string}
                     */
                    avatar: "logo" | "letter" | "none";
                    /** @default null */
                    corners: number | null;
                    /** @default [] */
                    domains: string[];
                    /** @default null */
                    font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                    launcher: {
                      /** @default null */
                      icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                      /** @default null */
                      kind: ("icon" | "logo" | "label") | null;
                      /** @default null */
                      label: string | null;
                    };
                    /** @default null */
                    legal: {
                      text: string;
                      /** @default null */
                      url: string | null;
                    } | null;
                    /** @default true */
                    mirrored: boolean;
                    offset: {
                      /** @default null */
                      x: number | null;
                      /** @default null */
                      y: number | null;
                    };
                    pages: {
                      /** @default [] */
                      hide: (string & (unknown & unknown))[];
                      /** @default [] */
                      show: (string & (unknown & unknown))[];
                    };
                    /**
                     * @default bottom-right
                     * @enum {string}
                     */
                    position:
                      | "bottom-right"
                      | "bottom-left"
                      | "top-right"
                      | "top-left"
                      | "middle-right"
                      | "middle-left";
                    /**
                     * @default regular
                     * @enum {string}
                     */
                    size: "compact" | "regular" | "large";
                    /** @default true */
                    sources: boolean;
                    /** @default true */
                    suggestions: boolean;
                    /**
                     * @default clear
                     * @enum {string}
                     */
                    template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                    texts: {
                      /** @default null */
                      placeholder: string | null;
                      /** @default null */
                      subtitle: string | null;
                      /** @default null */
                      title: string | null;
                    };
                    /**
                     * @default auto
                     * @enum {string}
                     */
                    theme: "auto" | "light" | "dark";
                  };
                  models?: {
                    connectionId: string;
                    model: string;
                  }[];
                  name?: string;
                  role?: string;
                  suggestions?: string[];
                  /** @enum {string} */
                  tone?: "friendly" | "neutral" | "formal" | "playful";
                };
                siteUrl: string | null;
                /** @enum {string} */
                state: "reading" | "ready" | "empty";
                /** @enum {string} */
                status: "active" | "archived";
                suggestions: string[];
                /** Format: date-time */
                updatedAt: string;
                version: number;
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
    /** Make an agent, with or without a site to read; the same site again answers its agent with 200 */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            facts?: {
              address?: {
                text: string;
                /** @default null */
                url?: string | null;
              }[];
              email?: {
                text: string;
                /** @default null */
                url?: string | null;
              }[];
              hours?: {
                text: string;
                /** @default null */
                url?: string | null;
              }[];
              phone?: {
                text: string;
                /** @default null */
                url?: string | null;
              }[];
            };
            fallbacks?: {
              away?: string;
              failed?: string;
              person?: string;
              unavailable?: string;
              unknown?: string;
            };
            goals?: string[];
            greeting?: string;
            guardrails?: string[];
            hours?: {
              days: {
                /** @default [] */
                friday?: {
                  from: string;
                  to: string;
                }[];
                /** @default [] */
                monday?: {
                  from: string;
                  to: string;
                }[];
                /** @default [] */
                saturday?: {
                  from: string;
                  to: string;
                }[];
                /** @default [] */
                sunday?: {
                  from: string;
                  to: string;
                }[];
                /** @default [] */
                thursday?: {
                  from: string;
                  to: string;
                }[];
                /** @default [] */
                tuesday?: {
                  from: string;
                  to: string;
                }[];
                /** @default [] */
                wednesday?: {
                  from: string;
                  to: string;
                }[];
              };
              timeZone: string;
            };
            instructions?: string;
            language?: string;
            /** @enum {string} */
            length?: "short" | "medium" | "detailed";
            look?: {
              /** @default null */
              accent?: string | null;
              /**
               * @default logo
               * @enum {string}
               */
              avatar?: "logo" | "letter" | "none";
              /** @default null */
              corners?: number | null;
              /** @default [] */
              domains?: string[];
              /** @default null */
              font?: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
              /** @default {} */
              launcher?: {
                /** @default null */
                icon?: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                /** @default null */
                kind?: ("icon" | "logo" | "label") | null;
                /** @default null */
                label?: string | null;
              };
              /** @default null */
              legal?: {
                text: string;
                /** @default null */
                url?: string | null;
              } | null;
              /** @default true */
              mirrored?: boolean;
              /** @default {} */
              offset?: {
                /** @default null */
                x?: number | null;
                /** @default null */
                y?: number | null;
              };
              /** @default {} */
              pages?: {
                /** @default [] */
                hide?: (string & (unknown & unknown))[];
                /** @default [] */
                show?: (string & (unknown & unknown))[];
              };
              /**
               * @default bottom-right
               * @enum {string}
               */
              position?: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
              /**
               * @default regular
               * @enum {string}
               */
              size?: "compact" | "regular" | "large";
              /** @default true */
              sources?: boolean;
              /** @default true */
              suggestions?: boolean;
              /**
               * @default clear
               * @enum {string}
               */
              template?: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
              /** @default {} */
              texts?: {
                /** @default null */
                placeholder?: string | null;
                /** @default null */
                subtitle?: string | null;
                /** @default null */
                title?: string | null;
              };
              /**
               * @default auto
               * @enum {string}
               */
              theme?: "auto" | "light" | "dark";
            };
            models?: {
              connectionId: string;
              model: string;
            }[];
            name?: string;
            role?: string;
            siteUrl?: string;
            suggestions?: string[];
            /** @enum {string} */
            tone?: "friendly" | "neutral" | "formal" | "playful";
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
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
              hasDraft: boolean;
              id: string;
              language: string;
              look: {
                /** @default null */
                accent: string | null;
                /**
                 * @default logo
                 * @enum {string}
                 */
                avatar: "logo" | "letter" | "none";
                /** @default null */
                corners: number | null;
                /** @default [] */
                domains: string[];
                /** @default null */
                font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                launcher: {
                  /** @default null */
                  icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                  /** @default null */
                  kind: ("icon" | "logo" | "label") | null;
                  /** @default null */
                  label: string | null;
                };
                /** @default null */
                legal: {
                  text: string;
                  /** @default null */
                  url: string | null;
                } | null;
                /** @default true */
                mirrored: boolean;
                offset: {
                  /** @default null */
                  x: number | null;
                  /** @default null */
                  y: number | null;
                };
                pages: {
                  /** @default [] */
                  hide: (string & (unknown & unknown))[];
                  /** @default [] */
                  show: (string & (unknown & unknown))[];
                };
                /**
                 * @default bottom-right
                 * @enum {string}
                 */
                position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                /**
                 * @default regular
                 * @enum {string}
                 */
                size: "compact" | "regular" | "large";
                /** @default true */
                sources: boolean;
                /** @default true */
                suggestions: boolean;
                /**
                 * @default clear
                 * @enum {string}
                 */
                template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                texts: {
                  /** @default null */
                  placeholder: string | null;
                  /** @default null */
                  subtitle: string | null;
                  /** @default null */
                  title: string | null;
                };
                /**
                 * @default auto
                 * @enum {string}
                 */
                theme: "auto" | "light" | "dark";
              };
              name: string;
              revision: number;
              settings: {
                facts?: {
                  address?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  email?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  hours?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  phone?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                };
                fallbacks?: {
                  away?: string;
                  failed?: string;
                  person?: string;
                  unavailable?: string;
                  unknown?: string;
                };
                goals?: string[];
                greeting?: string;
                guardrails?: string[];
                hours?: {
                  days: {
                    /** @default [] */
                    friday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    monday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    saturday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    sunday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    thursday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    tuesday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    wednesday: {
                      from: string;
                      to: string;
                    }[];
                  };
                  timeZone: string;
                };
                instructions?: string;
                language?: string;
                /** @enum {string} */
                length?: "short" | "medium" | "detailed";
                look?: {
                  /** @default null */
                  accent: string | null;
                  /**
                   * @default logo
                   * @enum {string}
                   */
                  avatar: "logo" | "letter" | "none";
                  /** @default null */
                  corners: number | null;
                  /** @default [] */
                  domains: string[];
                  /** @default null */
                  font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                  launcher: {
                    /** @default null */
                    icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                    /** @default null */
                    kind: ("icon" | "logo" | "label") | null;
                    /** @default null */
                    label: string | null;
                  };
                  /** @default null */
                  legal: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  } | null;
                  /** @default true */
                  mirrored: boolean;
                  offset: {
                    /** @default null */
                    x: number | null;
                    /** @default null */
                    y: number | null;
                  };
                  pages: {
                    /** @default [] */
                    hide: (string & (unknown & unknown))[];
                    /** @default [] */
                    show: (string & (unknown & unknown))[];
                  };
                  /**
                   * @default bottom-right
                   * @enum {string}
                   */
                  position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                  /**
                   * @default regular
                   * @enum {string}
                   */
                  size: "compact" | "regular" | "large";
                  /** @default true */
                  sources: boolean;
                  /** @default true */
                  suggestions: boolean;
                  /**
                   * @default clear
                   * @enum {string}
                   */
                  template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                  texts: {
                    /** @default null */
                    placeholder: string | null;
                    /** @default null */
                    subtitle: string | null;
                    /** @default null */
                    title: string | null;
                  };
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  theme: "auto" | "light" | "dark";
                };
                models?: {
                  connectionId: string;
                  model: string;
                }[];
                name?: string;
                role?: string;
                suggestions?: string[];
                /** @enum {string} */
                tone?: "friendly" | "neutral" | "formal" | "playful";
              };
              siteUrl: string | null;
              /** @enum {string} */
              state: "reading" | "ready" | "empty";
              /** @enum {string} */
              status: "active" | "archived";
              suggestions: string[];
              /** Format: date-time */
              updatedAt: string;
              version: number;
            };
          };
        };
        /** @description Default Response */
        201: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
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
              hasDraft: boolean;
              id: string;
              language: string;
              look: {
                /** @default null */
                accent: string | null;
                /**
                 * @default logo
                 * @enum {string}
                 */
                avatar: "logo" | "letter" | "none";
                /** @default null */
                corners: number | null;
                /** @default [] */
                domains: string[];
                /** @default null */
                font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                launcher: {
                  /** @default null */
                  icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                  /** @default null */
                  kind: ("icon" | "logo" | "label") | null;
                  /** @default null */
                  label: string | null;
                };
                /** @default null */
                legal: {
                  text: string;
                  /** @default null */
                  url: string | null;
                } | null;
                /** @default true */
                mirrored: boolean;
                offset: {
                  /** @default null */
                  x: number | null;
                  /** @default null */
                  y: number | null;
                };
                pages: {
                  /** @default [] */
                  hide: (string & (unknown & unknown))[];
                  /** @default [] */
                  show: (string & (unknown & unknown))[];
                };
                /**
                 * @default bottom-right
                 * @enum {string}
                 */
                position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                /**
                 * @default regular
                 * @enum {string}
                 */
                size: "compact" | "regular" | "large";
                /** @default true */
                sources: boolean;
                /** @default true */
                suggestions: boolean;
                /**
                 * @default clear
                 * @enum {string}
                 */
                template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                texts: {
                  /** @default null */
                  placeholder: string | null;
                  /** @default null */
                  subtitle: string | null;
                  /** @default null */
                  title: string | null;
                };
                /**
                 * @default auto
                 * @enum {string}
                 */
                theme: "auto" | "light" | "dark";
              };
              name: string;
              revision: number;
              settings: {
                facts?: {
                  address?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  email?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  hours?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  phone?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                };
                fallbacks?: {
                  away?: string;
                  failed?: string;
                  person?: string;
                  unavailable?: string;
                  unknown?: string;
                };
                goals?: string[];
                greeting?: string;
                guardrails?: string[];
                hours?: {
                  days: {
                    /** @default [] */
                    friday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    monday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    saturday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    sunday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    thursday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    tuesday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    wednesday: {
                      from: string;
                      to: string;
                    }[];
                  };
                  timeZone: string;
                };
                instructions?: string;
                language?: string;
                /** @enum {string} */
                length?: "short" | "medium" | "detailed";
                look?: {
                  /** @default null */
                  accent: string | null;
                  /**
                   * @default logo
                   * @enum {string}
                   */
                  avatar: "logo" | "letter" | "none";
                  /** @default null */
                  corners: number | null;
                  /** @default [] */
                  domains: string[];
                  /** @default null */
                  font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                  launcher: {
                    /** @default null */
                    icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                    /** @default null */
                    kind: ("icon" | "logo" | "label") | null;
                    /** @default null */
                    label: string | null;
                  };
                  /** @default null */
                  legal: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  } | null;
                  /** @default true */
                  mirrored: boolean;
                  offset: {
                    /** @default null */
                    x: number | null;
                    /** @default null */
                    y: number | null;
                  };
                  pages: {
                    /** @default [] */
                    hide: (string & (unknown & unknown))[];
                    /** @default [] */
                    show: (string & (unknown & unknown))[];
                  };
                  /**
                   * @default bottom-right
                   * @enum {string}
                   */
                  position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                  /**
                   * @default regular
                   * @enum {string}
                   */
                  size: "compact" | "regular" | "large";
                  /** @default true */
                  sources: boolean;
                  /** @default true */
                  suggestions: boolean;
                  /**
                   * @default clear
                   * @enum {string}
                   */
                  template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                  texts: {
                    /** @default null */
                    placeholder: string | null;
                    /** @default null */
                    subtitle: string | null;
                    /** @default null */
                    title: string | null;
                  };
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  theme: "auto" | "light" | "dark";
                };
                models?: {
                  connectionId: string;
                  model: string;
                }[];
                name?: string;
                role?: string;
                suggestions?: string[];
                /** @enum {string} */
                tone?: "friendly" | "neutral" | "formal" | "playful";
              };
              siteUrl: string | null;
              /** @enum {string} */
              state: "reading" | "ready" | "empty";
              /** @enum {string} */
              status: "active" | "archived";
              suggestions: string[];
              /** Format: date-time */
              updatedAt: string;
              version: number;
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
    /** One agent */
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
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
              hasDraft: boolean;
              id: string;
              language: string;
              look: {
                /** @default null */
                accent: string | null;
                /**
                 * @default logo
                 * @enum {string}
                 */
                avatar: "logo" | "letter" | "none";
                /** @default null */
                corners: number | null;
                /** @default [] */
                domains: string[];
                /** @default null */
                font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                launcher: {
                  /** @default null */
                  icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                  /** @default null */
                  kind: ("icon" | "logo" | "label") | null;
                  /** @default null */
                  label: string | null;
                };
                /** @default null */
                legal: {
                  text: string;
                  /** @default null */
                  url: string | null;
                } | null;
                /** @default true */
                mirrored: boolean;
                offset: {
                  /** @default null */
                  x: number | null;
                  /** @default null */
                  y: number | null;
                };
                pages: {
                  /** @default [] */
                  hide: (string & (unknown & unknown))[];
                  /** @default [] */
                  show: (string & (unknown & unknown))[];
                };
                /**
                 * @default bottom-right
                 * @enum {string}
                 */
                position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                /**
                 * @default regular
                 * @enum {string}
                 */
                size: "compact" | "regular" | "large";
                /** @default true */
                sources: boolean;
                /** @default true */
                suggestions: boolean;
                /**
                 * @default clear
                 * @enum {string}
                 */
                template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                texts: {
                  /** @default null */
                  placeholder: string | null;
                  /** @default null */
                  subtitle: string | null;
                  /** @default null */
                  title: string | null;
                };
                /**
                 * @default auto
                 * @enum {string}
                 */
                theme: "auto" | "light" | "dark";
              };
              name: string;
              revision: number;
              settings: {
                facts?: {
                  address?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  email?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  hours?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  phone?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                };
                fallbacks?: {
                  away?: string;
                  failed?: string;
                  person?: string;
                  unavailable?: string;
                  unknown?: string;
                };
                goals?: string[];
                greeting?: string;
                guardrails?: string[];
                hours?: {
                  days: {
                    /** @default [] */
                    friday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    monday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    saturday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    sunday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    thursday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    tuesday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    wednesday: {
                      from: string;
                      to: string;
                    }[];
                  };
                  timeZone: string;
                };
                instructions?: string;
                language?: string;
                /** @enum {string} */
                length?: "short" | "medium" | "detailed";
                look?: {
                  /** @default null */
                  accent: string | null;
                  /**
                   * @default logo
                   * @enum {string}
                   */
                  avatar: "logo" | "letter" | "none";
                  /** @default null */
                  corners: number | null;
                  /** @default [] */
                  domains: string[];
                  /** @default null */
                  font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                  launcher: {
                    /** @default null */
                    icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                    /** @default null */
                    kind: ("icon" | "logo" | "label") | null;
                    /** @default null */
                    label: string | null;
                  };
                  /** @default null */
                  legal: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  } | null;
                  /** @default true */
                  mirrored: boolean;
                  offset: {
                    /** @default null */
                    x: number | null;
                    /** @default null */
                    y: number | null;
                  };
                  pages: {
                    /** @default [] */
                    hide: (string & (unknown & unknown))[];
                    /** @default [] */
                    show: (string & (unknown & unknown))[];
                  };
                  /**
                   * @default bottom-right
                   * @enum {string}
                   */
                  position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                  /**
                   * @default regular
                   * @enum {string}
                   */
                  size: "compact" | "regular" | "large";
                  /** @default true */
                  sources: boolean;
                  /** @default true */
                  suggestions: boolean;
                  /**
                   * @default clear
                   * @enum {string}
                   */
                  template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                  texts: {
                    /** @default null */
                    placeholder: string | null;
                    /** @default null */
                    subtitle: string | null;
                    /** @default null */
                    title: string | null;
                  };
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  theme: "auto" | "light" | "dark";
                };
                models?: {
                  connectionId: string;
                  model: string;
                }[];
                name?: string;
                role?: string;
                suggestions?: string[];
                /** @enum {string} */
                tone?: "friendly" | "neutral" | "formal" | "playful";
              };
              siteUrl: string | null;
              /** @enum {string} */
              state: "reading" | "ready" | "empty";
              /** @enum {string} */
              status: "active" | "archived";
              suggestions: string[];
              /** Format: date-time */
              updatedAt: string;
              version: number;
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
    /** Remove an agent with its knowledge, conversations and files; this cannot be undone */
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
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
    options?: never;
    head?: never;
    /** Change what visitors see at once, as a new version; `null` takes a setting back to what the site says */
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
            facts?: {
              address?: {
                text: string;
                /** @default null */
                url?: string | null;
              }[];
              email?: {
                text: string;
                /** @default null */
                url?: string | null;
              }[];
              hours?: {
                text: string;
                /** @default null */
                url?: string | null;
              }[];
              phone?: {
                text: string;
                /** @default null */
                url?: string | null;
              }[];
            } | null;
            fallbacks?: {
              away?: string;
              failed?: string;
              person?: string;
              unavailable?: string;
              unknown?: string;
            } | null;
            goals?: string[] | null;
            greeting?: string | null;
            guardrails?: string[] | null;
            hours?: {
              days: {
                /** @default [] */
                friday?: {
                  from: string;
                  to: string;
                }[];
                /** @default [] */
                monday?: {
                  from: string;
                  to: string;
                }[];
                /** @default [] */
                saturday?: {
                  from: string;
                  to: string;
                }[];
                /** @default [] */
                sunday?: {
                  from: string;
                  to: string;
                }[];
                /** @default [] */
                thursday?: {
                  from: string;
                  to: string;
                }[];
                /** @default [] */
                tuesday?: {
                  from: string;
                  to: string;
                }[];
                /** @default [] */
                wednesday?: {
                  from: string;
                  to: string;
                }[];
              };
              timeZone: string;
            } | null;
            instructions?: string | null;
            language?: string | null;
            length?: ("short" | "medium" | "detailed") | null;
            look?: {
              /** @default null */
              accent?: string | null;
              /**
               * @default logo
               * @enum {string}
               */
              avatar?: "logo" | "letter" | "none";
              /** @default null */
              corners?: number | null;
              /** @default [] */
              domains?: string[];
              /** @default null */
              font?: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
              /** @default {} */
              launcher?: {
                /** @default null */
                icon?: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                /** @default null */
                kind?: ("icon" | "logo" | "label") | null;
                /** @default null */
                label?: string | null;
              };
              /** @default null */
              legal?: {
                text: string;
                /** @default null */
                url?: string | null;
              } | null;
              /** @default true */
              mirrored?: boolean;
              /** @default {} */
              offset?: {
                /** @default null */
                x?: number | null;
                /** @default null */
                y?: number | null;
              };
              /** @default {} */
              pages?: {
                /** @default [] */
                hide?: (string & (unknown & unknown))[];
                /** @default [] */
                show?: (string & (unknown & unknown))[];
              };
              /**
               * @default bottom-right
               * @enum {string}
               */
              position?: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
              /**
               * @default regular
               * @enum {string}
               */
              size?: "compact" | "regular" | "large";
              /** @default true */
              sources?: boolean;
              /** @default true */
              suggestions?: boolean;
              /**
               * @default clear
               * @enum {string}
               */
              template?: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
              /** @default {} */
              texts?: {
                /** @default null */
                placeholder?: string | null;
                /** @default null */
                subtitle?: string | null;
                /** @default null */
                title?: string | null;
              };
              /**
               * @default auto
               * @enum {string}
               */
              theme?: "auto" | "light" | "dark";
            } | null;
            models?:
              | {
                  connectionId: string;
                  model: string;
                }[]
              | null;
            name?: string | null;
            role?: string | null;
            suggestions?: string[] | null;
            tone?: ("friendly" | "neutral" | "formal" | "playful") | null;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
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
              hasDraft: boolean;
              id: string;
              language: string;
              look: {
                /** @default null */
                accent: string | null;
                /**
                 * @default logo
                 * @enum {string}
                 */
                avatar: "logo" | "letter" | "none";
                /** @default null */
                corners: number | null;
                /** @default [] */
                domains: string[];
                /** @default null */
                font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                launcher: {
                  /** @default null */
                  icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                  /** @default null */
                  kind: ("icon" | "logo" | "label") | null;
                  /** @default null */
                  label: string | null;
                };
                /** @default null */
                legal: {
                  text: string;
                  /** @default null */
                  url: string | null;
                } | null;
                /** @default true */
                mirrored: boolean;
                offset: {
                  /** @default null */
                  x: number | null;
                  /** @default null */
                  y: number | null;
                };
                pages: {
                  /** @default [] */
                  hide: (string & (unknown & unknown))[];
                  /** @default [] */
                  show: (string & (unknown & unknown))[];
                };
                /**
                 * @default bottom-right
                 * @enum {string}
                 */
                position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                /**
                 * @default regular
                 * @enum {string}
                 */
                size: "compact" | "regular" | "large";
                /** @default true */
                sources: boolean;
                /** @default true */
                suggestions: boolean;
                /**
                 * @default clear
                 * @enum {string}
                 */
                template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                texts: {
                  /** @default null */
                  placeholder: string | null;
                  /** @default null */
                  subtitle: string | null;
                  /** @default null */
                  title: string | null;
                };
                /**
                 * @default auto
                 * @enum {string}
                 */
                theme: "auto" | "light" | "dark";
              };
              name: string;
              revision: number;
              settings: {
                facts?: {
                  address?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  email?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  hours?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  phone?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                };
                fallbacks?: {
                  away?: string;
                  failed?: string;
                  person?: string;
                  unavailable?: string;
                  unknown?: string;
                };
                goals?: string[];
                greeting?: string;
                guardrails?: string[];
                hours?: {
                  days: {
                    /** @default [] */
                    friday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    monday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    saturday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    sunday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    thursday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    tuesday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    wednesday: {
                      from: string;
                      to: string;
                    }[];
                  };
                  timeZone: string;
                };
                instructions?: string;
                language?: string;
                /** @enum {string} */
                length?: "short" | "medium" | "detailed";
                look?: {
                  /** @default null */
                  accent: string | null;
                  /**
                   * @default logo
                   * @enum {string}
                   */
                  avatar: "logo" | "letter" | "none";
                  /** @default null */
                  corners: number | null;
                  /** @default [] */
                  domains: string[];
                  /** @default null */
                  font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                  launcher: {
                    /** @default null */
                    icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                    /** @default null */
                    kind: ("icon" | "logo" | "label") | null;
                    /** @default null */
                    label: string | null;
                  };
                  /** @default null */
                  legal: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  } | null;
                  /** @default true */
                  mirrored: boolean;
                  offset: {
                    /** @default null */
                    x: number | null;
                    /** @default null */
                    y: number | null;
                  };
                  pages: {
                    /** @default [] */
                    hide: (string & (unknown & unknown))[];
                    /** @default [] */
                    show: (string & (unknown & unknown))[];
                  };
                  /**
                   * @default bottom-right
                   * @enum {string}
                   */
                  position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                  /**
                   * @default regular
                   * @enum {string}
                   */
                  size: "compact" | "regular" | "large";
                  /** @default true */
                  sources: boolean;
                  /** @default true */
                  suggestions: boolean;
                  /**
                   * @default clear
                   * @enum {string}
                   */
                  template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                  texts: {
                    /** @default null */
                    placeholder: string | null;
                    /** @default null */
                    subtitle: string | null;
                    /** @default null */
                    title: string | null;
                  };
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  theme: "auto" | "light" | "dark";
                };
                models?: {
                  connectionId: string;
                  model: string;
                }[];
                name?: string;
                role?: string;
                suggestions?: string[];
                /** @enum {string} */
                tone?: "friendly" | "neutral" | "formal" | "playful";
              };
              siteUrl: string | null;
              /** @enum {string} */
              state: "reading" | "ready" | "empty";
              /** @enum {string} */
              status: "active" | "archived";
              suggestions: string[];
              /** Format: date-time */
              updatedAt: string;
              version: number;
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
  "/v1/agents/{id}/answer-suggestions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Answers out of conversations that wait for somebody's yes, newest first */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          reason?: "rated-up" | "asked-often";
          status?: "suggested" | "dismissed";
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
                answer: string;
                asked: number;
                conversationId: string | null;
                /** Format: date-time */
                createdAt: string;
                id: string;
                language: string;
                messageId: string | null;
                question: string;
                /** @enum {string} */
                reason: "rated-up" | "asked-often";
                revision: number;
                /** @enum {string} */
                status: "suggested" | "dismissed";
                topicId: string | null;
                variants: string[];
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
  "/v1/agents/{id}/answer-suggestions/{suggestionId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One suggested answer */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
          suggestionId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              answer: string;
              asked: number;
              conversationId: string | null;
              /** Format: date-time */
              createdAt: string;
              id: string;
              language: string;
              messageId: string | null;
              question: string;
              /** @enum {string} */
              reason: "rated-up" | "asked-often";
              revision: number;
              /** @enum {string} */
              status: "suggested" | "dismissed";
              topicId: string | null;
              variants: string[];
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
    /** Dismiss a suggestion, or take it up again */
    patch: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
          suggestionId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            /** @enum {string} */
            status: "suggested" | "dismissed";
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              answer: string;
              asked: number;
              conversationId: string | null;
              /** Format: date-time */
              createdAt: string;
              id: string;
              language: string;
              messageId: string | null;
              question: string;
              /** @enum {string} */
              reason: "rated-up" | "asked-often";
              revision: number;
              /** @enum {string} */
              status: "suggested" | "dismissed";
              topicId: string | null;
              variants: string[];
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
  "/v1/agents/{id}/answer-suggestions/{suggestionId}/approve": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a verified answer of a suggestion, as it is or changed */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
          suggestionId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          /**
           * @example {
           *       "question": "Can I bring my dog?",
           *       "variants": [
           *         "Are dogs allowed?"
           *       ],
           *       "answer": "Dogs are welcome on the terrace.",
           *       "tags": [
           *         "house rules"
           *       ],
           *       "validFrom": "2026-05-01T00:00:00Z"
           *     }
           */
          "application/json": {
            answer: string;
            /** @default null */
            conversationId?: string | null;
            /** @default true */
            enabled?: boolean;
            language?: string;
            /** @default null */
            messageId?: string | null;
            question: string;
            /** @default false */
            replace?: boolean;
            /** @default null */
            spoken?: string | null;
            /** @default [] */
            tags?: string[];
            /** @default null */
            validFrom?: string | null;
            /** @default null */
            validTo?: string | null;
            /** @default [] */
            variants?: string[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              answer: string;
              conversationId: string | null;
              /** Format: date-time */
              createdAt: string;
              createdBy: {
                id: string;
                name: string | null;
                type: string;
              };
              enabled: boolean;
              id: string;
              language: string;
              messageId: string | null;
              question: string;
              revision: number;
              spoken: string | null;
              /** @enum {string} */
              state: "active" | "scheduled" | "expired" | "off";
              tags: string[];
              /** Format: date-time */
              updatedAt: string;
              updatedBy: {
                id: string;
                name: string | null;
                type: string;
              };
              validFrom: string | null;
              validTo: string | null;
              variants: string[];
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
  "/v1/agents/{id}/archive": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put an agent aside: it answers nobody, and nothing is lost */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
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
              hasDraft: boolean;
              id: string;
              language: string;
              look: {
                /** @default null */
                accent: string | null;
                /**
                 * @default logo
                 * @enum {string}
                 */
                avatar: "logo" | "letter" | "none";
                /** @default null */
                corners: number | null;
                /** @default [] */
                domains: string[];
                /** @default null */
                font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                launcher: {
                  /** @default null */
                  icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                  /** @default null */
                  kind: ("icon" | "logo" | "label") | null;
                  /** @default null */
                  label: string | null;
                };
                /** @default null */
                legal: {
                  text: string;
                  /** @default null */
                  url: string | null;
                } | null;
                /** @default true */
                mirrored: boolean;
                offset: {
                  /** @default null */
                  x: number | null;
                  /** @default null */
                  y: number | null;
                };
                pages: {
                  /** @default [] */
                  hide: (string & (unknown & unknown))[];
                  /** @default [] */
                  show: (string & (unknown & unknown))[];
                };
                /**
                 * @default bottom-right
                 * @enum {string}
                 */
                position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                /**
                 * @default regular
                 * @enum {string}
                 */
                size: "compact" | "regular" | "large";
                /** @default true */
                sources: boolean;
                /** @default true */
                suggestions: boolean;
                /**
                 * @default clear
                 * @enum {string}
                 */
                template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                texts: {
                  /** @default null */
                  placeholder: string | null;
                  /** @default null */
                  subtitle: string | null;
                  /** @default null */
                  title: string | null;
                };
                /**
                 * @default auto
                 * @enum {string}
                 */
                theme: "auto" | "light" | "dark";
              };
              name: string;
              revision: number;
              settings: {
                facts?: {
                  address?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  email?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  hours?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  phone?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                };
                fallbacks?: {
                  away?: string;
                  failed?: string;
                  person?: string;
                  unavailable?: string;
                  unknown?: string;
                };
                goals?: string[];
                greeting?: string;
                guardrails?: string[];
                hours?: {
                  days: {
                    /** @default [] */
                    friday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    monday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    saturday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    sunday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    thursday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    tuesday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    wednesday: {
                      from: string;
                      to: string;
                    }[];
                  };
                  timeZone: string;
                };
                instructions?: string;
                language?: string;
                /** @enum {string} */
                length?: "short" | "medium" | "detailed";
                look?: {
                  /** @default null */
                  accent: string | null;
                  /**
                   * @default logo
                   * @enum {string}
                   */
                  avatar: "logo" | "letter" | "none";
                  /** @default null */
                  corners: number | null;
                  /** @default [] */
                  domains: string[];
                  /** @default null */
                  font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                  launcher: {
                    /** @default null */
                    icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                    /** @default null */
                    kind: ("icon" | "logo" | "label") | null;
                    /** @default null */
                    label: string | null;
                  };
                  /** @default null */
                  legal: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  } | null;
                  /** @default true */
                  mirrored: boolean;
                  offset: {
                    /** @default null */
                    x: number | null;
                    /** @default null */
                    y: number | null;
                  };
                  pages: {
                    /** @default [] */
                    hide: (string & (unknown & unknown))[];
                    /** @default [] */
                    show: (string & (unknown & unknown))[];
                  };
                  /**
                   * @default bottom-right
                   * @enum {string}
                   */
                  position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                  /**
                   * @default regular
                   * @enum {string}
                   */
                  size: "compact" | "regular" | "large";
                  /** @default true */
                  sources: boolean;
                  /** @default true */
                  suggestions: boolean;
                  /**
                   * @default clear
                   * @enum {string}
                   */
                  template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                  texts: {
                    /** @default null */
                    placeholder: string | null;
                    /** @default null */
                    subtitle: string | null;
                    /** @default null */
                    title: string | null;
                  };
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  theme: "auto" | "light" | "dark";
                };
                models?: {
                  connectionId: string;
                  model: string;
                }[];
                name?: string;
                role?: string;
                suggestions?: string[];
                /** @enum {string} */
                tone?: "friendly" | "neutral" | "formal" | "playful";
              };
              siteUrl: string | null;
              /** @enum {string} */
              state: "reading" | "ready" | "empty";
              /** @enum {string} */
              status: "active" | "archived";
              suggestions: string[];
              /** Format: date-time */
              updatedAt: string;
              version: number;
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
  "/v1/agents/{id}/ask": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask an agent and wait for the answer */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          /**
           * @example {
           *       "question": "Can I return everything?",
           *       "filter": {
           *         "languages": [
           *           "en"
           *         ],
           *         "tags": [
           *           "returns"
           *         ]
           *       }
           *     }
           */
          "application/json": {
            conversationId?: string;
            filter?: {
              audience?: string;
              languages?: string[];
              sources?: string[];
              tags?: string[];
            };
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
                /** Format: date-time */
                checkedAt?: string;
                documentId: string;
                documentVersion?: number;
                externalId: string | null;
                link: string | null;
                number: number;
                place?: {
                  lastRow?: number;
                  page?: number;
                  row?: number;
                  sheet?: string;
                  slide?: number;
                };
                text: string;
                title: string;
                url: string | null;
                verified?: boolean;
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
  "/v1/agents/{id}/catalogue": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How much the catalogue holds, how long prices are quoted, and how the last import went */
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              categories: string[];
              currencies: string[];
              import: {
                faults: {
                  field: string | null;
                  message: string;
                  row: number;
                }[];
                faulty: number;
                finishedAt: string | null;
                message: string | null;
                removed: number;
                rows: number;
                /** Format: date-time */
                startedAt: string;
                /** @enum {string} */
                status: "running" | "done" | "failed";
                stored: number;
                unchanged: number;
              } | null;
              priceLimitDays: number | null;
              products: number;
              revision: number;
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
    /** How many days prices from pages and feeds are quoted; null for ever */
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
            priceLimitDays: number | null;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              categories: string[];
              currencies: string[];
              import: {
                faults: {
                  field: string | null;
                  message: string;
                  row: number;
                }[];
                faulty: number;
                finishedAt: string | null;
                message: string | null;
                removed: number;
                rows: number;
                /** Format: date-time */
                startedAt: string;
                /** @enum {string} */
                status: "running" | "done" | "failed";
                stored: number;
                unchanged: number;
              } | null;
              priceLimitDays: number | null;
              products: number;
              revision: number;
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
  "/v1/agents/{id}/changes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is different between two versions, field by field */
    get: {
      parameters: {
        query?: {
          from?: string;
          to?: string;
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
              changes: {
                after: unknown;
                before: unknown;
                field: string;
                items: {
                  added: string[];
                  removed: string[];
                } | null;
                text:
                  | {
                      text: string;
                      /** @enum {string} */
                      type: "same" | "added" | "removed";
                    }[]
                  | null;
              }[];
              from: string;
              to: string;
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
  "/v1/agents/{id}/configuration": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Behaviour, look, sources and verified answers as one document */
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
              /** @enum {number} */
              parley: 1;
              settings: {
                facts?: {
                  address?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  email?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  hours?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  phone?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                };
                fallbacks?: {
                  away?: string;
                  failed?: string;
                  person?: string;
                  unavailable?: string;
                  unknown?: string;
                };
                goals?: string[];
                greeting?: string;
                guardrails?: string[];
                hours?: {
                  days: {
                    /** @default [] */
                    friday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    monday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    saturday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    sunday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    thursday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    tuesday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    wednesday: {
                      from: string;
                      to: string;
                    }[];
                  };
                  timeZone: string;
                };
                instructions?: string;
                language?: string;
                /** @enum {string} */
                length?: "short" | "medium" | "detailed";
                look?: {
                  /** @default null */
                  accent: string | null;
                  /**
                   * @default logo
                   * @enum {string}
                   */
                  avatar: "logo" | "letter" | "none";
                  /** @default null */
                  corners: number | null;
                  /** @default [] */
                  domains: string[];
                  /** @default null */
                  font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                  launcher: {
                    /** @default null */
                    icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                    /** @default null */
                    kind: ("icon" | "logo" | "label") | null;
                    /** @default null */
                    label: string | null;
                  };
                  /** @default null */
                  legal: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  } | null;
                  /** @default true */
                  mirrored: boolean;
                  offset: {
                    /** @default null */
                    x: number | null;
                    /** @default null */
                    y: number | null;
                  };
                  pages: {
                    /** @default [] */
                    hide: (string & (unknown & unknown))[];
                    /** @default [] */
                    show: (string & (unknown & unknown))[];
                  };
                  /**
                   * @default bottom-right
                   * @enum {string}
                   */
                  position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                  /**
                   * @default regular
                   * @enum {string}
                   */
                  size: "compact" | "regular" | "large";
                  /** @default true */
                  sources: boolean;
                  /** @default true */
                  suggestions: boolean;
                  /**
                   * @default clear
                   * @enum {string}
                   */
                  template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                  texts: {
                    /** @default null */
                    placeholder: string | null;
                    /** @default null */
                    subtitle: string | null;
                    /** @default null */
                    title: string | null;
                  };
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  theme: "auto" | "light" | "dark";
                };
                models?: {
                  connectionId: string;
                  model: string;
                }[];
                name?: string;
                role?: string;
                suggestions?: string[];
                /** @enum {string} */
                tone?: "friendly" | "neutral" | "formal" | "playful";
              };
              sources?: {
                settings?: {
                  /** @default null */
                  concurrency?: number | null;
                  /** @default [] */
                  dropSelectors?: string[];
                  /** @default [] */
                  exclude?: string[];
                  /** @default true */
                  foldCanonical?: boolean;
                  /** @default false */
                  foldLanguages?: boolean;
                  /** @default [] */
                  include?: string[];
                  /** @default [] */
                  keepSelectors?: string[];
                  /** @default null */
                  maxDepth?: number | null;
                  /** @default 2000 */
                  pageLimit?: number;
                  /** @default [] */
                  queryNames?: string[];
                  /**
                   * @default all
                   * @enum {string}
                   */
                  queryRule?: "all" | "none" | "only" | "without";
                  /** @default true */
                  readFiles?: boolean;
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  rendering?: "auto" | "always" | "never";
                  /** @default null */
                  requestsPerSecond?: number | null;
                  /** @default [] */
                  sitemaps?: string[];
                  /** @default [] */
                  subdomains?: string[];
                  /** @default true */
                  useSitemaps?: boolean;
                };
                /** @enum {string} */
                type: "website";
                url: string;
              }[];
              verifiedAnswers?: {
                answer: string;
                /** @default true */
                enabled: boolean;
                language?: string;
                question: string;
                /** @default null */
                spoken: string | null;
                /** @default [] */
                tags: string[];
                /** @default null */
                validFrom: string | null;
                /** @default null */
                validTo: string | null;
                /** @default [] */
                variants: string[];
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
    /** Make an agent as a document says, and publish it; applying it again changes nothing */
    put: {
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
            /** @enum {number} */
            parley: 1;
            settings: {
              facts?: {
                address?: {
                  text: string;
                  /** @default null */
                  url?: string | null;
                }[];
                email?: {
                  text: string;
                  /** @default null */
                  url?: string | null;
                }[];
                hours?: {
                  text: string;
                  /** @default null */
                  url?: string | null;
                }[];
                phone?: {
                  text: string;
                  /** @default null */
                  url?: string | null;
                }[];
              };
              fallbacks?: {
                away?: string;
                failed?: string;
                person?: string;
                unavailable?: string;
                unknown?: string;
              };
              goals?: string[];
              greeting?: string;
              guardrails?: string[];
              hours?: {
                days: {
                  /** @default [] */
                  friday?: {
                    from: string;
                    to: string;
                  }[];
                  /** @default [] */
                  monday?: {
                    from: string;
                    to: string;
                  }[];
                  /** @default [] */
                  saturday?: {
                    from: string;
                    to: string;
                  }[];
                  /** @default [] */
                  sunday?: {
                    from: string;
                    to: string;
                  }[];
                  /** @default [] */
                  thursday?: {
                    from: string;
                    to: string;
                  }[];
                  /** @default [] */
                  tuesday?: {
                    from: string;
                    to: string;
                  }[];
                  /** @default [] */
                  wednesday?: {
                    from: string;
                    to: string;
                  }[];
                };
                timeZone: string;
              };
              instructions?: string;
              language?: string;
              /** @enum {string} */
              length?: "short" | "medium" | "detailed";
              look?: {
                /** @default null */
                accent?: string | null;
                /**
                 * @default logo
                 * @enum {string}
                 */
                avatar?: "logo" | "letter" | "none";
                /** @default null */
                corners?: number | null;
                /** @default [] */
                domains?: string[];
                /** @default null */
                font?: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                /** @default {} */
                launcher?: {
                  /** @default null */
                  icon?: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                  /** @default null */
                  kind?: ("icon" | "logo" | "label") | null;
                  /** @default null */
                  label?: string | null;
                };
                /** @default null */
                legal?: {
                  text: string;
                  /** @default null */
                  url?: string | null;
                } | null;
                /** @default true */
                mirrored?: boolean;
                /** @default {} */
                offset?: {
                  /** @default null */
                  x?: number | null;
                  /** @default null */
                  y?: number | null;
                };
                /** @default {} */
                pages?: {
                  /** @default [] */
                  hide?: (string & (unknown & unknown))[];
                  /** @default [] */
                  show?: (string & (unknown & unknown))[];
                };
                /**
                 * @default bottom-right
                 * @enum {string}
                 */
                position?: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                /**
                 * @default regular
                 * @enum {string}
                 */
                size?: "compact" | "regular" | "large";
                /** @default true */
                sources?: boolean;
                /** @default true */
                suggestions?: boolean;
                /**
                 * @default clear
                 * @enum {string}
                 */
                template?: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                /** @default {} */
                texts?: {
                  /** @default null */
                  placeholder?: string | null;
                  /** @default null */
                  subtitle?: string | null;
                  /** @default null */
                  title?: string | null;
                };
                /**
                 * @default auto
                 * @enum {string}
                 */
                theme?: "auto" | "light" | "dark";
              };
              models?: {
                connectionId: string;
                model: string;
              }[];
              name?: string;
              role?: string;
              suggestions?: string[];
              /** @enum {string} */
              tone?: "friendly" | "neutral" | "formal" | "playful";
            };
            sources?: {
              settings?: {
                /** @default null */
                concurrency?: number | null;
                /** @default [] */
                dropSelectors?: string[];
                /** @default [] */
                exclude?: string[];
                /** @default true */
                foldCanonical?: boolean;
                /** @default false */
                foldLanguages?: boolean;
                /** @default [] */
                include?: string[];
                /** @default [] */
                keepSelectors?: string[];
                /** @default null */
                maxDepth?: number | null;
                /** @default 2000 */
                pageLimit?: number;
                /** @default [] */
                queryNames?: string[];
                /**
                 * @default all
                 * @enum {string}
                 */
                queryRule?: "all" | "none" | "only" | "without";
                /** @default true */
                readFiles?: boolean;
                /**
                 * @default auto
                 * @enum {string}
                 */
                rendering?: "auto" | "always" | "never";
                /** @default null */
                requestsPerSecond?: number | null;
                /** @default [] */
                sitemaps?: string[];
                /** @default [] */
                subdomains?: string[];
                /** @default true */
                useSitemaps?: boolean;
              };
              /** @enum {string} */
              type: "website";
              url: string;
            }[];
            verifiedAnswers?: {
              answer: string;
              /** @default true */
              enabled?: boolean;
              language?: string;
              question: string;
              /** @default null */
              spoken?: string | null;
              /** @default [] */
              tags?: string[];
              /** @default null */
              validFrom?: string | null;
              /** @default null */
              validTo?: string | null;
              /** @default [] */
              variants?: string[];
            }[];
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
              same: boolean;
              settings: {
                after: unknown;
                before: unknown;
                field: string;
                items: {
                  added: string[];
                  removed: string[];
                } | null;
                text:
                  | {
                      text: string;
                      /** @enum {string} */
                      type: "same" | "added" | "removed";
                    }[]
                  | null;
              }[];
              sources: {
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                url: string;
              }[];
              verifiedAnswers: {
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                question: string;
              }[];
              version: number;
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
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{id}/configuration/difference": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What applying a document would change; nothing is changed */
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
            /** @enum {number} */
            parley: 1;
            settings: {
              facts?: {
                address?: {
                  text: string;
                  /** @default null */
                  url?: string | null;
                }[];
                email?: {
                  text: string;
                  /** @default null */
                  url?: string | null;
                }[];
                hours?: {
                  text: string;
                  /** @default null */
                  url?: string | null;
                }[];
                phone?: {
                  text: string;
                  /** @default null */
                  url?: string | null;
                }[];
              };
              fallbacks?: {
                away?: string;
                failed?: string;
                person?: string;
                unavailable?: string;
                unknown?: string;
              };
              goals?: string[];
              greeting?: string;
              guardrails?: string[];
              hours?: {
                days: {
                  /** @default [] */
                  friday?: {
                    from: string;
                    to: string;
                  }[];
                  /** @default [] */
                  monday?: {
                    from: string;
                    to: string;
                  }[];
                  /** @default [] */
                  saturday?: {
                    from: string;
                    to: string;
                  }[];
                  /** @default [] */
                  sunday?: {
                    from: string;
                    to: string;
                  }[];
                  /** @default [] */
                  thursday?: {
                    from: string;
                    to: string;
                  }[];
                  /** @default [] */
                  tuesday?: {
                    from: string;
                    to: string;
                  }[];
                  /** @default [] */
                  wednesday?: {
                    from: string;
                    to: string;
                  }[];
                };
                timeZone: string;
              };
              instructions?: string;
              language?: string;
              /** @enum {string} */
              length?: "short" | "medium" | "detailed";
              look?: {
                /** @default null */
                accent?: string | null;
                /**
                 * @default logo
                 * @enum {string}
                 */
                avatar?: "logo" | "letter" | "none";
                /** @default null */
                corners?: number | null;
                /** @default [] */
                domains?: string[];
                /** @default null */
                font?: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                /** @default {} */
                launcher?: {
                  /** @default null */
                  icon?: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                  /** @default null */
                  kind?: ("icon" | "logo" | "label") | null;
                  /** @default null */
                  label?: string | null;
                };
                /** @default null */
                legal?: {
                  text: string;
                  /** @default null */
                  url?: string | null;
                } | null;
                /** @default true */
                mirrored?: boolean;
                /** @default {} */
                offset?: {
                  /** @default null */
                  x?: number | null;
                  /** @default null */
                  y?: number | null;
                };
                /** @default {} */
                pages?: {
                  /** @default [] */
                  hide?: (string & (unknown & unknown))[];
                  /** @default [] */
                  show?: (string & (unknown & unknown))[];
                };
                /**
                 * @default bottom-right
                 * @enum {string}
                 */
                position?: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                /**
                 * @default regular
                 * @enum {string}
                 */
                size?: "compact" | "regular" | "large";
                /** @default true */
                sources?: boolean;
                /** @default true */
                suggestions?: boolean;
                /**
                 * @default clear
                 * @enum {string}
                 */
                template?: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                /** @default {} */
                texts?: {
                  /** @default null */
                  placeholder?: string | null;
                  /** @default null */
                  subtitle?: string | null;
                  /** @default null */
                  title?: string | null;
                };
                /**
                 * @default auto
                 * @enum {string}
                 */
                theme?: "auto" | "light" | "dark";
              };
              models?: {
                connectionId: string;
                model: string;
              }[];
              name?: string;
              role?: string;
              suggestions?: string[];
              /** @enum {string} */
              tone?: "friendly" | "neutral" | "formal" | "playful";
            };
            sources?: {
              settings?: {
                /** @default null */
                concurrency?: number | null;
                /** @default [] */
                dropSelectors?: string[];
                /** @default [] */
                exclude?: string[];
                /** @default true */
                foldCanonical?: boolean;
                /** @default false */
                foldLanguages?: boolean;
                /** @default [] */
                include?: string[];
                /** @default [] */
                keepSelectors?: string[];
                /** @default null */
                maxDepth?: number | null;
                /** @default 2000 */
                pageLimit?: number;
                /** @default [] */
                queryNames?: string[];
                /**
                 * @default all
                 * @enum {string}
                 */
                queryRule?: "all" | "none" | "only" | "without";
                /** @default true */
                readFiles?: boolean;
                /**
                 * @default auto
                 * @enum {string}
                 */
                rendering?: "auto" | "always" | "never";
                /** @default null */
                requestsPerSecond?: number | null;
                /** @default [] */
                sitemaps?: string[];
                /** @default [] */
                subdomains?: string[];
                /** @default true */
                useSitemaps?: boolean;
              };
              /** @enum {string} */
              type: "website";
              url: string;
            }[];
            verifiedAnswers?: {
              answer: string;
              /** @default true */
              enabled?: boolean;
              language?: string;
              question: string;
              /** @default null */
              spoken?: string | null;
              /** @default [] */
              tags?: string[];
              /** @default null */
              validFrom?: string | null;
              /** @default null */
              validTo?: string | null;
              /** @default [] */
              variants?: string[];
            }[];
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
              same: boolean;
              settings: {
                after: unknown;
                before: unknown;
                field: string;
                items: {
                  added: string[];
                  removed: string[];
                } | null;
                text:
                  | {
                      text: string;
                      /** @enum {string} */
                      type: "same" | "added" | "removed";
                    }[]
                  | null;
              }[];
              sources: {
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                url: string;
              }[];
              verifiedAnswers: {
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                question: string;
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
  "/v1/agents/{id}/documents": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The documents of an agent, those of its sources included */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          language?: string;
          limit?: number;
          q?: string;
          sort?: "oldest" | "newest" | "title" | "words";
          sourceId?: string;
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
                audience: string | null;
                checkedAt: string | null;
                externalId: string | null;
                id: string;
                language: string;
                passages: number;
                pinned: boolean;
                sourceId: string | null;
                tags: string[];
                title: string;
                /** Format: date-time */
                updatedAt: string;
                url: string | null;
                version: number;
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
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json":
            | {
                audience?: string | null;
                externalId: string;
                language?: string;
                tags?: string[];
                text: string;
                /** @default  */
                title?: string;
                /** Format: uri */
                url?: string;
              }[]
            | {
                audience?: string | null;
                externalId: string;
                language?: string;
                tags?: string[];
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
                    audience: string | null;
                    checkedAt: string | null;
                    externalId: string | null;
                    id: string;
                    language: string;
                    passages: number;
                    pinned: boolean;
                    sourceId: string | null;
                    tags: string[];
                    title: string;
                    /** Format: date-time */
                    updatedAt: string;
                    url: string | null;
                    version: number;
                    words: number;
                  }[];
                }
              | {
                  agentId: string;
                  audience: string | null;
                  checkedAt: string | null;
                  externalId: string | null;
                  id: string;
                  language: string;
                  passages: number;
                  pinned: boolean;
                  sourceId: string | null;
                  tags: string[];
                  title: string;
                  /** Format: date-time */
                  updatedAt: string;
                  url: string | null;
                  version: number;
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
    /** A document */
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
              audience: string | null;
              checkedAt: string | null;
              externalId: string | null;
              id: string;
              language: string;
              passages: number;
              pinned: boolean;
              sourceId: string | null;
              tags: string[];
              title: string;
              /** Format: date-time */
              updatedAt: string;
              url: string | null;
              version: number;
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
    /** Delete a document */
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
    /** Set a document's tags and audience, by which searches are narrowed */
    patch: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          documentId: string;
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          /**
           * @example {
           *       "tags": [
           *         "pricing"
           *       ],
           *       "audience": "customers"
           *     }
           */
          "application/json": {
            audience?: string | null;
            tags?: string[];
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
              agentId: string;
              audience: string | null;
              checkedAt: string | null;
              externalId: string | null;
              id: string;
              language: string;
              passages: number;
              pinned: boolean;
              sourceId: string | null;
              tags: string[];
              title: string;
              /** Format: date-time */
              updatedAt: string;
              url: string | null;
              version: number;
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
    trace?: never;
  };
  "/v1/agents/{id}/documents/{documentId}/content": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A document's text as Markdown, and the passages made of it */
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
              content: string;
              documentId: string;
              passages: {
                headings: string[];
                language: string;
                position: number;
                text: string;
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
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{id}/documents/bulk": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Delete up to 1,000 documents by your own ids or by ours; what is not there is passed over */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            /** @enum {string} */
            action: "delete";
            /** @default [] */
            externalIds?: string[];
            /** @default [] */
            ids?: string[];
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
              changed: number;
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
  "/v1/agents/{id}/documents/by-external-id/{externalId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A document by your own id */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          externalId: string;
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
              audience: string | null;
              checkedAt: string | null;
              externalId: string | null;
              id: string;
              language: string;
              passages: number;
              pinned: boolean;
              sourceId: string | null;
              tags: string[];
              title: string;
              /** Format: date-time */
              updatedAt: string;
              url: string | null;
              version: number;
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
    /** Store a document under your own id, in place of what was there; searchable when this answers */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          externalId: string;
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            audience?: string | null;
            language?: string;
            tags?: string[];
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
            "application/json": {
              agentId: string;
              audience: string | null;
              checkedAt: string | null;
              externalId: string | null;
              id: string;
              language: string;
              passages: number;
              pinned: boolean;
              sourceId: string | null;
              tags: string[];
              title: string;
              /** Format: date-time */
              updatedAt: string;
              url: string | null;
              version: number;
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
    post?: never;
    /** Delete a document by your own id; one that is not there is no mistake */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          externalId: string;
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{id}/draft": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An agent as it will be */
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
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
                look: {
                  /** @default null */
                  accent: string | null;
                  /**
                   * @default logo
                   * @enum {string}
                   */
                  avatar: "logo" | "letter" | "none";
                  /** @default null */
                  corners: number | null;
                  /** @default [] */
                  domains: string[];
                  /** @default null */
                  font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                  launcher: {
                    /** @default null */
                    icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                    /** @default null */
                    kind: ("icon" | "logo" | "label") | null;
                    /** @default null */
                    label: string | null;
                  };
                  /** @default null */
                  legal: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  } | null;
                  /** @default true */
                  mirrored: boolean;
                  offset: {
                    /** @default null */
                    x: number | null;
                    /** @default null */
                    y: number | null;
                  };
                  pages: {
                    /** @default [] */
                    hide: (string & (unknown & unknown))[];
                    /** @default [] */
                    show: (string & (unknown & unknown))[];
                  };
                  /**
                   * @default bottom-right
                   * @enum {string}
                   */
                  position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                  /**
                   * @default regular
                   * @enum {string}
                   */
                  size: "compact" | "regular" | "large";
                  /** @default true */
                  sources: boolean;
                  /** @default true */
                  suggestions: boolean;
                  /**
                   * @default clear
                   * @enum {string}
                   */
                  template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                  texts: {
                    /** @default null */
                    placeholder: string | null;
                    /** @default null */
                    subtitle: string | null;
                    /** @default null */
                    title: string | null;
                  };
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  theme: "auto" | "light" | "dark";
                };
                name: string;
                siteUrl: string | null;
                /** @enum {string} */
                state: "reading" | "ready" | "empty";
                suggestions: string[];
              };
              agentId: string;
              changed: boolean;
              revision: number;
              settings: {
                facts?: {
                  address?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  email?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  hours?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  phone?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                };
                fallbacks?: {
                  away?: string;
                  failed?: string;
                  person?: string;
                  unavailable?: string;
                  unknown?: string;
                };
                goals?: string[];
                greeting?: string;
                guardrails?: string[];
                hours?: {
                  days: {
                    /** @default [] */
                    friday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    monday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    saturday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    sunday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    thursday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    tuesday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    wednesday: {
                      from: string;
                      to: string;
                    }[];
                  };
                  timeZone: string;
                };
                instructions?: string;
                language?: string;
                /** @enum {string} */
                length?: "short" | "medium" | "detailed";
                look?: {
                  /** @default null */
                  accent: string | null;
                  /**
                   * @default logo
                   * @enum {string}
                   */
                  avatar: "logo" | "letter" | "none";
                  /** @default null */
                  corners: number | null;
                  /** @default [] */
                  domains: string[];
                  /** @default null */
                  font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                  launcher: {
                    /** @default null */
                    icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                    /** @default null */
                    kind: ("icon" | "logo" | "label") | null;
                    /** @default null */
                    label: string | null;
                  };
                  /** @default null */
                  legal: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  } | null;
                  /** @default true */
                  mirrored: boolean;
                  offset: {
                    /** @default null */
                    x: number | null;
                    /** @default null */
                    y: number | null;
                  };
                  pages: {
                    /** @default [] */
                    hide: (string & (unknown & unknown))[];
                    /** @default [] */
                    show: (string & (unknown & unknown))[];
                  };
                  /**
                   * @default bottom-right
                   * @enum {string}
                   */
                  position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                  /**
                   * @default regular
                   * @enum {string}
                   */
                  size: "compact" | "regular" | "large";
                  /** @default true */
                  sources: boolean;
                  /** @default true */
                  suggestions: boolean;
                  /**
                   * @default clear
                   * @enum {string}
                   */
                  template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                  texts: {
                    /** @default null */
                    placeholder: string | null;
                    /** @default null */
                    subtitle: string | null;
                    /** @default null */
                    title: string | null;
                  };
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  theme: "auto" | "light" | "dark";
                };
                models?: {
                  connectionId: string;
                  model: string;
                }[];
                name?: string;
                role?: string;
                suggestions?: string[];
                /** @enum {string} */
                tone?: "friendly" | "neutral" | "formal" | "playful";
              };
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
    /** Throw the draft away */
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
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
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
                look: {
                  /** @default null */
                  accent: string | null;
                  /**
                   * @default logo
                   * @enum {string}
                   */
                  avatar: "logo" | "letter" | "none";
                  /** @default null */
                  corners: number | null;
                  /** @default [] */
                  domains: string[];
                  /** @default null */
                  font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                  launcher: {
                    /** @default null */
                    icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                    /** @default null */
                    kind: ("icon" | "logo" | "label") | null;
                    /** @default null */
                    label: string | null;
                  };
                  /** @default null */
                  legal: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  } | null;
                  /** @default true */
                  mirrored: boolean;
                  offset: {
                    /** @default null */
                    x: number | null;
                    /** @default null */
                    y: number | null;
                  };
                  pages: {
                    /** @default [] */
                    hide: (string & (unknown & unknown))[];
                    /** @default [] */
                    show: (string & (unknown & unknown))[];
                  };
                  /**
                   * @default bottom-right
                   * @enum {string}
                   */
                  position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                  /**
                   * @default regular
                   * @enum {string}
                   */
                  size: "compact" | "regular" | "large";
                  /** @default true */
                  sources: boolean;
                  /** @default true */
                  suggestions: boolean;
                  /**
                   * @default clear
                   * @enum {string}
                   */
                  template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                  texts: {
                    /** @default null */
                    placeholder: string | null;
                    /** @default null */
                    subtitle: string | null;
                    /** @default null */
                    title: string | null;
                  };
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  theme: "auto" | "light" | "dark";
                };
                name: string;
                siteUrl: string | null;
                /** @enum {string} */
                state: "reading" | "ready" | "empty";
                suggestions: string[];
              };
              agentId: string;
              changed: boolean;
              revision: number;
              settings: {
                facts?: {
                  address?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  email?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  hours?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  phone?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                };
                fallbacks?: {
                  away?: string;
                  failed?: string;
                  person?: string;
                  unavailable?: string;
                  unknown?: string;
                };
                goals?: string[];
                greeting?: string;
                guardrails?: string[];
                hours?: {
                  days: {
                    /** @default [] */
                    friday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    monday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    saturday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    sunday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    thursday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    tuesday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    wednesday: {
                      from: string;
                      to: string;
                    }[];
                  };
                  timeZone: string;
                };
                instructions?: string;
                language?: string;
                /** @enum {string} */
                length?: "short" | "medium" | "detailed";
                look?: {
                  /** @default null */
                  accent: string | null;
                  /**
                   * @default logo
                   * @enum {string}
                   */
                  avatar: "logo" | "letter" | "none";
                  /** @default null */
                  corners: number | null;
                  /** @default [] */
                  domains: string[];
                  /** @default null */
                  font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                  launcher: {
                    /** @default null */
                    icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                    /** @default null */
                    kind: ("icon" | "logo" | "label") | null;
                    /** @default null */
                    label: string | null;
                  };
                  /** @default null */
                  legal: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  } | null;
                  /** @default true */
                  mirrored: boolean;
                  offset: {
                    /** @default null */
                    x: number | null;
                    /** @default null */
                    y: number | null;
                  };
                  pages: {
                    /** @default [] */
                    hide: (string & (unknown & unknown))[];
                    /** @default [] */
                    show: (string & (unknown & unknown))[];
                  };
                  /**
                   * @default bottom-right
                   * @enum {string}
                   */
                  position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                  /**
                   * @default regular
                   * @enum {string}
                   */
                  size: "compact" | "regular" | "large";
                  /** @default true */
                  sources: boolean;
                  /** @default true */
                  suggestions: boolean;
                  /**
                   * @default clear
                   * @enum {string}
                   */
                  template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                  texts: {
                    /** @default null */
                    placeholder: string | null;
                    /** @default null */
                    subtitle: string | null;
                    /** @default null */
                    title: string | null;
                  };
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  theme: "auto" | "light" | "dark";
                };
                models?: {
                  connectionId: string;
                  model: string;
                }[];
                name?: string;
                role?: string;
                suggestions?: string[];
                /** @enum {string} */
                tone?: "friendly" | "neutral" | "formal" | "playful";
              };
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
    options?: never;
    head?: never;
    /** Change the draft; visitors see nothing of it before it is published */
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
            facts?: {
              address?: {
                text: string;
                /** @default null */
                url?: string | null;
              }[];
              email?: {
                text: string;
                /** @default null */
                url?: string | null;
              }[];
              hours?: {
                text: string;
                /** @default null */
                url?: string | null;
              }[];
              phone?: {
                text: string;
                /** @default null */
                url?: string | null;
              }[];
            } | null;
            fallbacks?: {
              away?: string;
              failed?: string;
              person?: string;
              unavailable?: string;
              unknown?: string;
            } | null;
            goals?: string[] | null;
            greeting?: string | null;
            guardrails?: string[] | null;
            hours?: {
              days: {
                /** @default [] */
                friday?: {
                  from: string;
                  to: string;
                }[];
                /** @default [] */
                monday?: {
                  from: string;
                  to: string;
                }[];
                /** @default [] */
                saturday?: {
                  from: string;
                  to: string;
                }[];
                /** @default [] */
                sunday?: {
                  from: string;
                  to: string;
                }[];
                /** @default [] */
                thursday?: {
                  from: string;
                  to: string;
                }[];
                /** @default [] */
                tuesday?: {
                  from: string;
                  to: string;
                }[];
                /** @default [] */
                wednesday?: {
                  from: string;
                  to: string;
                }[];
              };
              timeZone: string;
            } | null;
            instructions?: string | null;
            language?: string | null;
            length?: ("short" | "medium" | "detailed") | null;
            look?: {
              /** @default null */
              accent?: string | null;
              /**
               * @default logo
               * @enum {string}
               */
              avatar?: "logo" | "letter" | "none";
              /** @default null */
              corners?: number | null;
              /** @default [] */
              domains?: string[];
              /** @default null */
              font?: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
              /** @default {} */
              launcher?: {
                /** @default null */
                icon?: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                /** @default null */
                kind?: ("icon" | "logo" | "label") | null;
                /** @default null */
                label?: string | null;
              };
              /** @default null */
              legal?: {
                text: string;
                /** @default null */
                url?: string | null;
              } | null;
              /** @default true */
              mirrored?: boolean;
              /** @default {} */
              offset?: {
                /** @default null */
                x?: number | null;
                /** @default null */
                y?: number | null;
              };
              /** @default {} */
              pages?: {
                /** @default [] */
                hide?: (string & (unknown & unknown))[];
                /** @default [] */
                show?: (string & (unknown & unknown))[];
              };
              /**
               * @default bottom-right
               * @enum {string}
               */
              position?: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
              /**
               * @default regular
               * @enum {string}
               */
              size?: "compact" | "regular" | "large";
              /** @default true */
              sources?: boolean;
              /** @default true */
              suggestions?: boolean;
              /**
               * @default clear
               * @enum {string}
               */
              template?: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
              /** @default {} */
              texts?: {
                /** @default null */
                placeholder?: string | null;
                /** @default null */
                subtitle?: string | null;
                /** @default null */
                title?: string | null;
              };
              /**
               * @default auto
               * @enum {string}
               */
              theme?: "auto" | "light" | "dark";
            } | null;
            models?:
              | {
                  connectionId: string;
                  model: string;
                }[]
              | null;
            name?: string | null;
            role?: string | null;
            suggestions?: string[] | null;
            tone?: ("friendly" | "neutral" | "formal" | "playful") | null;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
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
                look: {
                  /** @default null */
                  accent: string | null;
                  /**
                   * @default logo
                   * @enum {string}
                   */
                  avatar: "logo" | "letter" | "none";
                  /** @default null */
                  corners: number | null;
                  /** @default [] */
                  domains: string[];
                  /** @default null */
                  font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                  launcher: {
                    /** @default null */
                    icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                    /** @default null */
                    kind: ("icon" | "logo" | "label") | null;
                    /** @default null */
                    label: string | null;
                  };
                  /** @default null */
                  legal: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  } | null;
                  /** @default true */
                  mirrored: boolean;
                  offset: {
                    /** @default null */
                    x: number | null;
                    /** @default null */
                    y: number | null;
                  };
                  pages: {
                    /** @default [] */
                    hide: (string & (unknown & unknown))[];
                    /** @default [] */
                    show: (string & (unknown & unknown))[];
                  };
                  /**
                   * @default bottom-right
                   * @enum {string}
                   */
                  position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                  /**
                   * @default regular
                   * @enum {string}
                   */
                  size: "compact" | "regular" | "large";
                  /** @default true */
                  sources: boolean;
                  /** @default true */
                  suggestions: boolean;
                  /**
                   * @default clear
                   * @enum {string}
                   */
                  template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                  texts: {
                    /** @default null */
                    placeholder: string | null;
                    /** @default null */
                    subtitle: string | null;
                    /** @default null */
                    title: string | null;
                  };
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  theme: "auto" | "light" | "dark";
                };
                name: string;
                siteUrl: string | null;
                /** @enum {string} */
                state: "reading" | "ready" | "empty";
                suggestions: string[];
              };
              agentId: string;
              changed: boolean;
              revision: number;
              settings: {
                facts?: {
                  address?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  email?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  hours?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  phone?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                };
                fallbacks?: {
                  away?: string;
                  failed?: string;
                  person?: string;
                  unavailable?: string;
                  unknown?: string;
                };
                goals?: string[];
                greeting?: string;
                guardrails?: string[];
                hours?: {
                  days: {
                    /** @default [] */
                    friday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    monday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    saturday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    sunday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    thursday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    tuesday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    wednesday: {
                      from: string;
                      to: string;
                    }[];
                  };
                  timeZone: string;
                };
                instructions?: string;
                language?: string;
                /** @enum {string} */
                length?: "short" | "medium" | "detailed";
                look?: {
                  /** @default null */
                  accent: string | null;
                  /**
                   * @default logo
                   * @enum {string}
                   */
                  avatar: "logo" | "letter" | "none";
                  /** @default null */
                  corners: number | null;
                  /** @default [] */
                  domains: string[];
                  /** @default null */
                  font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                  launcher: {
                    /** @default null */
                    icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                    /** @default null */
                    kind: ("icon" | "logo" | "label") | null;
                    /** @default null */
                    label: string | null;
                  };
                  /** @default null */
                  legal: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  } | null;
                  /** @default true */
                  mirrored: boolean;
                  offset: {
                    /** @default null */
                    x: number | null;
                    /** @default null */
                    y: number | null;
                  };
                  pages: {
                    /** @default [] */
                    hide: (string & (unknown & unknown))[];
                    /** @default [] */
                    show: (string & (unknown & unknown))[];
                  };
                  /**
                   * @default bottom-right
                   * @enum {string}
                   */
                  position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                  /**
                   * @default regular
                   * @enum {string}
                   */
                  size: "compact" | "regular" | "large";
                  /** @default true */
                  sources: boolean;
                  /** @default true */
                  suggestions: boolean;
                  /**
                   * @default clear
                   * @enum {string}
                   */
                  template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                  texts: {
                    /** @default null */
                    placeholder: string | null;
                    /** @default null */
                    subtitle: string | null;
                    /** @default null */
                    title: string | null;
                  };
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  theme: "auto" | "light" | "dark";
                };
                models?: {
                  connectionId: string;
                  model: string;
                }[];
                name?: string;
                role?: string;
                suggestions?: string[];
                /** @enum {string} */
                tone?: "friendly" | "neutral" | "formal" | "playful";
              };
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
  "/v1/agents/{id}/duplicate": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Copy an agent: behaviour and given knowledge are copied, its sources are read anew */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            name?: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
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
              hasDraft: boolean;
              id: string;
              language: string;
              look: {
                /** @default null */
                accent: string | null;
                /**
                 * @default logo
                 * @enum {string}
                 */
                avatar: "logo" | "letter" | "none";
                /** @default null */
                corners: number | null;
                /** @default [] */
                domains: string[];
                /** @default null */
                font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                launcher: {
                  /** @default null */
                  icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                  /** @default null */
                  kind: ("icon" | "logo" | "label") | null;
                  /** @default null */
                  label: string | null;
                };
                /** @default null */
                legal: {
                  text: string;
                  /** @default null */
                  url: string | null;
                } | null;
                /** @default true */
                mirrored: boolean;
                offset: {
                  /** @default null */
                  x: number | null;
                  /** @default null */
                  y: number | null;
                };
                pages: {
                  /** @default [] */
                  hide: (string & (unknown & unknown))[];
                  /** @default [] */
                  show: (string & (unknown & unknown))[];
                };
                /**
                 * @default bottom-right
                 * @enum {string}
                 */
                position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                /**
                 * @default regular
                 * @enum {string}
                 */
                size: "compact" | "regular" | "large";
                /** @default true */
                sources: boolean;
                /** @default true */
                suggestions: boolean;
                /**
                 * @default clear
                 * @enum {string}
                 */
                template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                texts: {
                  /** @default null */
                  placeholder: string | null;
                  /** @default null */
                  subtitle: string | null;
                  /** @default null */
                  title: string | null;
                };
                /**
                 * @default auto
                 * @enum {string}
                 */
                theme: "auto" | "light" | "dark";
              };
              name: string;
              revision: number;
              settings: {
                facts?: {
                  address?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  email?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  hours?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  phone?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                };
                fallbacks?: {
                  away?: string;
                  failed?: string;
                  person?: string;
                  unavailable?: string;
                  unknown?: string;
                };
                goals?: string[];
                greeting?: string;
                guardrails?: string[];
                hours?: {
                  days: {
                    /** @default [] */
                    friday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    monday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    saturday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    sunday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    thursday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    tuesday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    wednesday: {
                      from: string;
                      to: string;
                    }[];
                  };
                  timeZone: string;
                };
                instructions?: string;
                language?: string;
                /** @enum {string} */
                length?: "short" | "medium" | "detailed";
                look?: {
                  /** @default null */
                  accent: string | null;
                  /**
                   * @default logo
                   * @enum {string}
                   */
                  avatar: "logo" | "letter" | "none";
                  /** @default null */
                  corners: number | null;
                  /** @default [] */
                  domains: string[];
                  /** @default null */
                  font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                  launcher: {
                    /** @default null */
                    icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                    /** @default null */
                    kind: ("icon" | "logo" | "label") | null;
                    /** @default null */
                    label: string | null;
                  };
                  /** @default null */
                  legal: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  } | null;
                  /** @default true */
                  mirrored: boolean;
                  offset: {
                    /** @default null */
                    x: number | null;
                    /** @default null */
                    y: number | null;
                  };
                  pages: {
                    /** @default [] */
                    hide: (string & (unknown & unknown))[];
                    /** @default [] */
                    show: (string & (unknown & unknown))[];
                  };
                  /**
                   * @default bottom-right
                   * @enum {string}
                   */
                  position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                  /**
                   * @default regular
                   * @enum {string}
                   */
                  size: "compact" | "regular" | "large";
                  /** @default true */
                  sources: boolean;
                  /** @default true */
                  suggestions: boolean;
                  /**
                   * @default clear
                   * @enum {string}
                   */
                  template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                  texts: {
                    /** @default null */
                    placeholder: string | null;
                    /** @default null */
                    subtitle: string | null;
                    /** @default null */
                    title: string | null;
                  };
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  theme: "auto" | "light" | "dark";
                };
                models?: {
                  connectionId: string;
                  model: string;
                }[];
                name?: string;
                role?: string;
                suggestions?: string[];
                /** @enum {string} */
                tone?: "friendly" | "neutral" | "formal" | "playful";
              };
              siteUrl: string | null;
              /** @enum {string} */
              state: "reading" | "ready" | "empty";
              /** @enum {string} */
              status: "active" | "archived";
              suggestions: string[];
              /** Format: date-time */
              updatedAt: string;
              version: number;
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
  "/v1/agents/{id}/embeddings": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Which embedding model searches by meaning, and how far its vectors are */
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
              embedded: number;
              model: string | null;
              passages: number;
              problem: string | null;
              serving: string | null;
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
  "/v1/agents/{id}/export": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Write an agent with all that it knows to one file */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              bytes: number | null;
              code: string | null;
              counts: {
                [key: string]: number;
              } | null;
              /** Format: date-time */
              createdAt: string;
              createdBy: {
                id: string;
                name: string | null;
                type: string;
              };
              expiresAt: string | null;
              finishedAt: string | null;
              id: string;
              /** @enum {string} */
              kind: "export" | "import";
              message: string | null;
              name: string;
              progress: {
                done: number;
                total: number;
              };
              /** @enum {string} */
              status: "queued" | "running" | "done" | "failed";
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
  "/v1/agents/{id}/files": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The files of an agent, the newest first */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          q?: string;
          status?: "queued" | "reading" | "ready" | "failed";
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
                code:
                  | (
                      | "encrypted"
                      | "damaged"
                      | "empty"
                      | "no_text"
                      | "too_large"
                      | "too_slow"
                      | "unsupported"
                      | "failed"
                    )
                  | null;
                /** Format: date-time */
                createdAt: string;
                documents: number;
                hash: string;
                id: string;
                message: string | null;
                name: string;
                pages: number | null;
                public: boolean;
                readAt: string | null;
                revision: number;
                size: number;
                skipped: {
                  /** @enum {string} */
                  code:
                    | "encrypted"
                    | "damaged"
                    | "empty"
                    | "no_text"
                    | "too_large"
                    | "too_slow"
                    | "unsupported"
                    | "failed";
                  entry: string;
                  message: string;
                }[];
                sourceId: string | null;
                /** @enum {string} */
                status: "queued" | "reading" | "ready" | "failed";
                type: string | null;
                /** Format: date-time */
                updatedAt: string;
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
    /** Upload one or several files as multipart/form-data; each is judged by itself, and read in the background */
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
              data: {
                code: string | null;
                file: {
                  agentId: string;
                  code:
                    | (
                        | "encrypted"
                        | "damaged"
                        | "empty"
                        | "no_text"
                        | "too_large"
                        | "too_slow"
                        | "unsupported"
                        | "failed"
                      )
                    | null;
                  /** Format: date-time */
                  createdAt: string;
                  documents: number;
                  hash: string;
                  id: string;
                  message: string | null;
                  name: string;
                  pages: number | null;
                  public: boolean;
                  readAt: string | null;
                  revision: number;
                  size: number;
                  skipped: {
                    /** @enum {string} */
                    code:
                      | "encrypted"
                      | "damaged"
                      | "empty"
                      | "no_text"
                      | "too_large"
                      | "too_slow"
                      | "unsupported"
                      | "failed";
                    entry: string;
                    message: string;
                  }[];
                  sourceId: string | null;
                  /** @enum {string} */
                  status: "queued" | "reading" | "ready" | "failed";
                  type: string | null;
                  /** Format: date-time */
                  updatedAt: string;
                  words: number;
                } | null;
                message: string | null;
                name: string;
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
  "/v1/agents/{id}/gaps": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Topics that visitors asked about without a good answer, the most asked first */
    get: {
      parameters: {
        query?: {
          cause?: "unanswered" | "rated-down" | "corrected" | "handed-over" | "asked-again";
          cursor?: string;
          days?: number;
          language?: string;
          limit?: number;
          order?: "most" | "newest";
          q?: string;
          status?: "open" | "answered" | "ignored";
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
                answeredAt: string | null;
                answerId: string | null;
                before: number;
                causes: {
                  [key: string]: number;
                };
                conversations: number;
                /** Format: date-time */
                firstAt: string;
                id: string;
                label: string;
                languages: string[];
                /** Format: date-time */
                lastAt: string;
                now: number;
                questions: number;
                revision: number;
                spark: number[];
                /** @enum {string} */
                status: "open" | "answered" | "ignored";
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
  "/v1/agents/{id}/gaps/{gapId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One topic with the ways in which it was asked */
    get: {
      parameters: {
        query?: {
          days?: number;
        };
        header?: never;
        path: {
          gapId: string;
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              answeredAt: string | null;
              answerId: string | null;
              before: number;
              causes: {
                [key: string]: number;
              };
              conversations: number;
              /** Format: date-time */
              firstAt: string;
              id: string;
              label: string;
              languages: string[];
              /** Format: date-time */
              lastAt: string;
              now: number;
              questions: number;
              revision: number;
              spark: number[];
              /** @enum {string} */
              status: "open" | "answered" | "ignored";
              wordings: string[];
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
    /** Set a topic aside, call it answered, or open it again; If-Match guards against a change in between */
    patch: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          gapId: string;
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            /** @enum {string} */
            status: "open" | "ignored" | "answered";
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              answeredAt: string | null;
              answerId: string | null;
              before: number;
              causes: {
                [key: string]: number;
              };
              conversations: number;
              /** Format: date-time */
              firstAt: string;
              id: string;
              label: string;
              languages: string[];
              /** Format: date-time */
              lastAt: string;
              now: number;
              questions: number;
              revision: number;
              spark: number[];
              /** @enum {string} */
              status: "open" | "answered" | "ignored";
              wordings: string[];
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
  "/v1/agents/{id}/gaps/{gapId}/answer": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Write the verified answer to a topic; it counts as answered until somebody asks it in vain again */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          gapId: string;
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          /**
           * @example {
           *       "question": "Can I bring my dog?",
           *       "variants": [
           *         "Are dogs allowed?"
           *       ],
           *       "answer": "Dogs are welcome on the terrace.",
           *       "tags": [
           *         "house rules"
           *       ],
           *       "validFrom": "2026-05-01T00:00:00Z"
           *     }
           */
          "application/json": {
            answer: string;
            /** @default null */
            conversationId?: string | null;
            /** @default true */
            enabled?: boolean;
            language?: string;
            /** @default null */
            messageId?: string | null;
            question: string;
            /** @default false */
            replace?: boolean;
            /** @default null */
            spoken?: string | null;
            /** @default [] */
            tags?: string[];
            /** @default null */
            validFrom?: string | null;
            /** @default null */
            validTo?: string | null;
            /** @default [] */
            variants?: string[];
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
              answer: {
                agentId: string;
                answer: string;
                conversationId: string | null;
                /** Format: date-time */
                createdAt: string;
                createdBy: {
                  id: string;
                  name: string | null;
                  type: string;
                };
                enabled: boolean;
                id: string;
                language: string;
                messageId: string | null;
                question: string;
                revision: number;
                spoken: string | null;
                /** @enum {string} */
                state: "active" | "scheduled" | "expired" | "off";
                tags: string[];
                /** Format: date-time */
                updatedAt: string;
                updatedBy: {
                  id: string;
                  name: string | null;
                  type: string;
                };
                validFrom: string | null;
                validTo: string | null;
                variants: string[];
              };
              topic: {
                agentId: string;
                answeredAt: string | null;
                answerId: string | null;
                before: number;
                causes: {
                  [key: string]: number;
                };
                conversations: number;
                /** Format: date-time */
                firstAt: string;
                id: string;
                label: string;
                languages: string[];
                /** Format: date-time */
                lastAt: string;
                now: number;
                questions: number;
                revision: number;
                spark: number[];
                /** @enum {string} */
                status: "open" | "answered" | "ignored";
              };
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
  "/v1/agents/{id}/gaps/{gapId}/questions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The questions of a topic with their conversations, newest first */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
        };
        header?: never;
        path: {
          gapId: string;
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
                /** Format: date-time */
                askedAt: string;
                /** @enum {string} */
                cause: "unanswered" | "rated-down" | "corrected" | "handed-over" | "asked-again";
                conversationId: string;
                id: string;
                language: string;
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
  "/v1/agents/{id}/gaps/{gapId}/try": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask the agent again, as it is now: what it would say to each way of asking, without a language model */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          gapId: string;
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
                answer: string;
                answered: boolean;
                question: string;
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
  "/v1/agents/{id}/gaps/bulk": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Set several topics aside, or open them again */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          /**
           * @example {
           *       "action": "ignore",
           *       "ids": [
           *         "gap_01jd3000000000000000000000"
           *       ]
           *     }
           */
          "application/json": {
            /** @enum {string} */
            action: "ignore" | "open";
            ids: string[];
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
              changed: number;
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
  "/v1/agents/{id}/gaps/summary": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many topics are open, and how much was asked about them this week */
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
              open: number;
              questionsThisWeek: number;
              suggestions: number;
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
  "/v1/agents/{id}/installs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Sites on which the widget was seen */
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
              data: {
                /** Format: date-time */
                firstSeenAt: string;
                /** Format: date-time */
                lastSeenAt: string;
                local: boolean;
                opened: number;
                openedToday: number;
                origin: string;
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
    /** Forget a site on which the widget was seen */
    delete: {
      parameters: {
        query: {
          origin: string;
        };
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
  "/v1/agents/{id}/installs/check": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Read a page and look for the widget's snippet */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            url?: string | null;
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
              hints: {
                detail: string | null;
                /** @enum {string} */
                hint:
                  | "other-agent"
                  | "other-server"
                  | "commented-out"
                  | "tag-manager"
                  | "built-by-script"
                  | "cached"
                  | "content-policy"
                  | "hidden-here"
                  | "http-error";
              }[];
              lastSeenAt: string | null;
              message: string | null;
              /** @enum {string} */
              status: "found" | "not-found" | "unreachable";
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
  "/v1/agents/{id}/knowledge": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How much an agent knows */
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
              documents: number;
              files: number;
              languages: string[];
              passages: number;
              products: number;
              reading: boolean;
              sources: number;
              verifiedAnswers: number;
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
  "/v1/agents/{id}/models": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who may answer for an agent, in order, and how they do */
    get: {
      parameters: {
        query?: {
          draft?: "true" | "false";
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
              chain: {
                connectionId: string | null;
                connectionName: string | null;
                message: string | null;
                model: string;
                /** @enum {string} */
                source: "connection" | "server";
                /** @enum {string} */
                state: "working" | "failing" | "unchecked" | "missing";
                vendor: string;
              }[];
              own: boolean;
              server: {
                connectionId: string | null;
                connectionName: string | null;
                message: string | null;
                model: string;
                /** @enum {string} */
                source: "connection" | "server";
                /** @enum {string} */
                state: "working" | "failing" | "unchecked" | "missing";
                vendor: string;
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
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{id}/overlaps": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Passages that say the same, or that contradict each other, newest first */
    get: {
      parameters: {
        query: {
          cursor?: string;
          kind: "duplicate" | "contradiction";
          limit?: number;
          status?: "open" | "ignored";
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
                count: number;
                /** Format: date-time */
                createdAt: string;
                id: string;
                /** @enum {string} */
                kind: "duplicate" | "contradiction";
                passages: {
                  documentId: string;
                  headings: string[];
                  likeness: number;
                  marks: [number, number][];
                  position: number;
                  text: string;
                  title: string;
                  url: string | null;
                }[];
                revision: number;
                /** @enum {string} */
                status: "open" | "ignored";
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
  "/v1/agents/{id}/overlaps/{overlapId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The passages of one of them */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
          overlapId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              count: number;
              /** Format: date-time */
              createdAt: string;
              id: string;
              /** @enum {string} */
              kind: "duplicate" | "contradiction";
              passages: {
                documentId: string;
                headings: string[];
                likeness: number;
                marks: [number, number][];
                position: number;
                text: string;
                title: string;
                url: string | null;
              }[];
              revision: number;
              /** @enum {string} */
              status: "open" | "ignored";
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
    /** Set one aside, or take it up again; If-Match guards against a change in between */
    patch: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
          overlapId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            /** @enum {string} */
            status: "open" | "ignored";
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              count: number;
              /** Format: date-time */
              createdAt: string;
              id: string;
              /** @enum {string} */
              kind: "duplicate" | "contradiction";
              passages: {
                documentId: string;
                headings: string[];
                likeness: number;
                marks: [number, number][];
                position: number;
                text: string;
                title: string;
                url: string | null;
              }[];
              revision: number;
              /** @enum {string} */
              status: "open" | "ignored";
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
  "/v1/agents/{id}/overlaps/summary": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many duplicates and contradictions are open, and how many passages wait to be compared */
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
              contradictions: number;
              duplicates: number;
              waiting: number;
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
  "/v1/agents/{id}/preview": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Try an agent: the answer as server-sent events `part`, then what led to it as one event `trace`; nothing is kept */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            /** @default true */
            draft?: boolean;
            /** @default [] */
            history?: {
              /** @enum {string} */
              role: "visitor" | "agent";
              text: string;
            }[];
            question: string;
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
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{id}/probes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Questions that visitors will ask, and what the agent says to them */
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
              data: {
                answer: string | null;
                citations: {
                  /** Format: date-time */
                  checkedAt?: string;
                  documentId: string;
                  documentVersion?: number;
                  externalId: string | null;
                  link: string | null;
                  number: number;
                  place?: {
                    lastRow?: number;
                    page?: number;
                    row?: number;
                    sheet?: string;
                    slide?: number;
                  };
                  text: string;
                  title: string;
                  url: string | null;
                  verified?: boolean;
                }[];
                question: string;
                /** @enum {string} */
                state: "waiting" | "answered" | "unanswered";
              }[];
              finishedAt: string | null;
              startedAt: string | null;
              /** @enum {string} */
              status: "none" | "running" | "done";
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
    /** Ask them (again); results come one by one */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            /** @default false */
            unansweredOnly?: boolean;
          };
        };
      };
      responses: {
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              data: {
                answer: string | null;
                citations: {
                  /** Format: date-time */
                  checkedAt?: string;
                  documentId: string;
                  documentVersion?: number;
                  externalId: string | null;
                  link: string | null;
                  number: number;
                  place?: {
                    lastRow?: number;
                    page?: number;
                    row?: number;
                    sheet?: string;
                    slide?: number;
                  };
                  text: string;
                  title: string;
                  url: string | null;
                  verified?: boolean;
                }[];
                question: string;
                /** @enum {string} */
                state: "waiting" | "answered" | "unanswered";
              }[];
              finishedAt: string | null;
              startedAt: string | null;
              /** @enum {string} */
              status: "none" | "running" | "done";
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
  "/v1/agents/{id}/products": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The products and services of an agent, by words, category, brand, attributes, stock and price */
    get: {
      parameters: {
        query?: {
          attribute?: string | string[];
          brand?: string;
          category?: string;
          cursor?: string;
          limit?: number;
          maxPrice?: number;
          minPrice?: number;
          origin?: "manual" | "api" | "import" | "page" | "feed";
          q?: string;
          sort?: "newest" | "name" | "price" | "-price";
          sourceId?: string;
          stock?: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown" | "available";
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
                attributes: {
                  [key: string]:
                    | string
                    | boolean
                    | string[]
                    | {
                        unit: string | null;
                        value: number;
                      };
                };
                brand: string | null;
                category: string[];
                /** Format: date-time */
                checkedAt: string;
                /** Format: date-time */
                createdAt: string;
                currency: string | null;
                description: string;
                externalId: string;
                id: string;
                image: string | null;
                /** @enum {string} */
                kind: "product" | "service";
                language: string;
                link: string | null;
                name: string;
                /** @enum {string} */
                origin: "manual" | "api" | "import" | "page" | "feed";
                price: number | null;
                /** Format: date-time */
                priceCheckedAt: string;
                priceStale: boolean;
                priceValidUntil: string | null;
                quantity: number | null;
                revision: number;
                salePrice: number | null;
                sourceId: string | null;
                /** @enum {string} */
                stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
                tags: string[];
                /** Format: date-time */
                updatedAt: string;
                variants: {
                  options: {
                    [key: string]: string;
                  };
                  price: number | null;
                  quantity: number | null;
                  salePrice: number | null;
                  sku: string | null;
                  /** @enum {string} */
                  stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
                }[];
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
    /** Put one product, or up to 1,000, under their external ids; the same again changes nothing */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          /**
           * @example {
           *       "externalId": "LAMP-1",
           *       "name": "Nova desk lamp",
           *       "price": 4990,
           *       "currency": "EUR",
           *       "stock": "in_stock",
           *       "attributes": {
           *         "Colour": "black"
           *       }
           *     }
           */
          "application/json":
            | {
                /** @default {} */
                attributes?: {
                  [key: string]:
                    | string
                    | boolean
                    | string[]
                    | {
                        unit: string | null;
                        value: number;
                      };
                };
                /** @default null */
                brand?: string | null;
                /** @default [] */
                category?: string[];
                /** @default null */
                currency?: string | null;
                /** @default  */
                description?: string;
                externalId: string;
                /** @default null */
                image?: string | null;
                /**
                 * @default product
                 * @enum {string}
                 */
                kind?: "product" | "service";
                language?: string;
                /** @default null */
                link?: string | null;
                name: string;
                /** @default null */
                price?: number | null;
                /** @default null */
                priceValidUntil?: string | null;
                /** @default null */
                quantity?: number | null;
                /** @default null */
                salePrice?: number | null;
                /**
                 * @default unknown
                 * @enum {string}
                 */
                stock?: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
                /** @default [] */
                tags?: string[];
                /** @default [] */
                variants?: {
                  options: {
                    [key: string]: string;
                  };
                  price: number | null;
                  quantity: number | null;
                  salePrice: number | null;
                  sku: string | null;
                  /** @enum {string} */
                  stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
                }[];
              }
            | {
                products: {
                  /** @default {} */
                  attributes?: {
                    [key: string]:
                      | string
                      | boolean
                      | string[]
                      | {
                          unit: string | null;
                          value: number;
                        };
                  };
                  /** @default null */
                  brand?: string | null;
                  /** @default [] */
                  category?: string[];
                  /** @default null */
                  currency?: string | null;
                  /** @default  */
                  description?: string;
                  externalId: string;
                  /** @default null */
                  image?: string | null;
                  /**
                   * @default product
                   * @enum {string}
                   */
                  kind?: "product" | "service";
                  language?: string;
                  /** @default null */
                  link?: string | null;
                  name: string;
                  /** @default null */
                  price?: number | null;
                  /** @default null */
                  priceValidUntil?: string | null;
                  /** @default null */
                  quantity?: number | null;
                  /** @default null */
                  salePrice?: number | null;
                  /**
                   * @default unknown
                   * @enum {string}
                   */
                  stock?: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
                  /** @default [] */
                  tags?: string[];
                  /** @default [] */
                  variants?: {
                    options: {
                      [key: string]: string;
                    };
                    price: number | null;
                    quantity: number | null;
                    salePrice: number | null;
                    sku: string | null;
                    /** @enum {string} */
                    stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
                  }[];
                }[];
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
              products: {
                changed: boolean;
                externalId: string;
                id: string;
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
  "/v1/agents/{id}/products/bulk": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Delete several; ids that are not there are passed over */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            /** @enum {string} */
            action: "delete";
            ids: string[];
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
              changed: number;
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
  "/v1/agents/{id}/products/export": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All products as a file that can be imported again */
    get: {
      parameters: {
        query?: {
          format?: "csv" | "json";
        };
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
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{id}/products/import": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Import a CSV or JSON file in the background; GET .../catalogue tells how far it is */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            /** @default null */
            currency?: string | null;
            /** @enum {string} */
            format: "csv" | "json";
            /** @default {} */
            mapping?: {
              [key: string]:
                | "externalId"
                | "kind"
                | "name"
                | "description"
                | "category"
                | "brand"
                | "price"
                | "currency"
                | "salePrice"
                | "priceValidUntil"
                | "stock"
                | "quantity"
                | "image"
                | "link"
                | "tags"
                | "language"
                | "variantOf"
                | "option"
                | "attribute"
                | "ignore";
            };
            /** @default false */
            replaceAll?: boolean;
            text: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              faults: {
                field: string | null;
                message: string;
                row: number;
              }[];
              faulty: number;
              finishedAt: string | null;
              message: string | null;
              removed: number;
              rows: number;
              /** Format: date-time */
              startedAt: string;
              /** @enum {string} */
              status: "running" | "done" | "failed";
              stored: number;
              unchanged: number;
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
  "/v1/agents/{id}/products/import/preview": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a CSV or JSON file would bring, and which of its rows cannot be taken; nothing is written */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            /** @default null */
            currency?: string | null;
            /** @enum {string} */
            format: "csv" | "json";
            /** @default {} */
            mapping?: {
              [key: string]:
                | "externalId"
                | "kind"
                | "name"
                | "description"
                | "category"
                | "brand"
                | "price"
                | "currency"
                | "salePrice"
                | "priceValidUntil"
                | "stock"
                | "quantity"
                | "image"
                | "link"
                | "tags"
                | "language"
                | "variantOf"
                | "option"
                | "attribute"
                | "ignore";
            };
            /** @default false */
            replaceAll?: boolean;
            text: string;
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
              columns: {
                /** @enum {string} */
                as:
                  | "externalId"
                  | "kind"
                  | "name"
                  | "description"
                  | "category"
                  | "brand"
                  | "price"
                  | "currency"
                  | "salePrice"
                  | "priceValidUntil"
                  | "stock"
                  | "quantity"
                  | "image"
                  | "link"
                  | "tags"
                  | "language"
                  | "variantOf"
                  | "option"
                  | "attribute"
                  | "ignore";
                name: string;
                sample: string;
              }[];
              faults: {
                field: string | null;
                message: string;
                row: number;
              }[];
              faulty: number;
              products: number;
              rows: number;
              sample: {
                /** @default {} */
                attributes: {
                  [key: string]:
                    | string
                    | boolean
                    | string[]
                    | {
                        unit: string | null;
                        value: number;
                      };
                };
                /** @default null */
                brand: string | null;
                /** @default [] */
                category: string[];
                /** @default null */
                currency: string | null;
                /** @default  */
                description: string;
                externalId: string;
                /** @default null */
                image: string | null;
                /**
                 * @default product
                 * @enum {string}
                 */
                kind: "product" | "service";
                language?: string;
                /** @default null */
                link: string | null;
                name: string;
                /** @default null */
                price: number | null;
                /** @default null */
                priceValidUntil: string | null;
                /** @default null */
                quantity: number | null;
                /** @default null */
                salePrice: number | null;
                /**
                 * @default unknown
                 * @enum {string}
                 */
                stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
                /** @default [] */
                tags: string[];
                /** @default [] */
                variants: {
                  options: {
                    [key: string]: string;
                  };
                  price: number | null;
                  quantity: number | null;
                  salePrice: number | null;
                  sku: string | null;
                  /** @enum {string} */
                  stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
                }[];
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
  "/v1/agents/{id}/products/search": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same with how many there are, and how many there are of each category, brand and attribute */
    get: {
      parameters: {
        query?: {
          attribute?: string | string[];
          brand?: string;
          category?: string;
          cursor?: string;
          facets?: "true" | "false";
          limit?: number;
          maxPrice?: number;
          minPrice?: number;
          origin?: "manual" | "api" | "import" | "page" | "feed";
          q?: string;
          sort?: "newest" | "name" | "price" | "-price";
          sourceId?: string;
          stock?: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown" | "available";
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
                attributes: {
                  [key: string]:
                    | string
                    | boolean
                    | string[]
                    | {
                        unit: string | null;
                        value: number;
                      };
                };
                brand: string | null;
                category: string[];
                /** Format: date-time */
                checkedAt: string;
                /** Format: date-time */
                createdAt: string;
                currency: string | null;
                description: string;
                externalId: string;
                id: string;
                image: string | null;
                /** @enum {string} */
                kind: "product" | "service";
                language: string;
                link: string | null;
                name: string;
                /** @enum {string} */
                origin: "manual" | "api" | "import" | "page" | "feed";
                price: number | null;
                /** Format: date-time */
                priceCheckedAt: string;
                priceStale: boolean;
                priceValidUntil: string | null;
                quantity: number | null;
                revision: number;
                salePrice: number | null;
                sourceId: string | null;
                /** @enum {string} */
                stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
                tags: string[];
                /** Format: date-time */
                updatedAt: string;
                variants: {
                  options: {
                    [key: string]: string;
                  };
                  price: number | null;
                  quantity: number | null;
                  salePrice: number | null;
                  sku: string | null;
                  /** @enum {string} */
                  stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
                }[];
              }[];
              facets: {
                name: string;
                values: {
                  count: number;
                  value: string;
                }[];
              }[];
              next: string | null;
              total: number;
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
  "/v1/agents/{id}/publish": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make the draft what visitors see, as a new version */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            note?: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
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
              hasDraft: boolean;
              id: string;
              language: string;
              look: {
                /** @default null */
                accent: string | null;
                /**
                 * @default logo
                 * @enum {string}
                 */
                avatar: "logo" | "letter" | "none";
                /** @default null */
                corners: number | null;
                /** @default [] */
                domains: string[];
                /** @default null */
                font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                launcher: {
                  /** @default null */
                  icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                  /** @default null */
                  kind: ("icon" | "logo" | "label") | null;
                  /** @default null */
                  label: string | null;
                };
                /** @default null */
                legal: {
                  text: string;
                  /** @default null */
                  url: string | null;
                } | null;
                /** @default true */
                mirrored: boolean;
                offset: {
                  /** @default null */
                  x: number | null;
                  /** @default null */
                  y: number | null;
                };
                pages: {
                  /** @default [] */
                  hide: (string & (unknown & unknown))[];
                  /** @default [] */
                  show: (string & (unknown & unknown))[];
                };
                /**
                 * @default bottom-right
                 * @enum {string}
                 */
                position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                /**
                 * @default regular
                 * @enum {string}
                 */
                size: "compact" | "regular" | "large";
                /** @default true */
                sources: boolean;
                /** @default true */
                suggestions: boolean;
                /**
                 * @default clear
                 * @enum {string}
                 */
                template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                texts: {
                  /** @default null */
                  placeholder: string | null;
                  /** @default null */
                  subtitle: string | null;
                  /** @default null */
                  title: string | null;
                };
                /**
                 * @default auto
                 * @enum {string}
                 */
                theme: "auto" | "light" | "dark";
              };
              name: string;
              revision: number;
              settings: {
                facts?: {
                  address?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  email?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  hours?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  phone?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                };
                fallbacks?: {
                  away?: string;
                  failed?: string;
                  person?: string;
                  unavailable?: string;
                  unknown?: string;
                };
                goals?: string[];
                greeting?: string;
                guardrails?: string[];
                hours?: {
                  days: {
                    /** @default [] */
                    friday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    monday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    saturday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    sunday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    thursday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    tuesday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    wednesday: {
                      from: string;
                      to: string;
                    }[];
                  };
                  timeZone: string;
                };
                instructions?: string;
                language?: string;
                /** @enum {string} */
                length?: "short" | "medium" | "detailed";
                look?: {
                  /** @default null */
                  accent: string | null;
                  /**
                   * @default logo
                   * @enum {string}
                   */
                  avatar: "logo" | "letter" | "none";
                  /** @default null */
                  corners: number | null;
                  /** @default [] */
                  domains: string[];
                  /** @default null */
                  font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                  launcher: {
                    /** @default null */
                    icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                    /** @default null */
                    kind: ("icon" | "logo" | "label") | null;
                    /** @default null */
                    label: string | null;
                  };
                  /** @default null */
                  legal: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  } | null;
                  /** @default true */
                  mirrored: boolean;
                  offset: {
                    /** @default null */
                    x: number | null;
                    /** @default null */
                    y: number | null;
                  };
                  pages: {
                    /** @default [] */
                    hide: (string & (unknown & unknown))[];
                    /** @default [] */
                    show: (string & (unknown & unknown))[];
                  };
                  /**
                   * @default bottom-right
                   * @enum {string}
                   */
                  position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                  /**
                   * @default regular
                   * @enum {string}
                   */
                  size: "compact" | "regular" | "large";
                  /** @default true */
                  sources: boolean;
                  /** @default true */
                  suggestions: boolean;
                  /**
                   * @default clear
                   * @enum {string}
                   */
                  template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                  texts: {
                    /** @default null */
                    placeholder: string | null;
                    /** @default null */
                    subtitle: string | null;
                    /** @default null */
                    title: string | null;
                  };
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  theme: "auto" | "light" | "dark";
                };
                models?: {
                  connectionId: string;
                  model: string;
                }[];
                name?: string;
                role?: string;
                suggestions?: string[];
                /** @enum {string} */
                tone?: "friendly" | "neutral" | "formal" | "playful";
              };
              siteUrl: string | null;
              /** @enum {string} */
              state: "reading" | "ready" | "empty";
              /** @enum {string} */
              status: "active" | "archived";
              suggestions: string[];
              /** Format: date-time */
              updatedAt: string;
              version: number;
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
  "/v1/agents/{id}/recalls": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Answers that were given and would be others today, newest first */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          q?: string;
          state?: "open" | "closed" | "same";
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
                cause: {
                  documentId: string;
                  from: number | null;
                  removed: boolean;
                  text: string;
                  title: string;
                  to: number | null;
                  url: string | null;
                };
                closedAt: string | null;
                closedBy: {
                  id: string;
                  name: string | null;
                  type: string;
                } | null;
                /** Format: date-time */
                createdAt: string;
                difference: {
                  text: string;
                  /** @enum {string} */
                  type: "same" | "added" | "removed";
                }[];
                differs: ("unanswered" | "figures" | "negation" | "words")[];
                id: string;
                newAnswer: string | null;
                newParts: (
                  | {
                      text: string;
                      /** @enum {string} */
                      type: "text";
                    }
                  | {
                      citation: {
                        /** Format: date-time */
                        checkedAt?: string;
                        documentId: string;
                        documentVersion?: number;
                        externalId: string | null;
                        link: string | null;
                        number: number;
                        place?: {
                          lastRow?: number;
                          page?: number;
                          row?: number;
                          sheet?: string;
                          slide?: number;
                        };
                        text: string;
                        title: string;
                        url: string | null;
                        verified?: boolean;
                      };
                      /** @enum {string} */
                      type: "citation";
                    }
                  | {
                      language: string;
                      products: {
                        brand: string | null;
                        currency: string | null;
                        from: boolean;
                        id: string;
                        image: string | null;
                        link: string | null;
                        name: string;
                        options: string[];
                        price: number | null;
                        priceStale: boolean;
                        regularPrice: number | null;
                        /** @enum {string} */
                        stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
                      }[];
                      /** @enum {string} */
                      type: "products";
                      words: {
                        from: string;
                        stock: {
                          backorder: string;
                          in_stock: string;
                          out_of_stock: string;
                          preorder: string;
                          unknown: string;
                        };
                      };
                    }
                )[];
                newReason:
                  | (
                      | "answered"
                      | "small-talk"
                      | "unknown"
                      | "person-asked"
                      | "clarify"
                      | "stopped"
                      | "failed"
                      | "unavailable"
                    )
                  | null;
                oldAnswer: string;
                people: number;
                question: string;
                reachable: number;
                revision: number;
                sentText: string | null;
                /** @enum {string} */
                state: "checking" | "open" | "same" | "dismissed" | "sent" | "verified";
                told: number;
                /** Format: date-time */
                updatedAt: string;
                verifiedAnswerId: string | null;
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
  "/v1/agents/{id}/recalls/counts": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many there are */
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
              checking: number;
              closed: number;
              open: number;
              same: number;
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
  "/v1/agents/{id}/search": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The passages that answer a question best; with `explain`, why */
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
            /** @default false */
            explain?: boolean;
            filter?: {
              audience?: string;
              languages?: string[];
              sources?: string[];
              tags?: string[];
            };
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
              corrected?: string | null;
              missing?: string[];
              results: {
                documentId: string;
                explain?: {
                  audience: string | null;
                  headings: string[];
                  language: string;
                  marks: [number, number][];
                  nearness: number | null;
                  parts: {
                    company: number;
                    figure: number;
                    headings: number;
                    language: number;
                    meaning: number;
                    nearness: number;
                    stretch: number;
                    terms: number;
                  };
                  reranked: number | null;
                  tags: string[];
                  terms: {
                    frequency: number;
                    insteadOf: string | null;
                    passages: number;
                    score: number;
                    term: string;
                    weight: number;
                  }[];
                };
                externalId: string | null;
                score: number;
                text: string;
                title: string;
                url: string | null;
              }[];
              substitutions?: {
                /** @enum {string} */
                by: "typo" | "synonym" | "joined" | "split";
                instead: string;
                word: string;
              }[];
              verdict?: {
                answer: string;
                answered: boolean;
                /** @enum {string} */
                by: "verified-answer" | "fact" | "pages" | "nothing";
                confidence: number | null;
                verifiedAnswerId: string | null;
              };
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
  "/v1/agents/{id}/search/missed": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Why a document is not among the passages that a search finds */
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
            documentId: string;
            filter?: {
              audience?: string;
              languages?: string[];
              sources?: string[];
              tags?: string[];
            };
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
              documentId: string;
              held: string[];
              lacking: string[];
              lastShown: number | null;
              place: number | null;
              score: number | null;
              /** @enum {string} */
              state: "found" | "hidden" | "below" | "none";
              text: string | null;
              title: string;
              url: string | null;
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
  "/v1/agents/{id}/site-profile": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the site says of itself; the agent's own settings come before it */
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
              color: string | null;
              description: string | null;
              facts: {
                address: {
                  text: string;
                  /** @default null */
                  url: string | null;
                }[];
                email: {
                  text: string;
                  /** @default null */
                  url: string | null;
                }[];
                hours: {
                  text: string;
                  /** @default null */
                  url: string | null;
                }[];
                phone: {
                  text: string;
                  /** @default null */
                  url: string | null;
                }[];
              };
              foundAt: string | null;
              language: string | null;
              logoUrl: string | null;
              name: string | null;
              questions: string[];
              tone: ("neutral" | "formal" | "friendly") | null;
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
  "/v1/agents/{id}/snippet": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The line that puts the widget on a page */
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
              html: string;
              local: boolean;
              server: string;
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
  "/v1/agents/{id}/sources": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What an agent reads */
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
              data: (
                | {
                    access: {
                      basic: {
                        username: string;
                      } | null;
                      cookies: {
                        name: string;
                      }[];
                      headers: {
                        name: string;
                      }[];
                    };
                    agentId: string;
                    checkedAt: string | null;
                    code: string | null;
                    /** Format: date-time */
                    createdAt: string;
                    finishedAt: string | null;
                    id: string;
                    message: string | null;
                    name: string;
                    nextRunAt: string | null;
                    progress: {
                      failed: number;
                      fetched: number;
                      found: number;
                      indexed: number;
                    };
                    revision: number;
                    /** @enum {string} */
                    schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                    settings: {
                      /** @default null */
                      concurrency: number | null;
                      /** @default [] */
                      dropSelectors: string[];
                      /** @default [] */
                      exclude: string[];
                      /** @default true */
                      foldCanonical: boolean;
                      /** @default false */
                      foldLanguages: boolean;
                      /** @default [] */
                      include: string[];
                      /** @default [] */
                      keepSelectors: string[];
                      /** @default null */
                      maxDepth: number | null;
                      /** @default 2000 */
                      pageLimit: number;
                      /** @default [] */
                      queryNames: string[];
                      /**
                       * @default all
                       * @enum {string}
                       */
                      queryRule: "all" | "none" | "only" | "without";
                      /** @default true */
                      readFiles: boolean;
                      /**
                       * @default auto
                       * @enum {string}
                       */
                      rendering: "auto" | "always" | "never";
                      /** @default null */
                      requestsPerSecond: number | null;
                      /** @default [] */
                      sitemaps: string[];
                      /** @default [] */
                      subdomains: string[];
                      /** @default true */
                      useSitemaps: boolean;
                    };
                    startedAt: string | null;
                    /** @enum {string} */
                    status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                    /** @enum {string} */
                    type: "website";
                    url: string;
                  }
                | {
                    agentId: string;
                    checkedAt: string | null;
                    code: string | null;
                    /** Format: date-time */
                    createdAt: string;
                    finishedAt: string | null;
                    id: string;
                    message: string | null;
                    name: string;
                    nextRunAt: string | null;
                    progress: {
                      failed: number;
                      fetched: number;
                      found: number;
                      indexed: number;
                    };
                    revision: number;
                    /** @enum {string} */
                    schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                    settings: Record<string, never>;
                    startedAt: string | null;
                    /** @enum {string} */
                    status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                    /** @enum {string} */
                    type: "files";
                    url: string | null;
                  }
                | {
                    agentId: string;
                    checkedAt: string | null;
                    code: string | null;
                    /** Format: date-time */
                    createdAt: string;
                    finishedAt: string | null;
                    id: string;
                    message: string | null;
                    name: string;
                    nextRunAt: string | null;
                    progress: {
                      failed: number;
                      fetched: number;
                      found: number;
                      indexed: number;
                    };
                    revision: number;
                    /** @enum {string} */
                    schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                    settings: {
                      accountId: string;
                      containers: {
                        id: string;
                        /** @default  */
                        name: string;
                      }[];
                    };
                    startedAt: string | null;
                    /** @enum {string} */
                    status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                    /** @enum {string} */
                    type: "google-drive";
                    url: string | null;
                  }
                | {
                    agentId: string;
                    checkedAt: string | null;
                    code: string | null;
                    /** Format: date-time */
                    createdAt: string;
                    finishedAt: string | null;
                    id: string;
                    message: string | null;
                    name: string;
                    nextRunAt: string | null;
                    progress: {
                      failed: number;
                      fetched: number;
                      found: number;
                      indexed: number;
                    };
                    revision: number;
                    /** @enum {string} */
                    schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                    settings: {
                      accountId: string;
                      containers: {
                        id: string;
                        /** @default  */
                        name: string;
                      }[];
                    };
                    startedAt: string | null;
                    /** @enum {string} */
                    status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                    /** @enum {string} */
                    type: "intercom";
                    url: string | null;
                  }
                | {
                    agentId: string;
                    checkedAt: string | null;
                    code: string | null;
                    /** Format: date-time */
                    createdAt: string;
                    finishedAt: string | null;
                    id: string;
                    message: string | null;
                    name: string;
                    nextRunAt: string | null;
                    progress: {
                      failed: number;
                      fetched: number;
                      found: number;
                      indexed: number;
                    };
                    revision: number;
                    /** @enum {string} */
                    schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                    settings: {
                      /** @default null */
                      currency: string | null;
                    };
                    startedAt: string | null;
                    /** @enum {string} */
                    status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                    /** @enum {string} */
                    type: "catalogue";
                    url: string;
                  }
              )[];
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
    /** Read a website, folders of a Google Drive, a help centre or a feed of products; the same website again is read again */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json":
            | {
                access?: {
                  /** @default null */
                  basic?: {
                    password?: string;
                    username: string;
                  } | null;
                  /** @default [] */
                  cookies?: {
                    name: string;
                    value?: string;
                  }[];
                  /** @default [] */
                  headers?: {
                    name: string;
                    value?: string;
                  }[];
                };
                /**
                 * @default 1d
                 * @enum {string}
                 */
                schedule?: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                settings?: {
                  /** @default null */
                  concurrency?: number | null;
                  /** @default [] */
                  dropSelectors?: string[];
                  /** @default [] */
                  exclude?: string[];
                  /** @default true */
                  foldCanonical?: boolean;
                  /** @default false */
                  foldLanguages?: boolean;
                  /** @default [] */
                  include?: string[];
                  /** @default [] */
                  keepSelectors?: string[];
                  /** @default null */
                  maxDepth?: number | null;
                  /** @default 2000 */
                  pageLimit?: number;
                  /** @default [] */
                  queryNames?: string[];
                  /**
                   * @default all
                   * @enum {string}
                   */
                  queryRule?: "all" | "none" | "only" | "without";
                  /** @default true */
                  readFiles?: boolean;
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  rendering?: "auto" | "always" | "never";
                  /** @default null */
                  requestsPerSecond?: number | null;
                  /** @default [] */
                  sitemaps?: string[];
                  /** @default [] */
                  subdomains?: string[];
                  /** @default true */
                  useSitemaps?: boolean;
                };
                /** @enum {string} */
                type: "website";
                url: string;
              }
            | {
                name?: string;
                /**
                 * @default 1h
                 * @enum {string}
                 */
                schedule?: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                settings: {
                  accountId: string;
                  containers: {
                    id: string;
                    /** @default  */
                    name?: string;
                  }[];
                };
                /** @enum {string} */
                type: "google-drive";
              }
            | {
                name?: string;
                /**
                 * @default 6h
                 * @enum {string}
                 */
                schedule?: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                settings: {
                  accountId: string;
                  containers: {
                    id: string;
                    /** @default  */
                    name?: string;
                  }[];
                };
                /** @enum {string} */
                type: "intercom";
              }
            | {
                name?: string;
                /**
                 * @default 1d
                 * @enum {string}
                 */
                schedule?: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                /**
                 * @default {
                 *       "currency": null
                 *     }
                 */
                settings?: {
                  /** @default null */
                  currency?: string | null;
                };
                /** @enum {string} */
                type: "catalogue";
                /** Format: uri */
                url: string;
              };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json":
              | {
                  access: {
                    basic: {
                      username: string;
                    } | null;
                    cookies: {
                      name: string;
                    }[];
                    headers: {
                      name: string;
                    }[];
                  };
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    /** @default null */
                    concurrency: number | null;
                    /** @default [] */
                    dropSelectors: string[];
                    /** @default [] */
                    exclude: string[];
                    /** @default true */
                    foldCanonical: boolean;
                    /** @default false */
                    foldLanguages: boolean;
                    /** @default [] */
                    include: string[];
                    /** @default [] */
                    keepSelectors: string[];
                    /** @default null */
                    maxDepth: number | null;
                    /** @default 2000 */
                    pageLimit: number;
                    /** @default [] */
                    queryNames: string[];
                    /**
                     * @default all
                     * @enum {string}
                     */
                    queryRule: "all" | "none" | "only" | "without";
                    /** @default true */
                    readFiles: boolean;
                    /**
                     * @default auto
                     * @enum {string}
                     */
                    rendering: "auto" | "always" | "never";
                    /** @default null */
                    requestsPerSecond: number | null;
                    /** @default [] */
                    sitemaps: string[];
                    /** @default [] */
                    subdomains: string[];
                    /** @default true */
                    useSitemaps: boolean;
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "website";
                  url: string;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: Record<string, never>;
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "files";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    accountId: string;
                    containers: {
                      id: string;
                      /** @default  */
                      name: string;
                    }[];
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "google-drive";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    accountId: string;
                    containers: {
                      id: string;
                      /** @default  */
                      name: string;
                    }[];
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "intercom";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    /** @default null */
                    currency: string | null;
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "catalogue";
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
  "/v1/agents/{id}/sources/preview": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A dry run: what reading a website would fetch, and why not the rest. Nothing is stored */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          /**
           * @example {
           *       "url": "https://shop.example/",
           *       "settings": {
           *         "exclude": [
           *           "/blog/**"
           *         ]
           *       }
           *     }
           */
          "application/json": {
            access?: {
              /** @default null */
              basic?: {
                password?: string;
                username: string;
              } | null;
              /** @default [] */
              cookies?: {
                name: string;
                value?: string;
              }[];
              /** @default [] */
              headers?: {
                name: string;
                value?: string;
              }[];
            };
            settings?: {
              /** @default null */
              concurrency?: number | null;
              /** @default [] */
              dropSelectors?: string[];
              /** @default [] */
              exclude?: string[];
              /** @default true */
              foldCanonical?: boolean;
              /** @default false */
              foldLanguages?: boolean;
              /** @default [] */
              include?: string[];
              /** @default [] */
              keepSelectors?: string[];
              /** @default null */
              maxDepth?: number | null;
              /** @default 2000 */
              pageLimit?: number;
              /** @default [] */
              queryNames?: string[];
              /**
               * @default all
               * @enum {string}
               */
              queryRule?: "all" | "none" | "only" | "without";
              /** @default true */
              readFiles?: boolean;
              /**
               * @default auto
               * @enum {string}
               */
              rendering?: "auto" | "always" | "never";
              /** @default null */
              requestsPerSecond?: number | null;
              /** @default [] */
              sitemaps?: string[];
              /** @default [] */
              subdomains?: string[];
              /** @default true */
              useSitemaps?: boolean;
            };
            sourceId?: string;
            url: string;
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
              addresses: {
                /** @enum {string} */
                from: "start" | "sitemap" | "link";
                read: boolean;
                reason: string | null;
                url: string;
              }[];
              counts: {
                read: number;
                skipped: number;
              };
              cut: boolean;
              problem: {
                code: string;
                message: string;
              } | null;
              requests: number;
              robots: {
                crawlDelayS: number | null;
                sitemaps: string[];
              };
              seconds: number | null;
              sitemaps: {
                note: string | null;
                pages: number;
                url: string;
              }[];
              start: {
                language: string;
                note: string | null;
                rendered: boolean;
                text: string;
                title: string;
                words: number;
              } | null;
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
  "/v1/agents/{id}/synonyms": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The synonyms of an agent, newest first */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          q?: string;
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
                /** @enum {string} */
                direction: "both" | "one-way";
                id: string;
                language: string | null;
                meanings: string[];
                revision: number;
                /** Format: date-time */
                updatedAt: string;
                updatedBy: {
                  id: string;
                  name: string | null;
                  type: string;
                };
                words: string[];
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
    /** Say which words mean the same; the next question is searched with them */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          /**
           * @example {
           *       "words": [
           *         "sofa"
           *       ],
           *       "meanings": [
           *         "couch",
           *         "settee"
           *       ],
           *       "direction": "both",
           *       "language": "en"
           *     }
           */
          "application/json": {
            /**
             * @default both
             * @enum {string}
             */
            direction?: "both" | "one-way";
            /** @default null */
            language?: string | null;
            meanings: string[];
            words: string[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              /** @enum {string} */
              direction: "both" | "one-way";
              id: string;
              language: string | null;
              meanings: string[];
              revision: number;
              /** Format: date-time */
              updatedAt: string;
              updatedBy: {
                id: string;
                name: string | null;
                type: string;
              };
              words: string[];
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
  "/v1/agents/{id}/synonyms/{synonymId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One synonym */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
          synonymId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              /** @enum {string} */
              direction: "both" | "one-way";
              id: string;
              language: string | null;
              meanings: string[];
              revision: number;
              /** Format: date-time */
              updatedAt: string;
              updatedBy: {
                id: string;
                name: string | null;
                type: string;
              };
              words: string[];
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
    /** Delete a synonym */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
          synonymId: string;
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
    /** Change a synonym; If-Match guards against a change in between */
    patch: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
          synonymId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            /** @enum {string} */
            direction?: "both" | "one-way";
            language?: string | null;
            meanings?: string[];
            words?: string[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              /** @enum {string} */
              direction: "both" | "one-way";
              id: string;
              language: string | null;
              meanings: string[];
              revision: number;
              /** Format: date-time */
              updatedAt: string;
              updatedBy: {
                id: string;
                name: string | null;
                type: string;
              };
              words: string[];
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
  "/v1/agents/{id}/unarchive": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Bring an archived agent back */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
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
              hasDraft: boolean;
              id: string;
              language: string;
              look: {
                /** @default null */
                accent: string | null;
                /**
                 * @default logo
                 * @enum {string}
                 */
                avatar: "logo" | "letter" | "none";
                /** @default null */
                corners: number | null;
                /** @default [] */
                domains: string[];
                /** @default null */
                font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                launcher: {
                  /** @default null */
                  icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                  /** @default null */
                  kind: ("icon" | "logo" | "label") | null;
                  /** @default null */
                  label: string | null;
                };
                /** @default null */
                legal: {
                  text: string;
                  /** @default null */
                  url: string | null;
                } | null;
                /** @default true */
                mirrored: boolean;
                offset: {
                  /** @default null */
                  x: number | null;
                  /** @default null */
                  y: number | null;
                };
                pages: {
                  /** @default [] */
                  hide: (string & (unknown & unknown))[];
                  /** @default [] */
                  show: (string & (unknown & unknown))[];
                };
                /**
                 * @default bottom-right
                 * @enum {string}
                 */
                position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                /**
                 * @default regular
                 * @enum {string}
                 */
                size: "compact" | "regular" | "large";
                /** @default true */
                sources: boolean;
                /** @default true */
                suggestions: boolean;
                /**
                 * @default clear
                 * @enum {string}
                 */
                template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                texts: {
                  /** @default null */
                  placeholder: string | null;
                  /** @default null */
                  subtitle: string | null;
                  /** @default null */
                  title: string | null;
                };
                /**
                 * @default auto
                 * @enum {string}
                 */
                theme: "auto" | "light" | "dark";
              };
              name: string;
              revision: number;
              settings: {
                facts?: {
                  address?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  email?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  hours?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  phone?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                };
                fallbacks?: {
                  away?: string;
                  failed?: string;
                  person?: string;
                  unavailable?: string;
                  unknown?: string;
                };
                goals?: string[];
                greeting?: string;
                guardrails?: string[];
                hours?: {
                  days: {
                    /** @default [] */
                    friday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    monday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    saturday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    sunday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    thursday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    tuesday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    wednesday: {
                      from: string;
                      to: string;
                    }[];
                  };
                  timeZone: string;
                };
                instructions?: string;
                language?: string;
                /** @enum {string} */
                length?: "short" | "medium" | "detailed";
                look?: {
                  /** @default null */
                  accent: string | null;
                  /**
                   * @default logo
                   * @enum {string}
                   */
                  avatar: "logo" | "letter" | "none";
                  /** @default null */
                  corners: number | null;
                  /** @default [] */
                  domains: string[];
                  /** @default null */
                  font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                  launcher: {
                    /** @default null */
                    icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                    /** @default null */
                    kind: ("icon" | "logo" | "label") | null;
                    /** @default null */
                    label: string | null;
                  };
                  /** @default null */
                  legal: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  } | null;
                  /** @default true */
                  mirrored: boolean;
                  offset: {
                    /** @default null */
                    x: number | null;
                    /** @default null */
                    y: number | null;
                  };
                  pages: {
                    /** @default [] */
                    hide: (string & (unknown & unknown))[];
                    /** @default [] */
                    show: (string & (unknown & unknown))[];
                  };
                  /**
                   * @default bottom-right
                   * @enum {string}
                   */
                  position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                  /**
                   * @default regular
                   * @enum {string}
                   */
                  size: "compact" | "regular" | "large";
                  /** @default true */
                  sources: boolean;
                  /** @default true */
                  suggestions: boolean;
                  /**
                   * @default clear
                   * @enum {string}
                   */
                  template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                  texts: {
                    /** @default null */
                    placeholder: string | null;
                    /** @default null */
                    subtitle: string | null;
                    /** @default null */
                    title: string | null;
                  };
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  theme: "auto" | "light" | "dark";
                };
                models?: {
                  connectionId: string;
                  model: string;
                }[];
                name?: string;
                role?: string;
                suggestions?: string[];
                /** @enum {string} */
                tone?: "friendly" | "neutral" | "formal" | "playful";
              };
              siteUrl: string | null;
              /** @enum {string} */
              state: "reading" | "ready" | "empty";
              /** @enum {string} */
              status: "active" | "archived";
              suggestions: string[];
              /** Format: date-time */
              updatedAt: string;
              version: number;
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
  "/v1/agents/{id}/verified-answers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The verified answers of an agent, newest first */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          enabled?: "true" | "false";
          language?: string;
          limit?: number;
          q?: string;
          state?: "active" | "scheduled" | "expired" | "off";
          tag?: string;
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
                answer: string;
                conversationId: string | null;
                /** Format: date-time */
                createdAt: string;
                createdBy: {
                  id: string;
                  name: string | null;
                  type: string;
                };
                enabled: boolean;
                id: string;
                language: string;
                messageId: string | null;
                question: string;
                revision: number;
                spoken: string | null;
                /** @enum {string} */
                state: "active" | "scheduled" | "expired" | "off";
                tags: string[];
                /** Format: date-time */
                updatedAt: string;
                updatedBy: {
                  id: string;
                  name: string | null;
                  type: string;
                };
                validFrom: string | null;
                validTo: string | null;
                variants: string[];
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
    /** Write the answer to a question; it is said as written from the next message on */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          /**
           * @example {
           *       "question": "Can I bring my dog?",
           *       "variants": [
           *         "Are dogs allowed?"
           *       ],
           *       "answer": "Dogs are welcome on the terrace.",
           *       "tags": [
           *         "house rules"
           *       ],
           *       "validFrom": "2026-05-01T00:00:00Z"
           *     }
           */
          "application/json": {
            answer: string;
            /** @default null */
            conversationId?: string | null;
            /** @default true */
            enabled?: boolean;
            language?: string;
            /** @default null */
            messageId?: string | null;
            question: string;
            /** @default false */
            replace?: boolean;
            /** @default null */
            spoken?: string | null;
            /** @default [] */
            tags?: string[];
            /** @default null */
            validFrom?: string | null;
            /** @default null */
            validTo?: string | null;
            /** @default [] */
            variants?: string[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              answer: string;
              conversationId: string | null;
              /** Format: date-time */
              createdAt: string;
              createdBy: {
                id: string;
                name: string | null;
                type: string;
              };
              enabled: boolean;
              id: string;
              language: string;
              messageId: string | null;
              question: string;
              revision: number;
              spoken: string | null;
              /** @enum {string} */
              state: "active" | "scheduled" | "expired" | "off";
              tags: string[];
              /** Format: date-time */
              updatedAt: string;
              updatedBy: {
                id: string;
                name: string | null;
                type: string;
              };
              validFrom: string | null;
              validTo: string | null;
              variants: string[];
            };
          };
        };
        /** @description Default Response */
        201: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              answer: string;
              conversationId: string | null;
              /** Format: date-time */
              createdAt: string;
              createdBy: {
                id: string;
                name: string | null;
                type: string;
              };
              enabled: boolean;
              id: string;
              language: string;
              messageId: string | null;
              question: string;
              revision: number;
              spoken: string | null;
              /** @enum {string} */
              state: "active" | "scheduled" | "expired" | "off";
              tags: string[];
              /** Format: date-time */
              updatedAt: string;
              updatedBy: {
                id: string;
                name: string | null;
                type: string;
              };
              validFrom: string | null;
              validTo: string | null;
              variants: string[];
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
  "/v1/agents/{id}/verified-answers/{answerId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One verified answer */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          answerId: string;
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              answer: string;
              conversationId: string | null;
              /** Format: date-time */
              createdAt: string;
              createdBy: {
                id: string;
                name: string | null;
                type: string;
              };
              enabled: boolean;
              id: string;
              language: string;
              messageId: string | null;
              question: string;
              revision: number;
              spoken: string | null;
              /** @enum {string} */
              state: "active" | "scheduled" | "expired" | "off";
              tags: string[];
              /** Format: date-time */
              updatedAt: string;
              updatedBy: {
                id: string;
                name: string | null;
                type: string;
              };
              validFrom: string | null;
              validTo: string | null;
              variants: string[];
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
    /** Delete a verified answer */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          answerId: string;
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
    /** Change a verified answer; If-Match guards against a change in between */
    patch: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          answerId: string;
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            answer?: string;
            enabled?: boolean;
            language?: string;
            question?: string;
            spoken?: string | null;
            tags?: string[];
            validFrom?: string | null;
            validTo?: string | null;
            variants?: string[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              answer: string;
              conversationId: string | null;
              /** Format: date-time */
              createdAt: string;
              createdBy: {
                id: string;
                name: string | null;
                type: string;
              };
              enabled: boolean;
              id: string;
              language: string;
              messageId: string | null;
              question: string;
              revision: number;
              spoken: string | null;
              /** @enum {string} */
              state: "active" | "scheduled" | "expired" | "off";
              tags: string[];
              /** Format: date-time */
              updatedAt: string;
              updatedBy: {
                id: string;
                name: string | null;
                type: string;
              };
              validFrom: string | null;
              validTo: string | null;
              variants: string[];
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
  "/v1/agents/{id}/verified-answers/bulk": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Switch several on or off, tag or delete them; ids that are not there are passed over */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          /**
           * @example {
           *       "action": "tag",
           *       "ids": [
           *         "ans_01jd3000000000000000000000"
           *       ],
           *       "tag": "summer"
           *     }
           */
          "application/json": {
            /** @enum {string} */
            action: "enable" | "disable" | "delete" | "tag" | "untag";
            ids: string[];
            tag?: string;
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
              changed: number;
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
  "/v1/agents/{id}/verified-answers/export": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Download verified answers as CSV or JSON, to be taken in again as they are */
    get: {
      parameters: {
        query?: {
          enabled?: "true" | "false";
          format?: "csv" | "json";
          language?: string;
          q?: string;
          state?: "active" | "scheduled" | "expired" | "off";
          tag?: string;
        };
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
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{id}/verified-answers/import": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take verified answers out of a CSV or JSON file, all or none of them; `dryRun` only tells what would happen */
    post: {
      parameters: {
        query?: {
          dryRun?: "true" | "false";
          faulty?: "refuse" | "skip";
        };
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
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
              created: number;
              faults: {
                field: string;
                message: string;
                row: number;
              }[];
              faulty: number;
              ignored: string[];
              rows: number;
              sample: {
                answer: string;
                /** @enum {string} */
                does: "create" | "update" | "keep";
                language: string | null;
                question: string;
                row: number;
              }[];
              unchanged: number;
              updated: number;
              written: boolean;
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
  "/v1/agents/{id}/verified-answers/similar": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Answers to nearly the same question, to look at before another is written */
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
          /**
           * @example {
           *       "question": "Are dogs allowed?"
           *     }
           */
          "application/json": {
            exceptId?: string;
            language?: string;
            question: string;
            /** @default [] */
            variants?: string[];
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
              data: {
                answer: string;
                answerId: string;
                given: string;
                /** @enum {string} */
                match: "same" | "near";
                question: string;
                wording: string;
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
  "/v1/agents/{id}/verified-answers/tags": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The tags of an agent's verified answers, the commonest first */
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
              data: {
                answers: number;
                tag: string;
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
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{id}/versions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was published, the newest first */
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
                changed: string[];
                isPublished: boolean;
                note: string;
                number: number;
                /** Format: date-time */
                publishedAt: string;
                publishedBy: {
                  id: string;
                  name: string | null;
                  type: string;
                };
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
  "/v1/agents/{id}/versions/{number}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One version, whole */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
          number: number;
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
              changed: string[];
              isPublished: boolean;
              note: string;
              number: number;
              /** Format: date-time */
              publishedAt: string;
              publishedBy: {
                id: string;
                name: string | null;
                type: string;
              };
              settings: {
                facts?: {
                  address?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  email?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  hours?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  phone?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                };
                fallbacks?: {
                  away?: string;
                  failed?: string;
                  person?: string;
                  unavailable?: string;
                  unknown?: string;
                };
                goals?: string[];
                greeting?: string;
                guardrails?: string[];
                hours?: {
                  days: {
                    /** @default [] */
                    friday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    monday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    saturday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    sunday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    thursday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    tuesday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    wednesday: {
                      from: string;
                      to: string;
                    }[];
                  };
                  timeZone: string;
                };
                instructions?: string;
                language?: string;
                /** @enum {string} */
                length?: "short" | "medium" | "detailed";
                look?: {
                  /** @default null */
                  accent: string | null;
                  /**
                   * @default logo
                   * @enum {string}
                   */
                  avatar: "logo" | "letter" | "none";
                  /** @default null */
                  corners: number | null;
                  /** @default [] */
                  domains: string[];
                  /** @default null */
                  font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                  launcher: {
                    /** @default null */
                    icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                    /** @default null */
                    kind: ("icon" | "logo" | "label") | null;
                    /** @default null */
                    label: string | null;
                  };
                  /** @default null */
                  legal: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  } | null;
                  /** @default true */
                  mirrored: boolean;
                  offset: {
                    /** @default null */
                    x: number | null;
                    /** @default null */
                    y: number | null;
                  };
                  pages: {
                    /** @default [] */
                    hide: (string & (unknown & unknown))[];
                    /** @default [] */
                    show: (string & (unknown & unknown))[];
                  };
                  /**
                   * @default bottom-right
                   * @enum {string}
                   */
                  position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                  /**
                   * @default regular
                   * @enum {string}
                   */
                  size: "compact" | "regular" | "large";
                  /** @default true */
                  sources: boolean;
                  /** @default true */
                  suggestions: boolean;
                  /**
                   * @default clear
                   * @enum {string}
                   */
                  template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                  texts: {
                    /** @default null */
                    placeholder: string | null;
                    /** @default null */
                    subtitle: string | null;
                    /** @default null */
                    title: string | null;
                  };
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  theme: "auto" | "light" | "dark";
                };
                models?: {
                  connectionId: string;
                  model: string;
                }[];
                name?: string;
                role?: string;
                suggestions?: string[];
                /** @enum {string} */
                tone?: "friendly" | "neutral" | "formal" | "playful";
              };
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
  "/v1/agents/{id}/versions/{number}/restore": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Bring an earlier version back: as the draft, or with `publish` at once for visitors */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
          number: number;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            note?: string;
            /** @default false */
            publish?: boolean;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
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
              hasDraft: boolean;
              id: string;
              language: string;
              look: {
                /** @default null */
                accent: string | null;
                /**
                 * @default logo
                 * @enum {string}
                 */
                avatar: "logo" | "letter" | "none";
                /** @default null */
                corners: number | null;
                /** @default [] */
                domains: string[];
                /** @default null */
                font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                launcher: {
                  /** @default null */
                  icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                  /** @default null */
                  kind: ("icon" | "logo" | "label") | null;
                  /** @default null */
                  label: string | null;
                };
                /** @default null */
                legal: {
                  text: string;
                  /** @default null */
                  url: string | null;
                } | null;
                /** @default true */
                mirrored: boolean;
                offset: {
                  /** @default null */
                  x: number | null;
                  /** @default null */
                  y: number | null;
                };
                pages: {
                  /** @default [] */
                  hide: (string & (unknown & unknown))[];
                  /** @default [] */
                  show: (string & (unknown & unknown))[];
                };
                /**
                 * @default bottom-right
                 * @enum {string}
                 */
                position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                /**
                 * @default regular
                 * @enum {string}
                 */
                size: "compact" | "regular" | "large";
                /** @default true */
                sources: boolean;
                /** @default true */
                suggestions: boolean;
                /**
                 * @default clear
                 * @enum {string}
                 */
                template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                texts: {
                  /** @default null */
                  placeholder: string | null;
                  /** @default null */
                  subtitle: string | null;
                  /** @default null */
                  title: string | null;
                };
                /**
                 * @default auto
                 * @enum {string}
                 */
                theme: "auto" | "light" | "dark";
              };
              name: string;
              revision: number;
              settings: {
                facts?: {
                  address?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  email?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  hours?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                  phone?: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  }[];
                };
                fallbacks?: {
                  away?: string;
                  failed?: string;
                  person?: string;
                  unavailable?: string;
                  unknown?: string;
                };
                goals?: string[];
                greeting?: string;
                guardrails?: string[];
                hours?: {
                  days: {
                    /** @default [] */
                    friday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    monday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    saturday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    sunday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    thursday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    tuesday: {
                      from: string;
                      to: string;
                    }[];
                    /** @default [] */
                    wednesday: {
                      from: string;
                      to: string;
                    }[];
                  };
                  timeZone: string;
                };
                instructions?: string;
                language?: string;
                /** @enum {string} */
                length?: "short" | "medium" | "detailed";
                look?: {
                  /** @default null */
                  accent: string | null;
                  /**
                   * @default logo
                   * @enum {string}
                   */
                  avatar: "logo" | "letter" | "none";
                  /** @default null */
                  corners: number | null;
                  /** @default [] */
                  domains: string[];
                  /** @default null */
                  font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                  launcher: {
                    /** @default null */
                    icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                    /** @default null */
                    kind: ("icon" | "logo" | "label") | null;
                    /** @default null */
                    label: string | null;
                  };
                  /** @default null */
                  legal: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  } | null;
                  /** @default true */
                  mirrored: boolean;
                  offset: {
                    /** @default null */
                    x: number | null;
                    /** @default null */
                    y: number | null;
                  };
                  pages: {
                    /** @default [] */
                    hide: (string & (unknown & unknown))[];
                    /** @default [] */
                    show: (string & (unknown & unknown))[];
                  };
                  /**
                   * @default bottom-right
                   * @enum {string}
                   */
                  position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                  /**
                   * @default regular
                   * @enum {string}
                   */
                  size: "compact" | "regular" | "large";
                  /** @default true */
                  sources: boolean;
                  /** @default true */
                  suggestions: boolean;
                  /**
                   * @default clear
                   * @enum {string}
                   */
                  template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                  texts: {
                    /** @default null */
                    placeholder: string | null;
                    /** @default null */
                    subtitle: string | null;
                    /** @default null */
                    title: string | null;
                  };
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  theme: "auto" | "light" | "dark";
                };
                models?: {
                  connectionId: string;
                  model: string;
                }[];
                name?: string;
                role?: string;
                suggestions?: string[];
                /** @enum {string} */
                tone?: "friendly" | "neutral" | "formal" | "playful";
              };
              siteUrl: string | null;
              /** @enum {string} */
              state: "reading" | "ready" | "empty";
              /** @enum {string} */
              status: "active" | "archived";
              suggestions: string[];
              /** Format: date-time */
              updatedAt: string;
              version: number;
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
  "/v1/agents/activity": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What visitors did with agents in the last 30 days */
    get: {
      parameters: {
        query: {
          ids: string;
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
                answeredShare: number | null;
                conversations: number;
                lastMessageAt: string | null;
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
  "/v1/agents/bulk": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Change up to 100 agents alike: each wholly or not at all, with a result for each */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            /** @enum {string} */
            action: "archive" | "unarchive" | "delete" | "publish" | "duplicate" | "set";
            ids: string[];
            note?: string;
            settings?: {
              facts?: {
                address?: {
                  text: string;
                  /** @default null */
                  url?: string | null;
                }[];
                email?: {
                  text: string;
                  /** @default null */
                  url?: string | null;
                }[];
                hours?: {
                  text: string;
                  /** @default null */
                  url?: string | null;
                }[];
                phone?: {
                  text: string;
                  /** @default null */
                  url?: string | null;
                }[];
              } | null;
              fallbacks?: {
                away?: string;
                failed?: string;
                person?: string;
                unavailable?: string;
                unknown?: string;
              } | null;
              goals?: string[] | null;
              greeting?: string | null;
              guardrails?: string[] | null;
              hours?: {
                days: {
                  /** @default [] */
                  friday?: {
                    from: string;
                    to: string;
                  }[];
                  /** @default [] */
                  monday?: {
                    from: string;
                    to: string;
                  }[];
                  /** @default [] */
                  saturday?: {
                    from: string;
                    to: string;
                  }[];
                  /** @default [] */
                  sunday?: {
                    from: string;
                    to: string;
                  }[];
                  /** @default [] */
                  thursday?: {
                    from: string;
                    to: string;
                  }[];
                  /** @default [] */
                  tuesday?: {
                    from: string;
                    to: string;
                  }[];
                  /** @default [] */
                  wednesday?: {
                    from: string;
                    to: string;
                  }[];
                };
                timeZone: string;
              } | null;
              instructions?: string | null;
              language?: string | null;
              length?: ("short" | "medium" | "detailed") | null;
              look?: {
                /** @default null */
                accent?: string | null;
                /**
                 * @default logo
                 * @enum {string}
                 */
                avatar?: "logo" | "letter" | "none";
                /** @default null */
                corners?: number | null;
                /** @default [] */
                domains?: string[];
                /** @default null */
                font?: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                /** @default {} */
                launcher?: {
                  /** @default null */
                  icon?: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                  /** @default null */
                  kind?: ("icon" | "logo" | "label") | null;
                  /** @default null */
                  label?: string | null;
                };
                /** @default null */
                legal?: {
                  text: string;
                  /** @default null */
                  url?: string | null;
                } | null;
                /** @default true */
                mirrored?: boolean;
                /** @default {} */
                offset?: {
                  /** @default null */
                  x?: number | null;
                  /** @default null */
                  y?: number | null;
                };
                /** @default {} */
                pages?: {
                  /** @default [] */
                  hide?: (string & (unknown & unknown))[];
                  /** @default [] */
                  show?: (string & (unknown & unknown))[];
                };
                /**
                 * @default bottom-right
                 * @enum {string}
                 */
                position?: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                /**
                 * @default regular
                 * @enum {string}
                 */
                size?: "compact" | "regular" | "large";
                /** @default true */
                sources?: boolean;
                /** @default true */
                suggestions?: boolean;
                /**
                 * @default clear
                 * @enum {string}
                 */
                template?: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                /** @default {} */
                texts?: {
                  /** @default null */
                  placeholder?: string | null;
                  /** @default null */
                  subtitle?: string | null;
                  /** @default null */
                  title?: string | null;
                };
                /**
                 * @default auto
                 * @enum {string}
                 */
                theme?: "auto" | "light" | "dark";
              } | null;
              models?:
                | {
                    connectionId: string;
                    model: string;
                  }[]
                | null;
              name?: string | null;
              role?: string | null;
              suggestions?: string[] | null;
              tone?: ("friendly" | "neutral" | "formal" | "playful") | null;
            };
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
                code: string | null;
                copyId: string | null;
                id: string;
                message: string | null;
                /** @enum {string} */
                status: "done" | "failed";
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
  "/v1/agents/import": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a new agent of an exported file, sent as the body */
    post: {
      parameters: {
        query?: {
          name?: string;
        };
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              bytes: number | null;
              code: string | null;
              counts: {
                [key: string]: number;
              } | null;
              /** Format: date-time */
              createdAt: string;
              createdBy: {
                id: string;
                name: string | null;
                type: string;
              };
              expiresAt: string | null;
              finishedAt: string | null;
              id: string;
              /** @enum {string} */
              kind: "export" | "import";
              message: string | null;
              name: string;
              progress: {
                done: number;
                total: number;
              };
              /** @enum {string} */
              status: "queued" | "running" | "done" | "failed";
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
  "/v1/archives": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Exports and imports of agents, newest first */
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
                bytes: number | null;
                code: string | null;
                counts: {
                  [key: string]: number;
                } | null;
                /** Format: date-time */
                createdAt: string;
                createdBy: {
                  id: string;
                  name: string | null;
                  type: string;
                };
                expiresAt: string | null;
                finishedAt: string | null;
                id: string;
                /** @enum {string} */
                kind: "export" | "import";
                message: string | null;
                name: string;
                progress: {
                  done: number;
                  total: number;
                };
                /** @enum {string} */
                status: "queued" | "running" | "done" | "failed";
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
  "/v1/archives/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far it is */
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
              bytes: number | null;
              code: string | null;
              counts: {
                [key: string]: number;
              } | null;
              /** Format: date-time */
              createdAt: string;
              createdBy: {
                id: string;
                name: string | null;
                type: string;
              };
              expiresAt: string | null;
              finishedAt: string | null;
              id: string;
              /** @enum {string} */
              kind: "export" | "import";
              message: string | null;
              name: string;
              progress: {
                done: number;
                total: number;
              };
              /** @enum {string} */
              status: "queued" | "running" | "done" | "failed";
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
  "/v1/archives/{id}/file": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The written file, for seven days */
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
            "application/json": unknown;
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
  "/v1/audit-entries": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List what was changed, by whom, newest first */
    get: {
      parameters: {
        query?: {
          action?: string;
          actorId?: string;
          cursor?: string;
          from?: string;
          limit?: number;
          targetId?: string;
          targetType?: string;
          to?: string;
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
                action: string;
                actor: {
                  id: string;
                  name: string;
                  type: string;
                };
                address: string | null;
                after: {
                  [key: string]: unknown;
                } | null;
                /** Format: date-time */
                at: string;
                before: {
                  [key: string]: unknown;
                } | null;
                client: string | null;
                id: string;
                target: {
                  id: string;
                  name: string | null;
                  type: string;
                };
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
  "/v1/audit-entries/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one entry of the audit log */
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
              action: string;
              actor: {
                id: string;
                name: string;
                type: string;
              };
              address: string | null;
              after: {
                [key: string]: unknown;
              } | null;
              /** Format: date-time */
              at: string;
              before: {
                [key: string]: unknown;
              } | null;
              client: string | null;
              id: string;
              target: {
                id: string;
                name: string | null;
                type: string;
              };
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
  "/v1/audit-entries/export": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Download the audit log as CSV or JSON */
    get: {
      parameters: {
        query?: {
          action?: string;
          actorId?: string;
          format?: "csv" | "json";
          from?: string;
          targetId?: string;
          targetType?: string;
          to?: string;
        };
        header?: never;
        path?: never;
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
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/auth/forgot-password": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask for a link to a new password */
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
            email: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
  "/v1/auth/options": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the sign-in page needs to know */
    get: {
      parameters: {
        query?: never;
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
              mailIsSent: boolean;
              ownerExists: boolean;
              passkeys: boolean;
              signedIn: boolean;
              /** @enum {string} */
              signUp: "closed" | "invite" | "open";
              social: ("google" | "github")[];
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
  "/v1/auth/passkey": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign in with a passkey */
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
            response: {
              /** @default {} */
              clientExtensionResults?: Record<string, never>;
              id: string;
              rawId: string;
              response: {
                authenticatorData: string;
                clientDataJSON: string;
                signature: string;
                userHandle?: string;
              };
              /** @enum {string} */
              type: "public-key";
            };
          };
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
  "/v1/auth/passkey/options": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin signing in with a passkey */
    post: {
      parameters: {
        query?: never;
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
              [key: string]: unknown;
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
  "/v1/auth/reset-password": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Choose a new password by a link */
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
            password: string;
            token: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
  "/v1/auth/second-factor": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Finish signing in with a code */
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
            code: string;
            /**
             * @default app
             * @enum {string}
             */
            kind?: "app" | "recovery";
            /** @default false */
            trustDevice?: boolean;
          };
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
  "/v1/auth/sign-in": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign in with a password */
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
            email: string;
            password: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
  "/v1/auth/sign-out": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign out */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
  "/v1/auth/sign-up": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make an account */
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
            email: string;
            invitation?: string;
            name: string;
            organization?: string;
            password: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @enum {string} */
              next: "confirm" | "sign-in";
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
  "/v1/auth/social": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin signing in with Google or GitHub */
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
            /** @enum {string} */
            provider: "google" | "github";
            /** @default / */
            returnTo?: string;
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
  "/v1/auth/verify-email": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Confirm an email address by a link */
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
            token: string;
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
              email: string;
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
  "/v1/connected-accounts": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The accounts that documents are followed from */
    get: {
      parameters: {
        query?: never;
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
                checkedAt: string;
                /** Format: date-time */
                createdAt: string;
                id: string;
                message: string | null;
                name: string;
                /** @enum {string} */
                provider: "google-drive" | "intercom";
                region: ("us" | "eu" | "au") | null;
                /** @enum {string} */
                state: "working" | "failing" | "revoked";
                usedBy: {
                  agentId: string;
                  id: string;
                  name: string;
                }[];
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
    /** Connect a help centre by its token, which is tried, kept encrypted and never shown again; the same one again gets the new token */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            /** @enum {string} */
            provider: "intercom";
            /**
             * @default us
             * @enum {string}
             */
            region?: "us" | "eu" | "au";
            token: string;
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
              checkedAt: string;
              /** Format: date-time */
              createdAt: string;
              id: string;
              message: string | null;
              name: string;
              /** @enum {string} */
              provider: "google-drive" | "intercom";
              region: ("us" | "eu" | "au") | null;
              /** @enum {string} */
              state: "working" | "failing" | "revoked";
              usedBy: {
                agentId: string;
                id: string;
                name: string;
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
  "/v1/connected-accounts/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A connected account */
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
              /** Format: date-time */
              checkedAt: string;
              /** Format: date-time */
              createdAt: string;
              id: string;
              message: string | null;
              name: string;
              /** @enum {string} */
              provider: "google-drive" | "intercom";
              region: ("us" | "eu" | "au") | null;
              /** @enum {string} */
              state: "working" | "failing" | "revoked";
              usedBy: {
                agentId: string;
                id: string;
                name: string;
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
    put?: never;
    post?: never;
    /** Remove an account and give its access back; what was read with it stays, and is not renewed */
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
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/connected-accounts/{id}/containers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The drives, folders or collections of an account, to choose from */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          parent?: string;
          q?: string;
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
                choosable: boolean;
                id: string;
                /** @enum {string} */
                kind: "drive" | "folder" | "collection";
                name: string;
                opens: boolean;
                path: string[];
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
  "/v1/connected-accounts/{id}/test": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask the vendor whether access works */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
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
              /** Format: date-time */
              checkedAt: string;
              /** Format: date-time */
              createdAt: string;
              id: string;
              message: string | null;
              name: string;
              /** @enum {string} */
              provider: "google-drive" | "intercom";
              region: ("us" | "eu" | "au") | null;
              /** @enum {string} */
              state: "working" | "failing" | "revoked";
              usedBy: {
                agentId: string;
                id: string;
                name: string;
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
  "/v1/connected-accounts/google/consent": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Where to send the person who connects a Google account */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            /** @default / */
            returnTo?: string;
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
              /** Format: date-time */
              expiresAt: string;
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
  "/v1/connected-accounts/google/return": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The way back from Google: connects the account that said yes, or renews it */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            code: string;
            state: string;
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
              account: {
                /** Format: date-time */
                checkedAt: string;
                /** Format: date-time */
                createdAt: string;
                id: string;
                message: string | null;
                name: string;
                /** @enum {string} */
                provider: "google-drive" | "intercom";
                region: ("us" | "eu" | "au") | null;
                /** @enum {string} */
                state: "working" | "failing" | "revoked";
                usedBy: {
                  agentId: string;
                  id: string;
                  name: string;
                }[];
              };
              returnTo: string;
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
  "/v1/connections": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The vendors that are connected, and how they do */
    get: {
      parameters: {
        query?: never;
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
                baseUrl: string | null;
                checkedAt: string | null;
                /** Format: date-time */
                createdAt: string;
                id: string;
                keyHint: string | null;
                message: string | null;
                name: string;
                problem:
                  | (
                      | "wrong_key"
                      | "no_model"
                      | "no_credit"
                      | "too_often"
                      | "unreachable"
                      | "private_address"
                      | "refused"
                    )
                  | null;
                revision: number;
                /** @enum {string} */
                state: "working" | "failing" | "unchecked";
                usedBy: {
                  id: string;
                  name: string;
                }[];
                /** @enum {string} */
                vendor: "groq" | "openai" | "anthropic" | "compatible";
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
    /** Connect a vendor: the key is tested with one short question, kept encrypted and never shown again */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            baseUrl?: (string & (unknown & unknown)) | null;
            /** @default false */
            evenIfFailing?: boolean;
            key?: string;
            model?: string;
            name: string;
            /** @enum {string} */
            vendor: "groq" | "openai" | "anthropic" | "compatible";
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              baseUrl: string | null;
              checkedAt: string | null;
              /** Format: date-time */
              createdAt: string;
              id: string;
              keyHint: string | null;
              message: string | null;
              name: string;
              problem:
                | ("wrong_key" | "no_model" | "no_credit" | "too_often" | "unreachable" | "private_address" | "refused")
                | null;
              revision: number;
              /** @enum {string} */
              state: "working" | "failing" | "unchecked";
              usedBy: {
                id: string;
                name: string;
              }[];
              /** @enum {string} */
              vendor: "groq" | "openai" | "anthropic" | "compatible";
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
  "/v1/connections/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One connection */
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              baseUrl: string | null;
              checkedAt: string | null;
              /** Format: date-time */
              createdAt: string;
              id: string;
              keyHint: string | null;
              message: string | null;
              name: string;
              problem:
                | ("wrong_key" | "no_model" | "no_credit" | "too_often" | "unreachable" | "private_address" | "refused")
                | null;
              revision: number;
              /** @enum {string} */
              state: "working" | "failing" | "unchecked";
              usedBy: {
                id: string;
                name: string;
              }[];
              /** @enum {string} */
              vendor: "groq" | "openai" | "anthropic" | "compatible";
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
    /** Remove a connection that no agent uses */
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
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
    options?: never;
    head?: never;
    /** Change a connection: a new key or address is tested first, and used from the next message on */
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
            baseUrl?: (string & (unknown & unknown)) | null;
            /** @default false */
            evenIfFailing?: boolean;
            key?: string;
            model?: string;
            name?: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              baseUrl: string | null;
              checkedAt: string | null;
              /** Format: date-time */
              createdAt: string;
              id: string;
              keyHint: string | null;
              message: string | null;
              name: string;
              problem:
                | ("wrong_key" | "no_model" | "no_credit" | "too_often" | "unreachable" | "private_address" | "refused")
                | null;
              revision: number;
              /** @enum {string} */
              state: "working" | "failing" | "unchecked";
              usedBy: {
                id: string;
                name: string;
              }[];
              /** @enum {string} */
              vendor: "groq" | "openai" | "anthropic" | "compatible";
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
  "/v1/connections/{id}/models": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The models that a vendor offers: those that answer, or those that make vectors */
    get: {
      parameters: {
        query?: {
          for?: "answers" | "vectors";
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
                id: string;
              }[];
              listed: boolean;
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
  "/v1/connections/{id}/test": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask one short question over a connection and say how it went */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            model?: string;
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
              message: string;
              model: string | null;
              problem:
                | ("wrong_key" | "no_model" | "no_credit" | "too_often" | "unreachable" | "private_address" | "refused")
                | null;
              tookMs: number;
              working: boolean;
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
    /** List and search conversations, newest first */
    get: {
      parameters: {
        query?: {
          agentId?: string;
          channel?: "web" | "api";
          corrected?: "true" | "false";
          cursor?: string;
          from?: string;
          language?: string;
          limit?: number;
          outcome?: "answered" | "unanswered" | "person-asked";
          q?: string;
          rating?: "up" | "down";
          to?: string;
          visitorId?: string;
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
                answered: number;
                /** @enum {string} */
                channel: "web" | "api";
                corrected: number;
                /** Format: date-time */
                createdAt: string;
                id: string;
                language: string | null;
                lastSeq: number;
                personAsked: boolean;
                rating: ("up" | "down") | null;
                title: string;
                unanswered: number;
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
    /** Get one conversation */
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
              agentName: string;
              answered: number;
              answering: boolean;
              /** @enum {string} */
              channel: "web" | "api";
              corrected: number;
              /** Format: date-time */
              createdAt: string;
              id: string;
              inputTokens: number;
              language: string | null;
              lastSeq: number;
              outputTokens: number;
              personAsked: boolean;
              rating: ("up" | "down") | null;
              title: string;
              unanswered: number;
              /** Format: date-time */
              updatedAt: string;
              visitorId: string | null;
              visits: number | null;
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
    /** Delete a conversation with all that was said in it */
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
  "/v1/conversations/{id}/export": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Download a conversation as JSON or as text */
    get: {
      parameters: {
        query?: {
          format?: "json" | "text";
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
            "application/json": string;
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
    /** List the messages of a conversation */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          order?: "asc" | "desc";
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
                changedSince: {
                  documentId: string;
                  from: number;
                  title: string;
                  to: number | null;
                }[];
                clientId: string | null;
                conversationId: string;
                correction: {
                  answer: string;
                  answerId: string;
                  /** Format: date-time */
                  at: string;
                  by: string;
                  question: string;
                } | null;
                corrects?: {
                  messageId: string;
                  said: string;
                };
                /** Format: date-time */
                createdAt: string;
                firstMs: number | null;
                id: string;
                inputTokens: number | null;
                model: string | null;
                outputTokens: number | null;
                parts: (
                  | {
                      text: string;
                      /** @enum {string} */
                      type: "text";
                    }
                  | {
                      citation: {
                        /** Format: date-time */
                        checkedAt?: string;
                        documentId: string;
                        documentVersion?: number;
                        externalId: string | null;
                        link: string | null;
                        number: number;
                        place?: {
                          lastRow?: number;
                          page?: number;
                          row?: number;
                          sheet?: string;
                          slide?: number;
                        };
                        text: string;
                        title: string;
                        url: string | null;
                        verified?: boolean;
                      };
                      /** @enum {string} */
                      type: "citation";
                    }
                  | {
                      language: string;
                      products: {
                        brand: string | null;
                        currency: string | null;
                        from: boolean;
                        id: string;
                        image: string | null;
                        link: string | null;
                        name: string;
                        options: string[];
                        price: number | null;
                        priceStale: boolean;
                        regularPrice: number | null;
                        /** @enum {string} */
                        stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
                      }[];
                      /** @enum {string} */
                      type: "products";
                      words: {
                        from: string;
                        stock: {
                          backorder: string;
                          in_stock: string;
                          out_of_stock: string;
                          preorder: string;
                          unknown: string;
                        };
                      };
                    }
                )[];
                rating: ("up" | "down") | null;
                reason:
                  | (
                      | "answered"
                      | "small-talk"
                      | "unknown"
                      | "person-asked"
                      | "clarify"
                      | "stopped"
                      | "failed"
                      | "unavailable"
                    )
                  | null;
                replyTo: string | null;
                /** @enum {string} */
                role: "visitor" | "agent";
                seq: number;
                suggestions: string[];
                text: string;
                tookMs: number | null;
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
  "/v1/conversations/{id}/messages/{messageId}/correction": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Correct an answer: save a verified answer and mark the message */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
          messageId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            answer: string;
            question?: string;
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
              answered: boolean | null;
              changedSince: {
                documentId: string;
                from: number;
                title: string;
                to: number | null;
              }[];
              clientId: string | null;
              conversationId: string;
              correction: {
                answer: string;
                answerId: string;
                /** Format: date-time */
                at: string;
                by: string;
                question: string;
              } | null;
              corrects?: {
                messageId: string;
                said: string;
              };
              /** Format: date-time */
              createdAt: string;
              firstMs: number | null;
              id: string;
              inputTokens: number | null;
              model: string | null;
              outputTokens: number | null;
              parts: (
                | {
                    text: string;
                    /** @enum {string} */
                    type: "text";
                  }
                | {
                    citation: {
                      /** Format: date-time */
                      checkedAt?: string;
                      documentId: string;
                      documentVersion?: number;
                      externalId: string | null;
                      link: string | null;
                      number: number;
                      place?: {
                        lastRow?: number;
                        page?: number;
                        row?: number;
                        sheet?: string;
                        slide?: number;
                      };
                      text: string;
                      title: string;
                      url: string | null;
                      verified?: boolean;
                    };
                    /** @enum {string} */
                    type: "citation";
                  }
                | {
                    language: string;
                    products: {
                      brand: string | null;
                      currency: string | null;
                      from: boolean;
                      id: string;
                      image: string | null;
                      link: string | null;
                      name: string;
                      options: string[];
                      price: number | null;
                      priceStale: boolean;
                      regularPrice: number | null;
                      /** @enum {string} */
                      stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
                    }[];
                    /** @enum {string} */
                    type: "products";
                    words: {
                      from: string;
                      stock: {
                        backorder: string;
                        in_stock: string;
                        out_of_stock: string;
                        preorder: string;
                        unknown: string;
                      };
                    };
                  }
              )[];
              rating: ("up" | "down") | null;
              reason:
                | (
                    | "answered"
                    | "small-talk"
                    | "unknown"
                    | "person-asked"
                    | "clarify"
                    | "stopped"
                    | "failed"
                    | "unavailable"
                  )
                | null;
              replyTo: string | null;
              /** @enum {string} */
              role: "visitor" | "agent";
              seq: number;
              suggestions: string[];
              text: string;
              tookMs: number | null;
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
  "/v1/conversations/{id}/messages/{messageId}/rating": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Rate an answer, or take the rating back */
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
  "/v1/conversations/delete": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Delete several conversations */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            ids: string[];
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
              deleted: number;
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
  "/v1/crawler": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How this server reads websites: by what name, and whether with a browser */
    get: {
      parameters: {
        query?: never;
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
              browser: {
                found: boolean;
                reason: string | null;
              };
              userAgent: string;
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
  "/v1/documents/{id}/difference": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What changed between two versions, block by block and word by word */
    get: {
      parameters: {
        query?: {
          from?: number;
          to?: number;
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
              added: number;
              from: {
                by: {
                  id: string;
                  name: string | null;
                  type: string;
                } | null;
                /** Format: date-time */
                createdAt: string;
                documentId: string;
                isPresent: boolean;
                language: string;
                number: number;
                title: string;
                url: string | null;
                /** @enum {string} */
                why: "first" | "read" | "given" | "restored" | "imported";
                words: number;
              };
              hunks: (
                | {
                    text: string;
                    /** @enum {string} */
                    type: "same";
                  }
                | {
                    text: string;
                    /** @enum {string} */
                    type: "added";
                  }
                | {
                    text: string;
                    /** @enum {string} */
                    type: "removed";
                  }
                | {
                    after: string;
                    before: string;
                    /** @enum {string} */
                    type: "changed";
                    words: {
                      text: string;
                      /** @enum {string} */
                      type: "same" | "added" | "removed";
                    }[];
                  }
              )[];
              removed: number;
              to: {
                by: {
                  id: string;
                  name: string | null;
                  type: string;
                } | null;
                /** Format: date-time */
                createdAt: string;
                documentId: string;
                isPresent: boolean;
                language: string;
                number: number;
                title: string;
                url: string | null;
                /** @enum {string} */
                why: "first" | "read" | "given" | "restored" | "imported";
                words: number;
              };
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
  "/v1/documents/{id}/pin": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take what the source says again */
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
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              by: {
                id: string;
                name: string | null;
                type: string;
              } | null;
              /** Format: date-time */
              createdAt: string;
              documentId: string;
              isPresent: boolean;
              language: string;
              number: number;
              title: string;
              url: string | null;
              /** @enum {string} */
              why: "first" | "read" | "given" | "restored" | "imported";
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
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/documents/{id}/restore": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put an older version back; a page's stays until the page changes again or the pin is lifted */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            number: number;
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
              by: {
                id: string;
                name: string | null;
                type: string;
              } | null;
              /** Format: date-time */
              createdAt: string;
              documentId: string;
              isPresent: boolean;
              language: string;
              number: number;
              title: string;
              url: string | null;
              /** @enum {string} */
              why: "first" | "read" | "given" | "restored" | "imported";
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
  "/v1/documents/{id}/versions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a document said before, newest first */
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
                by: {
                  id: string;
                  name: string | null;
                  type: string;
                } | null;
                /** Format: date-time */
                createdAt: string;
                documentId: string;
                isPresent: boolean;
                language: string;
                number: number;
                title: string;
                url: string | null;
                /** @enum {string} */
                why: "first" | "read" | "given" | "restored" | "imported";
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
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/documents/{id}/versions/{number}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A version of a document with its text as Markdown */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
          number: number;
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
              by: {
                id: string;
                name: string | null;
                type: string;
              } | null;
              content: string;
              /** Format: date-time */
              createdAt: string;
              documentId: string;
              isPresent: boolean;
              language: string;
              number: number;
              title: string;
              url: string | null;
              /** @enum {string} */
              why: "first" | "read" | "given" | "restored" | "imported";
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
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/embeddings": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Which model finds passages by meaning, and how far its vectors are */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              choice: {
                connectionId: string;
                connectionName: string;
                model: string;
                /** @enum {string} */
                vendor: "groq" | "openai" | "anthropic" | "compatible";
              } | null;
              embedded: number;
              passages: number;
              problem: string | null;
              revision: number;
              server: string | null;
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
    /** Find passages by meaning with a model of your own: tested first, then all passages are read again */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          /**
           * @example {
           *       "connectionId": "con_01jt7k2m9v4c8xq3r5w6z0a1b2",
           *       "model": "text-embedding-3-small"
           *     }
           */
          "application/json": {
            connectionId: string;
            model: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              choice: {
                connectionId: string;
                connectionName: string;
                model: string;
                /** @enum {string} */
                vendor: "groq" | "openai" | "anthropic" | "compatible";
              } | null;
              embedded: number;
              passages: number;
              problem: string | null;
              revision: number;
              server: string | null;
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
    post?: never;
    /** Go back to the server's embedding model, or to words where it has none */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              choice: {
                connectionId: string;
                connectionName: string;
                model: string;
                /** @enum {string} */
                vendor: "groq" | "openai" | "anthropic" | "compatible";
              } | null;
              embedded: number;
              passages: number;
              problem: string | null;
              revision: number;
              server: string | null;
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
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/files/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One file */
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              code:
                | ("encrypted" | "damaged" | "empty" | "no_text" | "too_large" | "too_slow" | "unsupported" | "failed")
                | null;
              /** Format: date-time */
              createdAt: string;
              documents: number;
              hash: string;
              id: string;
              message: string | null;
              name: string;
              pages: number | null;
              public: boolean;
              readAt: string | null;
              revision: number;
              size: number;
              skipped: {
                /** @enum {string} */
                code:
                  | "encrypted"
                  | "damaged"
                  | "empty"
                  | "no_text"
                  | "too_large"
                  | "too_slow"
                  | "unsupported"
                  | "failed";
                entry: string;
                message: string;
              }[];
              sourceId: string | null;
              /** @enum {string} */
              status: "queued" | "reading" | "ready" | "failed";
              type: string | null;
              /** Format: date-time */
              updatedAt: string;
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
    /** Replace a file's content with one that is sent as multipart/form-data; its id and settings stay */
    put: {
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              code:
                | ("encrypted" | "damaged" | "empty" | "no_text" | "too_large" | "too_slow" | "unsupported" | "failed")
                | null;
              /** Format: date-time */
              createdAt: string;
              documents: number;
              hash: string;
              id: string;
              message: string | null;
              name: string;
              pages: number | null;
              public: boolean;
              readAt: string | null;
              revision: number;
              size: number;
              skipped: {
                /** @enum {string} */
                code:
                  | "encrypted"
                  | "damaged"
                  | "empty"
                  | "no_text"
                  | "too_large"
                  | "too_slow"
                  | "unsupported"
                  | "failed";
                entry: string;
                message: string;
              }[];
              sourceId: string | null;
              /** @enum {string} */
              status: "queued" | "reading" | "ready" | "failed";
              type: string | null;
              /** Format: date-time */
              updatedAt: string;
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
    post?: never;
    /** Delete a file and everything that was made of it */
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
    /** Rename a file, or let visitors open it from a citation; If-Match guards against a change in between */
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
            name?: string;
            public?: boolean;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              code:
                | ("encrypted" | "damaged" | "empty" | "no_text" | "too_large" | "too_slow" | "unsupported" | "failed")
                | null;
              /** Format: date-time */
              createdAt: string;
              documents: number;
              hash: string;
              id: string;
              message: string | null;
              name: string;
              pages: number | null;
              public: boolean;
              readAt: string | null;
              revision: number;
              size: number;
              skipped: {
                /** @enum {string} */
                code:
                  | "encrypted"
                  | "damaged"
                  | "empty"
                  | "no_text"
                  | "too_large"
                  | "too_slow"
                  | "unsupported"
                  | "failed";
                entry: string;
                message: string;
              }[];
              sourceId: string | null;
              /** @enum {string} */
              status: "queued" | "reading" | "ready" | "failed";
              type: string | null;
              /** Format: date-time */
              updatedAt: string;
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
    trace?: never;
  };
  "/v1/files/{id}/original": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Download a file as it was given */
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
  "/v1/files/{id}/read": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Read a file again, as after a failure */
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              code:
                | ("encrypted" | "damaged" | "empty" | "no_text" | "too_large" | "too_slow" | "unsupported" | "failed")
                | null;
              /** Format: date-time */
              createdAt: string;
              documents: number;
              hash: string;
              id: string;
              message: string | null;
              name: string;
              pages: number | null;
              public: boolean;
              readAt: string | null;
              revision: number;
              size: number;
              skipped: {
                /** @enum {string} */
                code:
                  | "encrypted"
                  | "damaged"
                  | "empty"
                  | "no_text"
                  | "too_large"
                  | "too_slow"
                  | "unsupported"
                  | "failed";
                entry: string;
                message: string;
              }[];
              sourceId: string | null;
              /** @enum {string} */
              status: "queued" | "reading" | "ready" | "failed";
              type: string | null;
              /** Format: date-time */
              updatedAt: string;
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
  "/v1/home": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What happened, what needs attention, and what is left to set up */
    get: {
      parameters: {
        query?: {
          days?: number;
          timeZone?: string;
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
              agents: {
                answered: number;
                conversations: {
                  before: number;
                  now: number;
                };
                id: string;
                logoUrl: string | null;
                name: string;
                questions: number;
              }[];
              attention: {
                agentId: string | null;
                agentName: string | null;
                at: string | null;
                count: number;
                /** @enum {string} */
                kind:
                  | "question-unanswered"
                  | "answer-rated-down"
                  | "answer-outdated"
                  | "source-failed"
                  | "source-empty"
                  | "agent-not-installed"
                  | "agent-not-seen"
                  | "draft-unpublished"
                  | "connection-failed"
                  | "mail-waiting"
                  | "second-factor-missing";
                messageId: string | null;
                target: {
                  id: string | null;
                  /** @enum {string} */
                  resource:
                    | "organization"
                    | "members"
                    | "invitations"
                    | "teams"
                    | "roles"
                    | "keys"
                    | "connections"
                    | "connected-accounts"
                    | "audit-entries"
                    | "mails"
                    | "agents"
                    | "versions"
                    | "sources"
                    | "pages"
                    | "documents"
                    | "files"
                    | "recalls"
                    | "archives"
                    | "verified-answers"
                    | "gaps"
                    | "answer-suggestions"
                    | "overlaps"
                    | "products"
                    | "probes"
                    | "conversations"
                    | "messages"
                    | "installs"
                    | "views"
                    | "synonyms"
                    | "embeddings";
                };
                text: string;
              }[];
              days: {
                answered: number;
                conversations: number;
                /** Format: date */
                day: string;
                questions: number;
              }[];
              numbers: {
                answered: {
                  before: number;
                  now: number;
                };
                answeredShare: {
                  before: number | null;
                  now: number | null;
                };
                conversations: {
                  before: number;
                  now: number;
                };
                personAsked: {
                  before: number;
                  now: number;
                };
                questions: {
                  before: number;
                  now: number;
                };
                ratedDown: {
                  before: number;
                  now: number;
                };
                ratedUp: {
                  before: number;
                  now: number;
                };
                unanswered: {
                  before: number;
                  now: number;
                };
              } | null;
              start: {
                agentId: string | null;
                steps: {
                  done: boolean;
                  /** @enum {string} */
                  step: "agent" | "knowledge" | "question" | "published" | "installed" | "invited";
                }[];
              } | null;
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
  "/v1/hooks/indexnow": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same in the form of IndexNow, for one page */
    get: {
      parameters: {
        query: {
          key: string;
          url: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              taken: number | null;
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
    /** The same in the form of IndexNow, for many pages */
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
            host: string;
            key: string;
            keyLocation?: string;
            urlList: string[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              taken: number | null;
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
  "/v1/hooks/sources/{key}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say that a source has changed: all of it is read again, or the pages that are named */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          key: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          /**
           * @example {
           *       "urls": [
           *         "https://shop.example/opening-hours"
           *       ]
           *     }
           */
          "application/json": {
            urls?: string[];
          } | null;
        };
      };
      responses: {
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              taken: number | null;
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
  "/v1/invitations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List invitations, newest first */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          state?: "pending" | "accepted" | "expired" | "revoked";
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
                acceptedAt: string | null;
                /** Format: date-time */
                createdAt: string;
                email: string;
                /** Format: date-time */
                expiresAt: string;
                id: string;
                inviter: {
                  name: string;
                  userId: string;
                };
                role: {
                  id: string;
                  name: string;
                };
                /** Format: date-time */
                sentAt: string;
                /** @enum {string} */
                state: "pending" | "accepted" | "expired" | "revoked";
                teams: {
                  id: string;
                  name: string;
                }[];
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
    /** Invite people by email */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            emails: string[];
            role: string;
            /** @default [] */
            teams?: string[];
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
              data: {
                email: string;
                invitation: {
                  acceptedAt: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  email: string;
                  /** Format: date-time */
                  expiresAt: string;
                  id: string;
                  inviter: {
                    name: string;
                    userId: string;
                  };
                  role: {
                    id: string;
                    name: string;
                  };
                  /** Format: date-time */
                  sentAt: string;
                  /** @enum {string} */
                  state: "pending" | "accepted" | "expired" | "revoked";
                  teams: {
                    id: string;
                    name: string;
                  }[];
                } | null;
                link: string | null;
                /** @enum {string} */
                outcome: "invited" | "again" | "member";
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
  "/v1/invitations/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Withdraw an invitation */
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
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/invitations/{id}/resend": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send an invitation again, with a new link and seven more days */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
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
              invitation: {
                acceptedAt: string | null;
                /** Format: date-time */
                createdAt: string;
                email: string;
                /** Format: date-time */
                expiresAt: string;
                id: string;
                inviter: {
                  name: string;
                  userId: string;
                };
                role: {
                  id: string;
                  name: string;
                };
                /** Format: date-time */
                sentAt: string;
                /** @enum {string} */
                state: "pending" | "accepted" | "expired" | "revoked";
                teams: {
                  id: string;
                  name: string;
                }[];
              };
              link: string | null;
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
  "/v1/invitations/accept": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Accept an invitation to your own address */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            token: string;
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
              name: string;
              organizationId: string;
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
  "/v1/invitations/lookup": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** See who invites whom to what, by the token of the link */
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
            token: string;
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
              email: string;
              /** Format: date-time */
              expiresAt: string;
              inviter: string;
              organization: string;
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
  "/v1/keys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List API keys, newest first */
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
                maker: {
                  isMember: boolean;
                  name: string;
                  userId: string;
                } | null;
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
    /** Make an API key; it is shown once */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
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
              maker: {
                isMember: boolean;
                name: string;
                userId: string;
              } | null;
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
    /** Revoke an API key */
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
  "/v1/live/tokens": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Get a token for the live socket */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** Format: date-time */
              expiresAt: string;
              token: string;
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
  "/v1/mails": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The mail outbox, newest first */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          state?: "waiting" | "sent" | "failed" | "kept";
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
              canSend: boolean;
              data: {
                attempts: number;
                /** Format: date-time */
                createdAt: string;
                error: string | null;
                id: string;
                ofServer: boolean;
                purpose: string;
                secret: boolean;
                sentAt: string | null;
                /** @enum {string} */
                state: "waiting" | "sent" | "failed" | "kept";
                subject: string;
                to: {
                  address: string;
                  name: string | null;
                };
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
  "/v1/mails/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One mail with its text and HTML */
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
              attempts: number;
              /** Format: date-time */
              createdAt: string;
              error: string | null;
              html: string | null;
              id: string;
              ofServer: boolean;
              preview: string | null;
              purpose: string;
              secret: boolean;
              sentAt: string | null;
              /** @enum {string} */
              state: "waiting" | "sent" | "failed" | "kept";
              subject: string;
              text: string | null;
              to: {
                address: string;
                name: string | null;
              };
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
  "/v1/mails/{id}/resend": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send a mail again, from the beginning */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
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
              attempts: number;
              /** Format: date-time */
              createdAt: string;
              error: string | null;
              id: string;
              ofServer: boolean;
              purpose: string;
              secret: boolean;
              sentAt: string | null;
              /** @enum {string} */
              state: "waiting" | "sent" | "failed" | "kept";
              subject: string;
              to: {
                address: string;
                name: string | null;
              };
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
  "/v1/me": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in */
    get: {
      parameters: {
        query?: never;
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
              /** Format: date-time */
              createdAt: string;
              email: string;
              emailVerified: boolean;
              hasPassword: boolean;
              id: string;
              image: string | null;
              language: string | null;
              name: string;
              secondFactor: boolean;
              serverAdmin: boolean;
              social: ("google" | "github")[];
              timeZone: string | null;
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
    /** Change one's name, time zone or language */
    patch: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            language?: string | null;
            name?: string;
            timeZone?: string | null;
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
              /** Format: date-time */
              createdAt: string;
              email: string;
              emailVerified: boolean;
              hasPassword: boolean;
              id: string;
              image: string | null;
              language: string | null;
              name: string;
              secondFactor: boolean;
              serverAdmin: boolean;
              social: ("google" | "github")[];
              timeZone: string | null;
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
  "/v1/me/deletion": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Delete one's account */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            email: string;
            password?: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
  "/v1/me/email": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Change one's email address */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            email: string;
            password?: string;
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
              /** @enum {string} */
              next: "done" | "confirm";
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
  "/v1/me/export": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything that this server holds about oneself */
    get: {
      parameters: {
        query?: never;
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
              /** Format: date-time */
              exportedAt: string;
              organizations: {
                id: string;
                /** Format: date-time */
                memberSince: string;
                name: string;
                role: string;
              }[];
              passkeys: {
                /** Format: date-time */
                createdAt: string;
                id: string;
                name: string;
                synced: boolean;
              }[];
              person: {
                /** Format: date-time */
                createdAt: string;
                email: string;
                emailVerified: boolean;
                hasPassword: boolean;
                id: string;
                image: string | null;
                language: string | null;
                name: string;
                secondFactor: boolean;
                serverAdmin: boolean;
                social: ("google" | "github")[];
                timeZone: string | null;
              };
              sessions: {
                address: string | null;
                /** Format: date-time */
                createdAt: string;
                current: boolean;
                device: string;
                /** Format: date-time */
                expiresAt: string;
                id: string;
                /** @enum {string} */
                kind: "computer" | "phone" | "tablet" | "program";
                /** Format: date-time */
                lastActiveAt: string;
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
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/me/passkeys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One's passkeys */
    get: {
      parameters: {
        query?: never;
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
                id: string;
                name: string;
                synced: boolean;
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
    /** Add a passkey */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            name?: string;
            response: {
              /** @default {} */
              clientExtensionResults?: Record<string, never>;
              id: string;
              rawId: string;
              response: {
                attestationObject: string;
                clientDataJSON: string;
                transports?: ("ble" | "cable" | "hybrid" | "internal" | "nfc" | "smart-card" | "usb")[];
              };
              /** @enum {string} */
              type: "public-key";
            };
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
              id: string;
              name: string;
              synced: boolean;
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
  "/v1/me/passkeys/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a passkey */
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
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
    options?: never;
    head?: never;
    /** Rename a passkey */
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
            name: string;
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
              /** Format: date-time */
              createdAt: string;
              id: string;
              name: string;
              synced: boolean;
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
  "/v1/me/passkeys/options": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin to add a passkey */
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
            password?: string;
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
              [key: string]: unknown;
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
  "/v1/me/password": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Change one's password; ends all other sessions */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            currentPassword?: string;
            password: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
  "/v1/me/second-factor": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin two-step sign-in: a secret for the app */
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
            password?: string;
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
              recoveryCodes: string[];
              secret: string;
              uri: string;
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
  "/v1/me/second-factor/confirmation": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turn two-step sign-in on with a first code */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            code: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
  "/v1/me/second-factor/recovery-codes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make new recovery codes */
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
            password?: string;
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
              recoveryCodes: string[];
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
  "/v1/me/second-factor/removal": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turn two-step sign-in off */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            password?: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
  "/v1/me/sessions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where one is signed in */
    get: {
      parameters: {
        query?: never;
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
                address: string | null;
                /** Format: date-time */
                createdAt: string;
                current: boolean;
                device: string;
                /** Format: date-time */
                expiresAt: string;
                id: string;
                /** @enum {string} */
                kind: "computer" | "phone" | "tablet" | "program";
                /** Format: date-time */
                lastActiveAt: string;
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
    /** End all other sessions */
    delete: {
      parameters: {
        query?: never;
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
              revoked: number;
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
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/me/sessions/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End one session */
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
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/me/verification-mails": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mail the link that confirms one's address once more */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
  "/v1/members": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the members of the organization, by name */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          role?: string;
          search?: string;
          teamId?: string;
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
                email: string;
                image: string | null;
                lastSeenAt: string | null;
                liveKeys: number;
                name: string;
                role: {
                  id: string;
                  name: string;
                };
                teams: {
                  id: string;
                  name: string;
                }[];
                userId: string;
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
  "/v1/members/{userId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a member, on demand with the API keys that they made; oneself: leave */
    delete: {
      parameters: {
        query?: {
          /** @description Whether the live API keys that the member made are revoked with it, which takes keys:write. Else they go on to work. */
          revokeKeys?: "true" | "false";
        };
        header?: never;
        path: {
          userId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
    options?: never;
    head?: never;
    /** Give a member another role */
    patch: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          userId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            role: string;
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
              /** Format: date-time */
              createdAt: string;
              email: string;
              image: string | null;
              lastSeenAt: string | null;
              liveKeys: number;
              name: string;
              role: {
                id: string;
                name: string;
              };
              teams: {
                id: string;
                name: string;
              }[];
              userId: string;
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
  "/v1/members/{userId}/restore": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a member back who was removed within the hour, with role and teams */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          userId: string;
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
              /** Format: date-time */
              createdAt: string;
              email: string;
              image: string | null;
              lastSeenAt: string | null;
              liveKeys: number;
              name: string;
              role: {
                id: string;
                name: string;
              };
              teams: {
                id: string;
                name: string;
              }[];
              userId: string;
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
  "/v1/oauth-clients/google": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** By which client members connect Google accounts */
    get: {
      parameters: {
        query?: never;
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
              clientId: string | null;
              from: ("organization" | "server") | null;
              redirectUri: string;
              secretHint: string | null;
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
    /** Set the organization's own client at Google; accounts that another one connected have to be connected again */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            clientId: string;
            clientSecret: string;
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
              clientId: string | null;
              from: ("organization" | "server") | null;
              redirectUri: string;
              secretHint: string | null;
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
    post?: never;
    /** Remove the organization's own client at Google */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/organizations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the organizations that you belong to */
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
                id: string;
                language: string | null;
                name: string;
                revision: number;
                role: {
                  id: string;
                  name: string;
                };
                timeZone: string | null;
              }[];
              mayCreate: boolean;
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
    /** Make an organization, with yourself as its owner */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            language?: string | null;
            name: string;
            timeZone?: string | null;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** Format: date-time */
              createdAt: string;
              id: string;
              language: string | null;
              name: string;
              revision: number;
              role: {
                id: string;
                name: string;
              };
              timeZone: string | null;
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
  "/v1/organizations/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read an organization, and what you may do in it */
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** Format: date-time */
              createdAt: string;
              id: string;
              language: string | null;
              mailIsSent: boolean;
              name: string;
              permissions: string[];
              revision: number;
              role: {
                id: string;
                name: string;
              } | null;
              timeZone: string | null;
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
    /** Delete an organization with everything in it; its name confirms that */
    delete: {
      parameters: {
        query: {
          name: string;
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
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
    options?: never;
    head?: never;
    /** Change an organization's name, time zone or language */
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
            language?: string | null;
            name?: string;
            timeZone?: string | null;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** Format: date-time */
              createdAt: string;
              id: string;
              language: string | null;
              mailIsSent: boolean;
              name: string;
              permissions: string[];
              revision: number;
              role: {
                id: string;
                name: string;
              } | null;
              timeZone: string | null;
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
  "/v1/organizations/{id}/export": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Download everything of an organization, as gzip of JSON lines */
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
  "/v1/organizations/{id}/leave": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Leave an organization */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
  "/v1/organizations/{id}/owner": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hand an organization on to another member */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            /** @default admin */
            ownRole?: string;
            userId: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
  "/v1/owner-links/{token}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What an owner link opens */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          token: string;
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
              /** Format: date-time */
              expiresAt: string;
              organization: string;
              ownerExists: boolean;
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
    /** Make the owner's account, and sign in */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          token: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            email: string;
            name: string;
            password: string;
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
              organizationId: string;
              reset: boolean;
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
  "/v1/products/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One product */
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              attributes: {
                [key: string]:
                  | string
                  | boolean
                  | string[]
                  | {
                      unit: string | null;
                      value: number;
                    };
              };
              brand: string | null;
              category: string[];
              /** Format: date-time */
              checkedAt: string;
              /** Format: date-time */
              createdAt: string;
              currency: string | null;
              description: string;
              externalId: string;
              id: string;
              image: string | null;
              /** @enum {string} */
              kind: "product" | "service";
              language: string;
              link: string | null;
              name: string;
              /** @enum {string} */
              origin: "manual" | "api" | "import" | "page" | "feed";
              price: number | null;
              /** Format: date-time */
              priceCheckedAt: string;
              priceStale: boolean;
              priceValidUntil: string | null;
              quantity: number | null;
              revision: number;
              salePrice: number | null;
              sourceId: string | null;
              /** @enum {string} */
              stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
              tags: string[];
              /** Format: date-time */
              updatedAt: string;
              variants: {
                options: {
                  [key: string]: string;
                };
                price: number | null;
                quantity: number | null;
                salePrice: number | null;
                sku: string | null;
                /** @enum {string} */
                stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
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
    put?: never;
    post?: never;
    /** Delete a product */
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
    /** Change a product; from then on neither pages nor feeds change it. If-Match guards against a change in between */
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
            attributes?: {
              [key: string]:
                | string
                | boolean
                | string[]
                | {
                    unit: string | null;
                    value: number;
                  };
            };
            brand?: string | null;
            category?: string[];
            currency?: string | null;
            description?: string;
            externalId?: string;
            image?: string | null;
            /** @enum {string} */
            kind?: "product" | "service";
            language?: string;
            link?: string | null;
            name?: string;
            price?: number | null;
            priceValidUntil?: string | null;
            quantity?: number | null;
            salePrice?: number | null;
            /** @enum {string} */
            stock?: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
            tags?: string[];
            variants?: {
              options: {
                [key: string]: string;
              };
              price: number | null;
              quantity: number | null;
              salePrice: number | null;
              sku: string | null;
              /** @enum {string} */
              stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
            }[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              attributes: {
                [key: string]:
                  | string
                  | boolean
                  | string[]
                  | {
                      unit: string | null;
                      value: number;
                    };
              };
              brand: string | null;
              category: string[];
              /** Format: date-time */
              checkedAt: string;
              /** Format: date-time */
              createdAt: string;
              currency: string | null;
              description: string;
              externalId: string;
              id: string;
              image: string | null;
              /** @enum {string} */
              kind: "product" | "service";
              language: string;
              link: string | null;
              name: string;
              /** @enum {string} */
              origin: "manual" | "api" | "import" | "page" | "feed";
              price: number | null;
              /** Format: date-time */
              priceCheckedAt: string;
              priceStale: boolean;
              priceValidUntil: string | null;
              quantity: number | null;
              revision: number;
              salePrice: number | null;
              sourceId: string | null;
              /** @enum {string} */
              stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
              tags: string[];
              /** Format: date-time */
              updatedAt: string;
              variants: {
                options: {
                  [key: string]: string;
                };
                price: number | null;
                quantity: number | null;
                salePrice: number | null;
                sku: string | null;
                /** @enum {string} */
                stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
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
    trace?: never;
  };
  "/v1/recalls/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One of them */
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              cause: {
                documentId: string;
                from: number | null;
                removed: boolean;
                text: string;
                title: string;
                to: number | null;
                url: string | null;
              };
              closedAt: string | null;
              closedBy: {
                id: string;
                name: string | null;
                type: string;
              } | null;
              /** Format: date-time */
              createdAt: string;
              difference: {
                text: string;
                /** @enum {string} */
                type: "same" | "added" | "removed";
              }[];
              differs: ("unanswered" | "figures" | "negation" | "words")[];
              id: string;
              newAnswer: string | null;
              newParts: (
                | {
                    text: string;
                    /** @enum {string} */
                    type: "text";
                  }
                | {
                    citation: {
                      /** Format: date-time */
                      checkedAt?: string;
                      documentId: string;
                      documentVersion?: number;
                      externalId: string | null;
                      link: string | null;
                      number: number;
                      place?: {
                        lastRow?: number;
                        page?: number;
                        row?: number;
                        sheet?: string;
                        slide?: number;
                      };
                      text: string;
                      title: string;
                      url: string | null;
                      verified?: boolean;
                    };
                    /** @enum {string} */
                    type: "citation";
                  }
                | {
                    language: string;
                    products: {
                      brand: string | null;
                      currency: string | null;
                      from: boolean;
                      id: string;
                      image: string | null;
                      link: string | null;
                      name: string;
                      options: string[];
                      price: number | null;
                      priceStale: boolean;
                      regularPrice: number | null;
                      /** @enum {string} */
                      stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
                    }[];
                    /** @enum {string} */
                    type: "products";
                    words: {
                      from: string;
                      stock: {
                        backorder: string;
                        in_stock: string;
                        out_of_stock: string;
                        preorder: string;
                        unknown: string;
                      };
                    };
                  }
              )[];
              newReason:
                | (
                    | "answered"
                    | "small-talk"
                    | "unknown"
                    | "person-asked"
                    | "clarify"
                    | "stopped"
                    | "failed"
                    | "unavailable"
                  )
                | null;
              oldAnswer: string;
              people: number;
              question: string;
              reachable: number;
              revision: number;
              sentText: string | null;
              /** @enum {string} */
              state: "checking" | "open" | "same" | "dismissed" | "sent" | "verified";
              told: number;
              /** Format: date-time */
              updatedAt: string;
              verifiedAnswerId: string | null;
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
  "/v1/recalls/{id}/answers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** When the old answer was given, and in which conversations */
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
                /** Format: date-time */
                answeredAt: string;
                conversationId: string;
                messageId: string;
                reachable: boolean;
                toldAt: string | null;
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
  "/v1/recalls/{id}/correction": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tell everybody who got the old answer and can be reached; nobody twice */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            text?: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              cause: {
                documentId: string;
                from: number | null;
                removed: boolean;
                text: string;
                title: string;
                to: number | null;
                url: string | null;
              };
              closedAt: string | null;
              closedBy: {
                id: string;
                name: string | null;
                type: string;
              } | null;
              /** Format: date-time */
              createdAt: string;
              difference: {
                text: string;
                /** @enum {string} */
                type: "same" | "added" | "removed";
              }[];
              differs: ("unanswered" | "figures" | "negation" | "words")[];
              id: string;
              newAnswer: string | null;
              newParts: (
                | {
                    text: string;
                    /** @enum {string} */
                    type: "text";
                  }
                | {
                    citation: {
                      /** Format: date-time */
                      checkedAt?: string;
                      documentId: string;
                      documentVersion?: number;
                      externalId: string | null;
                      link: string | null;
                      number: number;
                      place?: {
                        lastRow?: number;
                        page?: number;
                        row?: number;
                        sheet?: string;
                        slide?: number;
                      };
                      text: string;
                      title: string;
                      url: string | null;
                      verified?: boolean;
                    };
                    /** @enum {string} */
                    type: "citation";
                  }
                | {
                    language: string;
                    products: {
                      brand: string | null;
                      currency: string | null;
                      from: boolean;
                      id: string;
                      image: string | null;
                      link: string | null;
                      name: string;
                      options: string[];
                      price: number | null;
                      priceStale: boolean;
                      regularPrice: number | null;
                      /** @enum {string} */
                      stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
                    }[];
                    /** @enum {string} */
                    type: "products";
                    words: {
                      from: string;
                      stock: {
                        backorder: string;
                        in_stock: string;
                        out_of_stock: string;
                        preorder: string;
                        unknown: string;
                      };
                    };
                  }
              )[];
              newReason:
                | (
                    | "answered"
                    | "small-talk"
                    | "unknown"
                    | "person-asked"
                    | "clarify"
                    | "stopped"
                    | "failed"
                    | "unavailable"
                  )
                | null;
              oldAnswer: string;
              people: number;
              question: string;
              reachable: number;
              revision: number;
              sentText: string | null;
              /** @enum {string} */
              state: "checking" | "open" | "same" | "dismissed" | "sent" | "verified";
              told: number;
              /** Format: date-time */
              updatedAt: string;
              verifiedAnswerId: string | null;
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
  "/v1/recalls/{id}/dismiss": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Close it: nobody is told */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              cause: {
                documentId: string;
                from: number | null;
                removed: boolean;
                text: string;
                title: string;
                to: number | null;
                url: string | null;
              };
              closedAt: string | null;
              closedBy: {
                id: string;
                name: string | null;
                type: string;
              } | null;
              /** Format: date-time */
              createdAt: string;
              difference: {
                text: string;
                /** @enum {string} */
                type: "same" | "added" | "removed";
              }[];
              differs: ("unanswered" | "figures" | "negation" | "words")[];
              id: string;
              newAnswer: string | null;
              newParts: (
                | {
                    text: string;
                    /** @enum {string} */
                    type: "text";
                  }
                | {
                    citation: {
                      /** Format: date-time */
                      checkedAt?: string;
                      documentId: string;
                      documentVersion?: number;
                      externalId: string | null;
                      link: string | null;
                      number: number;
                      place?: {
                        lastRow?: number;
                        page?: number;
                        row?: number;
                        sheet?: string;
                        slide?: number;
                      };
                      text: string;
                      title: string;
                      url: string | null;
                      verified?: boolean;
                    };
                    /** @enum {string} */
                    type: "citation";
                  }
                | {
                    language: string;
                    products: {
                      brand: string | null;
                      currency: string | null;
                      from: boolean;
                      id: string;
                      image: string | null;
                      link: string | null;
                      name: string;
                      options: string[];
                      price: number | null;
                      priceStale: boolean;
                      regularPrice: number | null;
                      /** @enum {string} */
                      stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
                    }[];
                    /** @enum {string} */
                    type: "products";
                    words: {
                      from: string;
                      stock: {
                        backorder: string;
                        in_stock: string;
                        out_of_stock: string;
                        preorder: string;
                        unknown: string;
                      };
                    };
                  }
              )[];
              newReason:
                | (
                    | "answered"
                    | "small-talk"
                    | "unknown"
                    | "person-asked"
                    | "clarify"
                    | "stopped"
                    | "failed"
                    | "unavailable"
                  )
                | null;
              oldAnswer: string;
              people: number;
              question: string;
              reachable: number;
              revision: number;
              sentText: string | null;
              /** @enum {string} */
              state: "checking" | "open" | "same" | "dismissed" | "sent" | "verified";
              told: number;
              /** Format: date-time */
              updatedAt: string;
              verifiedAnswerId: string | null;
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
  "/v1/recalls/{id}/reopen": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Open a dismissed one again */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              cause: {
                documentId: string;
                from: number | null;
                removed: boolean;
                text: string;
                title: string;
                to: number | null;
                url: string | null;
              };
              closedAt: string | null;
              closedBy: {
                id: string;
                name: string | null;
                type: string;
              } | null;
              /** Format: date-time */
              createdAt: string;
              difference: {
                text: string;
                /** @enum {string} */
                type: "same" | "added" | "removed";
              }[];
              differs: ("unanswered" | "figures" | "negation" | "words")[];
              id: string;
              newAnswer: string | null;
              newParts: (
                | {
                    text: string;
                    /** @enum {string} */
                    type: "text";
                  }
                | {
                    citation: {
                      /** Format: date-time */
                      checkedAt?: string;
                      documentId: string;
                      documentVersion?: number;
                      externalId: string | null;
                      link: string | null;
                      number: number;
                      place?: {
                        lastRow?: number;
                        page?: number;
                        row?: number;
                        sheet?: string;
                        slide?: number;
                      };
                      text: string;
                      title: string;
                      url: string | null;
                      verified?: boolean;
                    };
                    /** @enum {string} */
                    type: "citation";
                  }
                | {
                    language: string;
                    products: {
                      brand: string | null;
                      currency: string | null;
                      from: boolean;
                      id: string;
                      image: string | null;
                      link: string | null;
                      name: string;
                      options: string[];
                      price: number | null;
                      priceStale: boolean;
                      regularPrice: number | null;
                      /** @enum {string} */
                      stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
                    }[];
                    /** @enum {string} */
                    type: "products";
                    words: {
                      from: string;
                      stock: {
                        backorder: string;
                        in_stock: string;
                        out_of_stock: string;
                        preorder: string;
                        unknown: string;
                      };
                    };
                  }
              )[];
              newReason:
                | (
                    | "answered"
                    | "small-talk"
                    | "unknown"
                    | "person-asked"
                    | "clarify"
                    | "stopped"
                    | "failed"
                    | "unavailable"
                  )
                | null;
              oldAnswer: string;
              people: number;
              question: string;
              reachable: number;
              revision: number;
              sentText: string | null;
              /** @enum {string} */
              state: "checking" | "open" | "same" | "dismissed" | "sent" | "verified";
              told: number;
              /** Format: date-time */
              updatedAt: string;
              verifiedAnswerId: string | null;
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
  "/v1/recalls/{id}/verified-answer": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Write a verified answer to the question */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            answer?: string;
            question?: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string;
              cause: {
                documentId: string;
                from: number | null;
                removed: boolean;
                text: string;
                title: string;
                to: number | null;
                url: string | null;
              };
              closedAt: string | null;
              closedBy: {
                id: string;
                name: string | null;
                type: string;
              } | null;
              /** Format: date-time */
              createdAt: string;
              difference: {
                text: string;
                /** @enum {string} */
                type: "same" | "added" | "removed";
              }[];
              differs: ("unanswered" | "figures" | "negation" | "words")[];
              id: string;
              newAnswer: string | null;
              newParts: (
                | {
                    text: string;
                    /** @enum {string} */
                    type: "text";
                  }
                | {
                    citation: {
                      /** Format: date-time */
                      checkedAt?: string;
                      documentId: string;
                      documentVersion?: number;
                      externalId: string | null;
                      link: string | null;
                      number: number;
                      place?: {
                        lastRow?: number;
                        page?: number;
                        row?: number;
                        sheet?: string;
                        slide?: number;
                      };
                      text: string;
                      title: string;
                      url: string | null;
                      verified?: boolean;
                    };
                    /** @enum {string} */
                    type: "citation";
                  }
                | {
                    language: string;
                    products: {
                      brand: string | null;
                      currency: string | null;
                      from: boolean;
                      id: string;
                      image: string | null;
                      link: string | null;
                      name: string;
                      options: string[];
                      price: number | null;
                      priceStale: boolean;
                      regularPrice: number | null;
                      /** @enum {string} */
                      stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
                    }[];
                    /** @enum {string} */
                    type: "products";
                    words: {
                      from: string;
                      stock: {
                        backorder: string;
                        in_stock: string;
                        out_of_stock: string;
                        preorder: string;
                        unknown: string;
                      };
                    };
                  }
              )[];
              newReason:
                | (
                    | "answered"
                    | "small-talk"
                    | "unknown"
                    | "person-asked"
                    | "clarify"
                    | "stopped"
                    | "failed"
                    | "unavailable"
                  )
                | null;
              oldAnswer: string;
              people: number;
              question: string;
              reachable: number;
              revision: number;
              sentText: string | null;
              /** @enum {string} */
              state: "checking" | "open" | "same" | "dismissed" | "sent" | "verified";
              told: number;
              /** Format: date-time */
              updatedAt: string;
              verifiedAnswerId: string | null;
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
  "/v1/roles": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the built-in roles and the organization's own, with what they allow */
    get: {
      parameters: {
        query?: never;
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
                builtIn: boolean;
                createdAt: string | null;
                id: string;
                members: number;
                name: string;
                permissions: string[];
                revision: number;
                words: string | null;
              }[];
              next: null;
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
    /** Make a role */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            name: string;
            permissions: string[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              builtIn: boolean;
              createdAt: string | null;
              id: string;
              members: number;
              name: string;
              permissions: string[];
              revision: number;
              words: string | null;
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
  "/v1/roles/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one of the organization's own roles */
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              builtIn: boolean;
              createdAt: string | null;
              id: string;
              members: number;
              name: string;
              permissions: string[];
              revision: number;
              words: string | null;
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
    /** Remove a role; `replacement` is what those get who have it */
    delete: {
      parameters: {
        query?: {
          replacement?: string;
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
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
    options?: never;
    head?: never;
    /** Change a role, for everybody who has it */
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
            name?: string;
            permissions?: string[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              builtIn: boolean;
              createdAt: string | null;
              id: string;
              members: number;
              name: string;
              permissions: string[];
              revision: number;
              words: string | null;
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
  "/v1/sources/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A source */
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json":
              | {
                  access: {
                    basic: {
                      username: string;
                    } | null;
                    cookies: {
                      name: string;
                    }[];
                    headers: {
                      name: string;
                    }[];
                  };
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    /** @default null */
                    concurrency: number | null;
                    /** @default [] */
                    dropSelectors: string[];
                    /** @default [] */
                    exclude: string[];
                    /** @default true */
                    foldCanonical: boolean;
                    /** @default false */
                    foldLanguages: boolean;
                    /** @default [] */
                    include: string[];
                    /** @default [] */
                    keepSelectors: string[];
                    /** @default null */
                    maxDepth: number | null;
                    /** @default 2000 */
                    pageLimit: number;
                    /** @default [] */
                    queryNames: string[];
                    /**
                     * @default all
                     * @enum {string}
                     */
                    queryRule: "all" | "none" | "only" | "without";
                    /** @default true */
                    readFiles: boolean;
                    /**
                     * @default auto
                     * @enum {string}
                     */
                    rendering: "auto" | "always" | "never";
                    /** @default null */
                    requestsPerSecond: number | null;
                    /** @default [] */
                    sitemaps: string[];
                    /** @default [] */
                    subdomains: string[];
                    /** @default true */
                    useSitemaps: boolean;
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "website";
                  url: string;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: Record<string, never>;
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "files";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    accountId: string;
                    containers: {
                      id: string;
                      /** @default  */
                      name: string;
                    }[];
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "google-drive";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    accountId: string;
                    containers: {
                      id: string;
                      /** @default  */
                      name: string;
                    }[];
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "intercom";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    /** @default null */
                    currency: string | null;
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "catalogue";
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
    /** Delete a source with its pages and documents, also while it is read */
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
    /** Change a source: settings count from the next reading on, another address is read at once */
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
            access?: {
              /** @default null */
              basic?: {
                password?: string;
                username: string;
              } | null;
              /** @default [] */
              cookies?: {
                name: string;
                value?: string;
              }[];
              /** @default [] */
              headers?: {
                name: string;
                value?: string;
              }[];
            };
            name?: string;
            /** @enum {string} */
            schedule?: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
            selection?: {
              accountId: string;
              containers: {
                id: string;
                /** @default  */
                name?: string;
              }[];
            };
            settings?: {
              /** @default null */
              concurrency?: number | null;
              /** @default [] */
              dropSelectors?: string[];
              /** @default [] */
              exclude?: string[];
              /** @default true */
              foldCanonical?: boolean;
              /** @default false */
              foldLanguages?: boolean;
              /** @default [] */
              include?: string[];
              /** @default [] */
              keepSelectors?: string[];
              /** @default null */
              maxDepth?: number | null;
              /** @default 2000 */
              pageLimit?: number;
              /** @default [] */
              queryNames?: string[];
              /**
               * @default all
               * @enum {string}
               */
              queryRule?: "all" | "none" | "only" | "without";
              /** @default true */
              readFiles?: boolean;
              /**
               * @default auto
               * @enum {string}
               */
              rendering?: "auto" | "always" | "never";
              /** @default null */
              requestsPerSecond?: number | null;
              /** @default [] */
              sitemaps?: string[];
              /** @default [] */
              subdomains?: string[];
              /** @default true */
              useSitemaps?: boolean;
            };
            url?: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json":
              | {
                  access: {
                    basic: {
                      username: string;
                    } | null;
                    cookies: {
                      name: string;
                    }[];
                    headers: {
                      name: string;
                    }[];
                  };
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    /** @default null */
                    concurrency: number | null;
                    /** @default [] */
                    dropSelectors: string[];
                    /** @default [] */
                    exclude: string[];
                    /** @default true */
                    foldCanonical: boolean;
                    /** @default false */
                    foldLanguages: boolean;
                    /** @default [] */
                    include: string[];
                    /** @default [] */
                    keepSelectors: string[];
                    /** @default null */
                    maxDepth: number | null;
                    /** @default 2000 */
                    pageLimit: number;
                    /** @default [] */
                    queryNames: string[];
                    /**
                     * @default all
                     * @enum {string}
                     */
                    queryRule: "all" | "none" | "only" | "without";
                    /** @default true */
                    readFiles: boolean;
                    /**
                     * @default auto
                     * @enum {string}
                     */
                    rendering: "auto" | "always" | "never";
                    /** @default null */
                    requestsPerSecond: number | null;
                    /** @default [] */
                    sitemaps: string[];
                    /** @default [] */
                    subdomains: string[];
                    /** @default true */
                    useSitemaps: boolean;
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "website";
                  url: string;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: Record<string, never>;
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "files";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    accountId: string;
                    containers: {
                      id: string;
                      /** @default  */
                      name: string;
                    }[];
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "google-drive";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    accountId: string;
                    containers: {
                      id: string;
                      /** @default  */
                      name: string;
                    }[];
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "intercom";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    /** @default null */
                    currency: string | null;
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "catalogue";
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
    /** End the reading of a source; what was read stays */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json":
              | {
                  access: {
                    basic: {
                      username: string;
                    } | null;
                    cookies: {
                      name: string;
                    }[];
                    headers: {
                      name: string;
                    }[];
                  };
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    /** @default null */
                    concurrency: number | null;
                    /** @default [] */
                    dropSelectors: string[];
                    /** @default [] */
                    exclude: string[];
                    /** @default true */
                    foldCanonical: boolean;
                    /** @default false */
                    foldLanguages: boolean;
                    /** @default [] */
                    include: string[];
                    /** @default [] */
                    keepSelectors: string[];
                    /** @default null */
                    maxDepth: number | null;
                    /** @default 2000 */
                    pageLimit: number;
                    /** @default [] */
                    queryNames: string[];
                    /**
                     * @default all
                     * @enum {string}
                     */
                    queryRule: "all" | "none" | "only" | "without";
                    /** @default true */
                    readFiles: boolean;
                    /**
                     * @default auto
                     * @enum {string}
                     */
                    rendering: "auto" | "always" | "never";
                    /** @default null */
                    requestsPerSecond: number | null;
                    /** @default [] */
                    sitemaps: string[];
                    /** @default [] */
                    subdomains: string[];
                    /** @default true */
                    useSitemaps: boolean;
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "website";
                  url: string;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: Record<string, never>;
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "files";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    accountId: string;
                    containers: {
                      id: string;
                      /** @default  */
                      name: string;
                    }[];
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "google-drive";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    accountId: string;
                    containers: {
                      id: string;
                      /** @default  */
                      name: string;
                    }[];
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "intercom";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    /** @default null */
                    currency: string | null;
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "catalogue";
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
  "/v1/sources/{id}/hook": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The address to call when a source has changed */
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
              indexNowUrl: string;
              key: string;
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
    /** Give a source another such address; the one of before no longer works */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
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
              indexNowUrl: string;
              key: string;
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
  "/v1/sources/{id}/labels": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tags and audience of a source */
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
              audience: string | null;
              tags: string[];
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
    /** Set the tags and the audience of all that a source holds, for searches from now on */
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
          /**
           * @example {
           *       "tags": [
           *         "pricing"
           *       ],
           *       "audience": "customers"
           *     }
           */
          "application/json": {
            audience?: string | null;
            tags?: string[];
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
              audience: string | null;
              tags: string[];
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
          order?: "met" | "newest";
          q?: string;
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
                rendered: boolean;
                /** @enum {string} */
                status: "queued" | "indexed" | "unchanged" | "duplicate" | "skipped" | "failed" | "removed";
                title: string | null;
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
  "/v1/sources/{id}/pages/counts": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many lines of the log have which status */
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
              [key: string]: number;
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
    /** Hold the reading of a source */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json":
              | {
                  access: {
                    basic: {
                      username: string;
                    } | null;
                    cookies: {
                      name: string;
                    }[];
                    headers: {
                      name: string;
                    }[];
                  };
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    /** @default null */
                    concurrency: number | null;
                    /** @default [] */
                    dropSelectors: string[];
                    /** @default [] */
                    exclude: string[];
                    /** @default true */
                    foldCanonical: boolean;
                    /** @default false */
                    foldLanguages: boolean;
                    /** @default [] */
                    include: string[];
                    /** @default [] */
                    keepSelectors: string[];
                    /** @default null */
                    maxDepth: number | null;
                    /** @default 2000 */
                    pageLimit: number;
                    /** @default [] */
                    queryNames: string[];
                    /**
                     * @default all
                     * @enum {string}
                     */
                    queryRule: "all" | "none" | "only" | "without";
                    /** @default true */
                    readFiles: boolean;
                    /**
                     * @default auto
                     * @enum {string}
                     */
                    rendering: "auto" | "always" | "never";
                    /** @default null */
                    requestsPerSecond: number | null;
                    /** @default [] */
                    sitemaps: string[];
                    /** @default [] */
                    subdomains: string[];
                    /** @default true */
                    useSitemaps: boolean;
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "website";
                  url: string;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: Record<string, never>;
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "files";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    accountId: string;
                    containers: {
                      id: string;
                      /** @default  */
                      name: string;
                    }[];
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "google-drive";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    accountId: string;
                    containers: {
                      id: string;
                      /** @default  */
                      name: string;
                    }[];
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "intercom";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    /** @default null */
                    currency: string | null;
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "catalogue";
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
    /** Read a source again; only what changed is indexed anew */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json":
              | {
                  access: {
                    basic: {
                      username: string;
                    } | null;
                    cookies: {
                      name: string;
                    }[];
                    headers: {
                      name: string;
                    }[];
                  };
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    /** @default null */
                    concurrency: number | null;
                    /** @default [] */
                    dropSelectors: string[];
                    /** @default [] */
                    exclude: string[];
                    /** @default true */
                    foldCanonical: boolean;
                    /** @default false */
                    foldLanguages: boolean;
                    /** @default [] */
                    include: string[];
                    /** @default [] */
                    keepSelectors: string[];
                    /** @default null */
                    maxDepth: number | null;
                    /** @default 2000 */
                    pageLimit: number;
                    /** @default [] */
                    queryNames: string[];
                    /**
                     * @default all
                     * @enum {string}
                     */
                    queryRule: "all" | "none" | "only" | "without";
                    /** @default true */
                    readFiles: boolean;
                    /**
                     * @default auto
                     * @enum {string}
                     */
                    rendering: "auto" | "always" | "never";
                    /** @default null */
                    requestsPerSecond: number | null;
                    /** @default [] */
                    sitemaps: string[];
                    /** @default [] */
                    subdomains: string[];
                    /** @default true */
                    useSitemaps: boolean;
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "website";
                  url: string;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: Record<string, never>;
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "files";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    accountId: string;
                    containers: {
                      id: string;
                      /** @default  */
                      name: string;
                    }[];
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "google-drive";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    accountId: string;
                    containers: {
                      id: string;
                      /** @default  */
                      name: string;
                    }[];
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "intercom";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    /** @default null */
                    currency: string | null;
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "catalogue";
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
    /** Go on with a source that was held */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json":
              | {
                  access: {
                    basic: {
                      username: string;
                    } | null;
                    cookies: {
                      name: string;
                    }[];
                    headers: {
                      name: string;
                    }[];
                  };
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    /** @default null */
                    concurrency: number | null;
                    /** @default [] */
                    dropSelectors: string[];
                    /** @default [] */
                    exclude: string[];
                    /** @default true */
                    foldCanonical: boolean;
                    /** @default false */
                    foldLanguages: boolean;
                    /** @default [] */
                    include: string[];
                    /** @default [] */
                    keepSelectors: string[];
                    /** @default null */
                    maxDepth: number | null;
                    /** @default 2000 */
                    pageLimit: number;
                    /** @default [] */
                    queryNames: string[];
                    /**
                     * @default all
                     * @enum {string}
                     */
                    queryRule: "all" | "none" | "only" | "without";
                    /** @default true */
                    readFiles: boolean;
                    /**
                     * @default auto
                     * @enum {string}
                     */
                    rendering: "auto" | "always" | "never";
                    /** @default null */
                    requestsPerSecond: number | null;
                    /** @default [] */
                    sitemaps: string[];
                    /** @default [] */
                    subdomains: string[];
                    /** @default true */
                    useSitemaps: boolean;
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "website";
                  url: string;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: Record<string, never>;
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "files";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    accountId: string;
                    containers: {
                      id: string;
                      /** @default  */
                      name: string;
                    }[];
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "google-drive";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    accountId: string;
                    containers: {
                      id: string;
                      /** @default  */
                      name: string;
                    }[];
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "intercom";
                  url: string | null;
                }
              | {
                  agentId: string;
                  checkedAt: string | null;
                  code: string | null;
                  /** Format: date-time */
                  createdAt: string;
                  finishedAt: string | null;
                  id: string;
                  message: string | null;
                  name: string;
                  nextRunAt: string | null;
                  progress: {
                    failed: number;
                    fetched: number;
                    found: number;
                    indexed: number;
                  };
                  revision: number;
                  /** @enum {string} */
                  schedule: "off" | "15m" | "1h" | "6h" | "1d" | "1w" | "1mo";
                  settings: {
                    /** @default null */
                    currency: string | null;
                  };
                  startedAt: string | null;
                  /** @enum {string} */
                  status: "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
                  /** @enum {string} */
                  type: "catalogue";
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
  "/v1/teams": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List teams with their members, by name */
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
                id: string;
                members: {
                  image: string | null;
                  name: string;
                  userId: string;
                }[];
                name: string;
                revision: number;
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
    /** Make a team */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            members?: string[];
            name: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** Format: date-time */
              createdAt: string;
              id: string;
              members: {
                image: string | null;
                name: string;
                userId: string;
              }[];
              name: string;
              revision: number;
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
  "/v1/teams/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a team */
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** Format: date-time */
              createdAt: string;
              id: string;
              members: {
                image: string | null;
                name: string;
                userId: string;
              }[];
              name: string;
              revision: number;
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
    /** Remove a team; its members stay members */
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
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
    options?: never;
    head?: never;
    /** Change a team's name or who is in it */
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
            members?: string[];
            name?: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** Format: date-time */
              createdAt: string;
              id: string;
              members: {
                image: string | null;
                name: string;
                userId: string;
              }[];
              name: string;
              revision: number;
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
  "/v1/usage": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Answers and tokens, day by day, and the limits */
    get: {
      parameters: {
        query?: {
          days?: number;
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
              agents: {
                id: string;
                inputTokens: number;
                name: string;
                outputTokens: number;
                tokensToday: number;
                turns: number;
              }[];
              days: {
                /** Format: date */
                day: string;
                inputTokens: number;
                outputTokens: number;
                turns: number;
              }[];
              limits: {
                agentTokensPerDay: number;
                visitorTokensPerDay: number;
              };
              total: {
                inputTokens: number;
                outputTokens: number;
                turns: number;
              };
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
  "/v1/views": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List saved views by name: your own, and those that are shared */
    get: {
      parameters: {
        query?: {
          agentId?: string;
          cursor?: string;
          limit?: number;
          list?:
            | "conversations"
            | "agents"
            | "documents"
            | "files"
            | "verified-answers"
            | "gaps"
            | "products"
            | "members"
            | "audit-entries"
            | "mails";
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
                agentId: string | null;
                /** Format: date-time */
                createdAt: string;
                id: string;
                /** @enum {string} */
                list:
                  | "conversations"
                  | "agents"
                  | "documents"
                  | "files"
                  | "verified-answers"
                  | "gaps"
                  | "products"
                  | "members"
                  | "audit-entries"
                  | "mails";
                maker: {
                  name: string;
                  userId: string;
                } | null;
                mayChange: boolean;
                mine: boolean;
                name: string;
                query: {
                  [key: string]: string;
                };
                revision: number;
                shared: boolean;
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
    /** Save a view of a list */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Sent again under the same key, the request is done once and answered as the first time. */
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            agentId?: string;
            /** @enum {string} */
            list:
              | "conversations"
              | "agents"
              | "documents"
              | "files"
              | "verified-answers"
              | "gaps"
              | "products"
              | "members"
              | "audit-entries"
              | "mails";
            name: string;
            /**
             * @example {
             *       "q": "refund"
             *     }
             */
            query: {
              [key: string]: string;
            };
            /** @default false */
            shared?: boolean;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string | null;
              /** Format: date-time */
              createdAt: string;
              id: string;
              /** @enum {string} */
              list:
                | "conversations"
                | "agents"
                | "documents"
                | "files"
                | "verified-answers"
                | "gaps"
                | "products"
                | "members"
                | "audit-entries"
                | "mails";
              maker: {
                name: string;
                userId: string;
              } | null;
              mayChange: boolean;
              mine: boolean;
              name: string;
              query: {
                [key: string]: string;
              };
              revision: number;
              shared: boolean;
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
  "/v1/views/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a saved view */
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
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string | null;
              /** Format: date-time */
              createdAt: string;
              id: string;
              /** @enum {string} */
              list:
                | "conversations"
                | "agents"
                | "documents"
                | "files"
                | "verified-answers"
                | "gaps"
                | "products"
                | "members"
                | "audit-entries"
                | "mails";
              maker: {
                name: string;
                userId: string;
              } | null;
              mayChange: boolean;
              mine: boolean;
              name: string;
              query: {
                [key: string]: string;
              };
              revision: number;
              shared: boolean;
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
    /** Remove a saved view */
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
        /** @description Default Response */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
    options?: never;
    head?: never;
    /** Change a saved view's name, its filters or who sees it */
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
            name?: string;
            /**
             * @example {
             *       "q": "refund"
             *     }
             */
            query?: {
              [key: string]: string;
            };
            shared?: boolean;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            /** @description The revision, for the If-Match of a change */
            ETag?: string;
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              agentId: string | null;
              /** Format: date-time */
              createdAt: string;
              id: string;
              /** @enum {string} */
              list:
                | "conversations"
                | "agents"
                | "documents"
                | "files"
                | "verified-answers"
                | "gaps"
                | "products"
                | "members"
                | "audit-entries"
                | "mails";
              maker: {
                name: string;
                userId: string;
              } | null;
              mayChange: boolean;
              mine: boolean;
              name: string;
              query: {
                [key: string]: string;
              };
              revision: number;
              shared: boolean;
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
  "/v1/widget/sessions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin or go on with a visitor's session */
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
            origin?: string | null;
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
                look: {
                  /** @default null */
                  accent: string | null;
                  /**
                   * @default logo
                   * @enum {string}
                   */
                  avatar: "logo" | "letter" | "none";
                  /** @default null */
                  corners: number | null;
                  /** @default [] */
                  domains: string[];
                  /** @default null */
                  font: ("inter" | "system" | "serif" | "rounded" | "mono") | null;
                  launcher: {
                    /** @default null */
                    icon: ("bubble" | "bubbles" | "question" | "spark" | "person" | "lens" | "prompt") | null;
                    /** @default null */
                    kind: ("icon" | "logo" | "label") | null;
                    /** @default null */
                    label: string | null;
                  };
                  /** @default null */
                  legal: {
                    text: string;
                    /** @default null */
                    url: string | null;
                  } | null;
                  /** @default true */
                  mirrored: boolean;
                  offset: {
                    /** @default null */
                    x: number | null;
                    /** @default null */
                    y: number | null;
                  };
                  pages: {
                    /** @default [] */
                    hide: (string & (unknown & unknown))[];
                    /** @default [] */
                    show: (string & (unknown & unknown))[];
                  };
                  /**
                   * @default bottom-right
                   * @enum {string}
                   */
                  position: "bottom-right" | "bottom-left" | "top-right" | "top-left" | "middle-right" | "middle-left";
                  /**
                   * @default regular
                   * @enum {string}
                   */
                  size: "compact" | "regular" | "large";
                  /** @default true */
                  sources: boolean;
                  /** @default true */
                  suggestions: boolean;
                  /**
                   * @default clear
                   * @enum {string}
                   */
                  template: "clear" | "banner" | "journal" | "console" | "pebble" | "aurora" | "ledger" | "poster";
                  texts: {
                    /** @default null */
                    placeholder: string | null;
                    /** @default null */
                    subtitle: string | null;
                    /** @default null */
                    title: string | null;
                  };
                  /**
                   * @default auto
                   * @enum {string}
                   */
                  theme: "auto" | "light" | "dark";
                };
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
                corrects?: {
                  messageId: string;
                  said: string;
                };
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
                        /** Format: date-time */
                        checkedAt?: string;
                        documentId: string;
                        documentVersion?: number;
                        externalId: string | null;
                        link: string | null;
                        number: number;
                        place?: {
                          lastRow?: number;
                          page?: number;
                          row?: number;
                          sheet?: string;
                          slide?: number;
                        };
                        text: string;
                        title: string;
                        url: string | null;
                        verified?: boolean;
                      };
                      /** @enum {string} */
                      type: "citation";
                    }
                  | {
                      language: string;
                      products: {
                        brand: string | null;
                        currency: string | null;
                        from: boolean;
                        id: string;
                        image: string | null;
                        link: string | null;
                        name: string;
                        options: string[];
                        price: number | null;
                        priceStale: boolean;
                        regularPrice: number | null;
                        /** @enum {string} */
                        stock: "in_stock" | "out_of_stock" | "preorder" | "backorder" | "unknown";
                      }[];
                      /** @enum {string} */
                      type: "products";
                      words: {
                        from: string;
                        stock: {
                          backorder: string;
                          in_stock: string;
                          out_of_stock: string;
                          preorder: string;
                          unknown: string;
                        };
                      };
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
        | "email_unverified"
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
        | "vendor_refused"
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
