/** Measures out of what is selected, and the way to all of a measure. */
import { useContext } from 'react';
import {
  TldrawUiMenuGroup,
  TldrawUiMenuItem,
  useEditor,
  useValue,
  type Editor,
  type TLShape,
  type TLShapeId,
} from 'tldraw';
import { recordIdOf, storeIdOf } from '../../binding/record-codec.ts';
import { readZones } from '@samtavla/protocol';
import type { Hand } from '../../outline/hand.ts';
import { makeMeasures, makeNotes, measureGround } from '../../outline/measure-commands.ts';
import { isNote } from '../arrange/select-same.ts';
import { CanvasHand } from '../arrange/canvas-hand.ts';
import { BoardWords } from '../board-words.ts';
import { privatelyOn } from '../desk/own-desk.ts';
import { isOpenZone } from '../zone/open-zones.ts';
import { isTheme } from '../theme/themed-notes.ts';
import { MeasureOpening } from './measure-opening.ts';

type Offer = { readonly name: string; readonly act: () => void };

function useOffers(): Offer[] {
  const editor = useEditor();
  const hand = useContext(CanvasHand);
  const words = useContext(BoardWords);
  const open = useContext(MeasureOpening);
  const { measures, others } = useValue(
    'what may be a measure',
    () => {
      const chosen = editor.getSelectedShapes().filter((shape) => isNote(shape) || isTheme(shape));
      const isMeasure = (shape: (typeof chosen)[number]) => isNote(shape) && shape.props.measure !== null;
      const idsOf = (shapes: typeof chosen) => shapes.map(({ id }) => recordIdOf(id));
      return {
        measures: idsOf(chosen.filter(isMeasure)),
        others: idsOf(
          chosen.filter(
            (shape) => !isMeasure(shape) && privatelyOn(editor, shape.id) === null && isGroundOpen(editor, hand, shape),
          ),
        ),
      };
    },
    [editor, hand],
  );
  const [first] = measures;
  const mayWrite = hand.canvas.writable && !editor.getIsReadonly();
  const make = () => {
    editor.complete();
    const made = makeMeasures(hand, others);
    const [one] = made;
    if (one === undefined || others.includes(one)) return;
    editor.setSelectedShapes(made.map((id) => storeIdOf(id, 'measure') as TLShapeId));
    open(one);
  };
  return [
    ...(first !== undefined && measures.length === 1 ? [{ name: words.openMeasure, act: () => open(first) }] : []),
    ...(others.length > 0 && mayWrite ? [{ name: words.makeMeasure, act: make }] : []),
    ...(measures.length > 0 && mayWrite ? [{ name: words.makeNote, act: () => void makeNotes(hand, measures) }] : []),
  ];
}

/** Whether a measure may be made now where this one's would stand. */
function isGroundOpen(editor: Editor, { plan }: Hand, { meta }: TLShape): boolean {
  const zones = readZones(plan.doc);
  const zone = zones.find(({ id }) => id === meta['zone']) ?? null;
  return isOpenZone(editor, measureGround({ zones: zones.map((each) => ({ zone: each })) }, zone)?.id ?? null);
}

/** In the panel beside the selection. */
export const MeasureButtons = () =>
  useOffers().map(({ name, act }) => (
    <button key={name} type="button" onClick={act}>
      {name}
    </button>
  ));

/** In tldraw's menu, where themes find it too. */
export function MeasureItems() {
  const offers = useOffers();
  if (offers.length === 0) return null;
  return (
    <TldrawUiMenuGroup id="measures">
      {offers.map(({ name, act }) => (
        <TldrawUiMenuItem key={name} id={`measure-${name}`} label={name as never} onSelect={act} />
      ))}
    </TldrawUiMenuGroup>
  );
}
