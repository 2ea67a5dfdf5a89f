import { computed, type Editor, type TLShapeId } from 'tldraw';
import { ZONE_TYPE } from '../../binding/record-codec.ts';

/** tldraw takes off the page what is out of sight. Zones stay: there are few, and one comes to each by keyboard wherever one looks. */
export function keepZonesInReach(editor: Editor): void {
  const outOfSight = editor.getCulledShapes.bind(editor);
  const zones = editor.store.query.ids('shape', () => ({ type: { eq: ZONE_TYPE } }));
  const culled = computed('culled but for zones', () => {
    const left = new Set<TLShapeId>(outOfSight());
    for (const zone of zones.get()) left.delete(zone);
    return left;
  });
  editor.getCulledShapes = () => culled.get();
}
