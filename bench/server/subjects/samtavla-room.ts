/** A board and its people, made over HTTP as the page makes them. */
import { PROTOCOL_VERSION, type CreateBoardResponse, type JoinResponse } from '@samtavla/protocol';
import type { Room } from '../subject.ts';

/** `participantLink` is what a person opens in a browser. */
export async function samtavlaRoom(port: number): Promise<Room & { readonly participantLink: string }> {
  const { board, links } = await post<CreateBoardResponse>(port, '/api/boards', {
    template: 'hvor-er-vi-hvor-vil-vi',
    locale: 'nb',
  });
  const link = new URL(links.participant);
  const secret = link.hash.slice(1);
  return {
    participantLink: `http://localhost:${port}${link.pathname}${link.hash}`,
    admit: async () => {
      const { token, documents } = await post<JoinResponse>(port, `/api/boards/${board.id}/join`, {
        secret,
        name: 'Kari',
      });
      return {
        url: `ws://127.0.0.1:${port}/sync/${board.id}?v=${PROTOCOL_VERSION}`,
        document: { name: documents.canvas, token },
        stage: documents.stage,
      };
    },
  };
}

async function post<T>(port: number, path: string, body: unknown): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
