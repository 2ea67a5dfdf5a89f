import { PROTOCOL_VERSION, VERSION_HEADER, type JoinResponse, type VersionId } from '@samtavla/protocol';
import * as Y from 'yjs';
import { refusalIn, type Answer } from './ask.ts';

export type OldDocuments = { readonly plan: Y.Doc; readonly canvas: Y.Doc };

/** Plan and canvas as they were in a version: documents of nobody's, which nothing that is done to them leaves. */
export async function oldDocuments(joined: JoinResponse, version: VersionId): Promise<Answer<OldDocuments>> {
  const [plan, canvas] = await Promise.all([
    oldDocument(joined, version, 'plan'),
    oldDocument(joined, version, 'canvas'),
  ]);
  if (!plan.ok) return plan;
  if (!canvas.ok) return canvas;
  return { ok: true, value: { plan: plan.value, canvas: canvas.value } };
}

async function oldDocument({ board, token }: JoinResponse, version: VersionId, name: string): Promise<Answer<Y.Doc>> {
  try {
    const response = await fetch(`/api/boards/${board.id}/versions/${version}/${name}/state`, {
      headers: { [VERSION_HEADER]: String(PROTOCOL_VERSION), authorization: `Bearer ${token}` },
    });
    if (!response.ok) return { ok: false, reason: refusalIn(await response.json()) };
    const doc = new Y.Doc();
    Y.applyUpdateV2(doc, new Uint8Array(await response.arrayBuffer()));
    return { ok: true, value: doc };
  } catch {
    return { ok: false, reason: 'unreachable' };
  }
}
