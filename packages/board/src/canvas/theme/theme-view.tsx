import { useContext } from 'react';
import { useEditor, useIsEditing, useValue } from 'tldraw';
import { BoardWords } from '../board-words.ts';
import { OpenTextArea } from '../text/open-text-area.tsx';
import { plainText } from '../text/plain-text.ts';
import { headingHeight } from './heading-height.ts';
import type { ThemeShape } from './theme-shape.ts';
import { groundUnder, notesOf } from './themed-notes.ts';

const NOBODY = new Set<never>();

export function ThemeGround({ shape }: { shape: ThemeShape }) {
  const editor = useEditor();
  const { x, y, w, h } = useValue('ground', () => groundUnder(editor, shape, NOBODY), [editor, shape]);
  const place = useValue('place', () => editor.getShapePageBounds(shape.id), [editor, shape.id]) ?? shape;
  return <div className="theme-ground" style={{ left: x - place.x, top: y - place.y, width: w, height: h }} />;
}

export function ThemeHeading({ shape }: { shape: ThemeShape }) {
  const editor = useEditor();
  const words = useContext(BoardWords);
  const isEditing = useIsEditing(shape.id);
  const count = useValue('count', () => notesOf(editor, shape.id).length, [editor, shape.id]);
  const name = plainText(shape.props.richText);
  const isNameless = name.trim() === '';
  return (
    <div className="theme" data-editing={isEditing} style={{ minHeight: headingHeight(shape) }}>
      <div className="theme-title">
        <h3 className="theme-read" aria-hidden={isEditing} lang={isNameless ? undefined : words.lang}>
          {isNameless ? <span className="theme-nameless">{words.themeNameless}</span> : name}
        </h3>
        {isEditing && <OpenTextArea shape={shape} onKeyDown={asInAnyText} />}
      </div>
      {count > 0 ? (
        <span className="theme-count">{words.noteCount(count)}</span>
      ) : (
        <p className="theme-drop">{words.themeDrop}</p>
      )}
    </div>
  );
}

const asInAnyText = (event: KeyboardEvent, otherwise: (event: KeyboardEvent) => void): void => otherwise(event);
