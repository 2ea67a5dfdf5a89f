/** Tells others where this person points, what they look at, have selected and say. */
import { react, type Editor } from 'tldraw';
import { LIMITS } from '@samtavla/protocol';
import { recordIdOf } from '../../binding/record-codec.ts';
import type { Presence } from '../../session/presence.ts';

export function tellDoing(editor: Editor, presence: Presence): () => void {
  const container = editor.getContainer();
  const point = ({ clientX, clientY }: PointerEvent) => {
    const { x, y } = editor.screenToPage({ x: clientX, y: clientY });
    presence.tell({ cursor: { x: Math.round(x), y: Math.round(y) } });
  };
  // A finger that is lifted has left; where it last pointed is still where its person is.
  const leave = ({ pointerType }: PointerEvent) => {
    if (pointerType !== 'touch') presence.tell({ cursor: null });
  };
  container.addEventListener('pointermove', point);
  container.addEventListener('pointerdown', point);
  container.addEventListener('pointerleave', leave);
  const stops = [
    react('what is looked at is told', () => {
      const { x, y, z } = editor.getCamera();
      const { w, h } = editor.getViewportScreenBounds();
      presence.tell({ view: { x: Math.round(x), y: Math.round(y), zoom: z, w: Math.round(w), h: Math.round(h) } });
    }),
    react('what is selected is told', () => {
      presence.tell({ selected: editor.getSelectedShapeIds().slice(0, LIMITS.selectedTold).map(recordIdOf) });
    }),
    react('what is said is told', () => {
      const { chatMessage } = editor.getInstanceState();
      presence.tell({ saying: chatMessage === '' ? null : chatMessage });
    }),
    react('the laser is told', () => presence.tell({ laser: editor.isIn('laser') })),
  ];
  return () => {
    for (const stop of stops) stop();
    container.removeEventListener('pointermove', point);
    container.removeEventListener('pointerdown', point);
    container.removeEventListener('pointerleave', leave);
    presence.tell({ cursor: null, selected: [], saying: null, laser: false });
  };
}
