/** The same door before each of the others' boards: with everything loaded, one click lets in. */
import { useState, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import type { Editor } from 'tldraw';
import 'tldraw/tldraw.css';
import { SYNCED } from '../lookout-api.ts';

/** Told by the bench in the page's address. */
const parameters = new URLSearchParams(location.search);
export const SOCKET = parameters.get('socket') ?? '';
export const ROOM = parameters.get('room') ?? '';

/** tldraw's own limit of 4 000 shapes is below what is measured. */
export const OPTIONS = { maxShapesPerPage: 20_000 };

/** Opens on the view that our board opens on. */
export function openView(editor: Editor): void {
  const [x = 0, y = 0, z = 1] = (parameters.get('camera') ?? '').split(',').map(Number);
  editor.setCamera({ x, y, z }, { immediate: true });
}

export const tellSynced = (): void => void dispatchEvent(new Event(SYNCED));

function Door({ board: Board }: { board: ComponentType }) {
  const [isIn, setIn] = useState(false);
  if (!isIn) return <button onClick={() => setIn(true)}>Join</button>;
  return (
    <div style={{ position: 'fixed', inset: 0 }}>
      <Board />
    </div>
  );
}

export function showDoorTo(board: ComponentType): void {
  createRoot(document.body.appendChild(document.createElement('div'))).render(<Door board={board} />);
}
