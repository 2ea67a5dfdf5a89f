/**
 * The wire's version: routes, documents' names, layouts and messages together. Raise it with every change that an open tab from
 * before would get wrong; the server then refuses that tab with `version-too-old`, and the tab says «last siden på nytt».
 * `http.test.ts` fails when the wire changes and this number does not.
 */
export const PROTOCOL_VERSION = 10;

/** HTTP header, and `v` in the WebSocket's query, that carry the client's version. Absent is a script, and accepted. */
export const VERSION_HEADER = 'x-samtavla-protocol';
