/** tldraw's own canvas on a first-evening binding to Yjs. */
import { HocuspocusProvider } from '@hocuspocus/provider';
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
import { useEffect, useState } from 'react';
import { Tldraw, type TLStoreWithStatus } from 'tldraw';
import * as Y from 'yjs';
import { openView, OPTIONS, ROOM, showDoorTo, SOCKET, tellSynced } from '../join.tsx';
import { bindNaively } from './bind-naively.ts';

const ASSET_URLS = getAssetUrlsByImport();

function Board() {
  const [store, setStore] = useState<TLStoreWithStatus>({ status: 'loading' });
  useEffect(() => {
    const doc = new Y.Doc();
    const provider = new HocuspocusProvider({
      url: SOCKET,
      name: ROOM,
      document: doc,
      token: 'anybody',
      onSynced: () => {
        const bound = bindNaively(doc);
        tellSynced();
        setStore({ status: 'synced-remote', connectionStatus: 'online', store: bound });
      },
    });
    return () => provider.destroy();
  }, []);
  return <Tldraw store={store} assetUrls={ASSET_URLS} options={OPTIONS} onMount={openView} />;
}

showDoorTo(Board);
