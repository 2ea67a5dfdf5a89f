/** A client of its own making on a board's socket: the provider, without our page around it. */
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { readRoomNews, writeTold, type Arrival, type JoinResponse, type Role } from '@samtavla/protocol';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

export async function joinByScript(origin: string, link: string, name?: string): Promise<JoinResponse> {
  const { pathname, hash } = new URL(link);
  const response = await fetch(`${origin}/api/boards/${pathname.split('/').pop()}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: hash.slice(1), name }),
  });
  return (await response.json()) as JoinResponse;
}

/** As a facilitator does it under «Del». */
export async function closeByScript(origin: string, facilitatorLink: string, role: Role): Promise<void> {
  const { board, token } = await joinByScript(origin, facilitatorLink, 'Siri');
  const headers = { authorization: `Bearer ${token}` };
  const { ok } = await fetch(`${origin}/api/boards/${board.id}/links/${role}`, { method: 'DELETE', headers });
  if (!ok) throw new Error('The link was not closed.');
}

type OpenDocument = { readonly doc: Y.Doc; readonly provider: HocuspocusProvider };

/** Opens documents by name, and resolves when all are in step. With the stage among them it hears who is here, and is so itself. */
export async function openByScript(origin: string, { board, token }: JoinResponse, names: readonly string[]) {
  const socket = new HocuspocusProviderWebsocket({
    url: `${origin.replace('http', 'ws')}/sync/${board.id}`,
    WebSocketPolyfill: WebSocket,
  });
  let present: readonly Arrival[] = [];
  socket.on('open', () => socket.send(writeTold({ doing: {} })));
  socket.on('message', ({ data }: { data: ArrayBuffer }) => {
    const news = readRoomNews(new Uint8Array(data));
    if (news !== null) present = [...(news.self === null ? present : []), ...news.came];
  });
  const opened = names.map((name): OpenDocument => {
    const doc = new Y.Doc();
    const provider = new HocuspocusProvider({ websocketProvider: socket, name, document: doc, token });
    provider.attach();
    return { doc, provider };
  });
  await Promise.all(
    opened.map(({ provider }) => new Promise<void>((resolve) => provider.on('synced', () => resolve()))),
  );
  const close = () => {
    for (const { provider } of opened) provider.destroy();
    socket.destroy();
  };
  return { opened, present: () => present, close };
}
