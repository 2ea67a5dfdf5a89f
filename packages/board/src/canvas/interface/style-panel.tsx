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
import { NoteActions } from '../arrange/note-actions.tsx';
import { BoardWords } from '../board-words.ts';
import { NoteColourStyle } from '../note/note-shape.ts';
import { Swatches } from './swatches.tsx';

/** tldraw's panel for what it knows, and the colours of notes; away while there is nothing to style. */
export function StylePanel(props: TLUiStylePanelProps) {
  const styles = useRelevantStyles();
  const editor = useEditor();
  const isOfUse = useValue('of use', () => hasSomethingToStyle(editor), [editor]);
  if (styles === null || !isOfUse) return null;
  return (
    <DefaultStylePanel {...props}>
      <NoteColours styles={styles} />
      <NoteActions />
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
    <Swatches
      legend={words.noteColour}
      look="note-colour"
      colours={NOTE_COLOURS}
      names={words.colours}
      chosen={chosen.type === 'shared' ? chosen.value : null}
      onChoose={choose}
    />
  );
}
