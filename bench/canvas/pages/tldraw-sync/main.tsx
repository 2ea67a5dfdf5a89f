/** tldraw's own canvas on tldraw's own sync, as its documentation puts them together. */
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
import { useSync } from '@tldraw/sync';
import { inlineBase64AssetStore, Tldraw } from 'tldraw';
import { openView, OPTIONS, ROOM, showDoorTo, SOCKET, tellSynced } from '../join.tsx';

const ASSET_URLS = getAssetUrlsByImport();

function Board() {
  const store = useSync({ uri: `${SOCKET}/rooms/${ROOM}`, assets: inlineBase64AssetStore });
  // Not in an effect: that would run when the canvas is mounted, and the store was whole long before.
  if (store.status === 'synced-remote') tellSynced();
  return <Tldraw store={store} assetUrls={ASSET_URLS} options={OPTIONS} onMount={openView} />;
}

showDoorTo(Board);
