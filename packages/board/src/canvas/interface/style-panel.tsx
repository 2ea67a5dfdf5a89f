import { NOTE_COLOURS, type NoteColour } from '@samtavla/protocol';
import { useContext } from 'react';
import {
  DefaultStylePanel,
  DefaultStylePanelContent,
  useEditor,
  useRelevantStyles,
  useValue,
  type Editor,
  type ReadonlySharedStyleMap,
  type TLUiStylePanelProps,
} from 'tldraw';
import { ZONE_TYPE } from '../../binding/record-codec.ts';
import { BoardWords } from '../board-words.ts';
import { NoteColourStyle } from '../note/note-shape.ts';

/** tldraw's panel for what it knows, and the colours of notes; away while there is nothing to style. */
export function StylePanel(props: TLUiStylePanelProps) {
  const styles = useRelevantStyles();
  const editor = useEditor();
  const isOfUse = useValue('of use', () => hasSomethingToStyle(editor), [editor]);
  if (styles === null || !isOfUse) return null;
  return (
    <DefaultStylePanel {...props}>
      <NoteColours styles={styles} />
      <DefaultStylePanelContent styles={styles} />
    </DefaultStylePanel>
  );
}

/** A zone has its own fields. */
function hasSomethingToStyle(editor: Editor): boolean {
  return !editor.isIn('select') || editor.getSelectedShapes().some((shape) => shape.type !== ZONE_TYPE);
}

function NoteColours({ styles }: { styles: ReadonlySharedStyleMap }) {
  const editor = useEditor();
  const words = useContext(BoardWords);
  const chosen = styles.get(NoteColourStyle);
  if (chosen === undefined) return null;
  const choose = (colour: NoteColour) => {
    editor.markHistoryStoppingPoint('note colour');
    editor.setStyleForSelectedShapes(NoteColourStyle, colour);
    editor.setStyleForNextShapes(NoteColourStyle, colour);
  };
  return (
    <fieldset className="note-colours">
      <legend className="ds-sr-only">{words.noteColour}</legend>
      {NOTE_COLOURS.map((colour) => (
        <label key={colour} className="note-colour" data-colour={colour} title={words.colours[colour]}>
          <input
            type="radio"
            name="note-colour"
            className="ds-sr-only"
            checked={chosen.type === 'shared' && chosen.value === colour}
            onChange={() => choose(colour)}
          />
          <span className="ds-sr-only">{words.colours[colour]}</span>
        </label>
      ))}
    </fieldset>
  );
}
