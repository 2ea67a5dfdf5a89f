import { useContext } from 'react';
import { createShapeId, type Editor } from 'tldraw';
import { ZONE_TYPE } from '../../binding/record-codec.ts';
import { BoardWords } from '../board-words.ts';
import type { ZoneShape } from './zone-shape.ts';

const GAP = 60;

/** What «rediger felt» adds to the canvas: what one can do, and a new zone. */
export function ArrangeZones({ editor }: { editor: Editor }) {
  const words = useContext(BoardWords);
  return (
    <div className="arrange-zones">
      <p>{words.arrangeHint}</p>
      <button type="button" className="ds-button" data-size="sm" onClick={() => addZoneBeside(editor, words.newZone)}>
        {words.newZone}
      </button>
    </div>
  );
}

/** A new zone at the right of all there is, selected, so that its title can be written at once. */
function addZoneBeside(editor: Editor, title: string): void {
  const bounds = editor.getCurrentPageBounds();
  const zones = editor.getCurrentPageShapes().filter((shape) => shape.type === ZONE_TYPE);
  const id = createShapeId();
  editor.markHistoryStoppingPoint('new zone');
  editor.createShape<ZoneShape>({
    id,
    type: ZONE_TYPE,
    x: bounds === undefined ? 0 : bounds.maxX + GAP,
    y: bounds?.minY ?? 0,
    props: { title, order: zones.length },
  });
  editor.select(id);
  editor.zoomToSelection({ animation: { duration: 200 } });
}
