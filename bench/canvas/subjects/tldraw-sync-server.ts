/**
 * Rooms of `@tldraw/sync-core` as its documentation runs them, in memory. `PUT /rooms/<id>` takes the records a room begins with,
 * `GET` answers how large its snapshot is, and a WebSocket on the same path joins. All else is the pages that join.
 */
import { createServer, type IncomingMessage } from 'node:http';
import { DEFAULT_INITIAL_SNAPSHOT, InMemorySyncStorage, TLSocketRoom, type RoomSnapshot } from '@tldraw/sync-core';
import { WebSocketServer } from 'ws';
import { servePageFile } from '../page-files.ts';

const { HOST = '127.0.0.1', PORT } = process.env;
const ROOMS = '/rooms/';

type StoredRecord = RoomSnapshot['documents'][number]['state'];
type Room = { readonly storage: InMemorySyncStorage<StoredRecord>; readonly room: TLSocketRoom };

const rooms = new Map<string, Room>();

function begin(name: string, records: readonly StoredRecord[]): void {
  const documents = [
    ...DEFAULT_INITIAL_SNAPSHOT.documents,
    ...records.map((state) => ({ state, lastChangedClock: 0 })),
  ];
  const storage = new InMemorySyncStorage<StoredRecord>({ snapshot: { ...DEFAULT_INITIAL_SNAPSHOT, documents } });
  rooms.set(name, { storage, room: new TLSocketRoom({ storage }) });
}

const http = createServer((request, response) => {
  if (request.url?.startsWith(ROOMS)) void answer(request).then((body) => response.end(body));
  else void servePageFile(request, response);
});

async function answer(request: IncomingMessage): Promise<string> {
  const name = request.url ?? '';
  if (request.method === 'PUT') {
    const chunks = (await request.toArray()) as Buffer[];
    begin(name, JSON.parse(Buffer.concat(chunks).toString()) as StoredRecord[]);
    return '';
  }
  return String(Buffer.byteLength(JSON.stringify(rooms.get(name)?.storage.getSnapshot())));
}

const sockets = new WebSocketServer({ server: http });
sockets.on('connection', (socket, { url }) => {
  const { pathname, searchParams } = new URL(url ?? '', 'ws://localhost');
  const sessionId = searchParams.get('sessionId');
  const here = rooms.get(pathname);
  if (sessionId === null || here === undefined) socket.close();
  else here.room.handleSocketConnect({ sessionId, socket });
});

http.listen(Number(PORT), HOST);
