/** Images to and from the server. The bytes are the message: neither way is there JSON around them. */
import { assetResponse, PROTOCOL_VERSION, VERSION_HEADER, type AssetId, type JoinResponse } from '@samtavla/protocol';
import { ask, refusalIn, type Answer } from './ask.ts';

type Session = Pick<JoinResponse, 'board' | 'token'>;

/** Repeatable: the same image again is the same asset. */
export async function uploadImage({ board, token }: Session, image: Blob): Promise<Answer<AssetId>> {
  const path = `/api/boards/${board.id}/assets`;
  const answer = await ask({ method: 'POST', path, body: image, token, repeatable: true }, assetResponse);
  return answer.ok ? { ok: true, value: answer.value.id } : answer;
}

export async function fetchImage({ board, token }: Session, id: AssetId): Promise<Answer<Blob>> {
  try {
    const response = await fetch(`/api/boards/${board.id}/assets/${id}`, {
      headers: { [VERSION_HEADER]: String(PROTOCOL_VERSION), authorization: `Bearer ${token}` },
    });
    if (response.ok) return { ok: true, value: await response.blob() };
    return { ok: false, reason: refusalIn(await response.json()) };
  } catch {
    return { ok: false, reason: 'unreachable' };
  }
}
