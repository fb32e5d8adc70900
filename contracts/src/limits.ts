/** Plain numbers that both ends of a wire need; no zod here, so that the widget may import it. */

export const PROTOCOL_VERSION = 1;
/** How long a socket may stay silent before `hello`, in milliseconds. */
export const HELLO_WITHIN_MS = 5_000;
/** The largest frame that a client may send, in bytes. */
export const FRAME_LIMIT = 64 * 1024;
/** What a visitor may send at once, in characters. */
export const MESSAGE_LIMIT = 4_000;
