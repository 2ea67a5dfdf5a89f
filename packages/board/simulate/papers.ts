/** The two documents that a canvas is bound to, on any side of a line. */
import { recordsOf } from '@samtavla/protocol';
import * as Y from 'yjs';

export type Papers = { readonly plan: Y.Doc; readonly canvas: Y.Doc };

export const PAPERS = ['plan', 'canvas'] as const satisfies readonly (keyof Papers)[];

/** @param client the documents' client id: Yjs would draw one, and who draws decides whose change wins */
export function newPapers(client: number): Papers {
  return { plan: docOf(client), canvas: docOf(client) };
}

/** As a device keeps them, under another client id. */
export function copyOf(papers: Papers, client: number): Papers {
  const copy = newPapers(client);
  for (const paper of PAPERS) Y.applyUpdateV2(copy[paper], Y.encodeStateAsUpdateV2(papers[paper]));
  return copy;
}

function docOf(client: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = client;
  // A root that nobody has asked for is not in a document's JSON.
  recordsOf(doc);
  return doc;
}

export const everythingIn = (papers: Papers): unknown => ({
  plan: papers.plan.toJSON(),
  canvas: papers.canvas.toJSON(),
});
