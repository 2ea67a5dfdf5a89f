import { useEffect, useLayoutEffect, useRef, type FormEvent, type KeyboardEvent } from 'react';
import type * as Y from 'yjs';
import { changeBetween, placeAfter, plainTextOf, replaceIn } from '../fragment-text.ts';

/** The origin of letters that are typed in a field here. */
export const FROM_FIELD = Symbol("from an outline's field");

type Props = {
  fragment: Y.XmlFragment;
  label: string;
  /** The language of what is written. */
  lang: string;
  /** A heading's name has no second line: Enter ends it. */
  isOneLine?: boolean;
  onUndo: (way: 'undo' | 'redo') => void;
  onDone: () => void;
};

/**
 * A plain field on a text that others may be writing in too. What is typed is written at once, letter by letter, and what others
 * type comes in around the caret.
 */
export function TextField({ fragment, label, lang, isOneLine = false, onUndo, onDone }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  /** What the field held when field and document were last equal. */
  const known = useRef('');
  const isComposing = useRef(false);

  const show = () => {
    const [text, { current }] = [plainTextOf(fragment), field];
    if (current === null || isComposing.current || text === current.value) return;
    const change = changeBetween(current.value, text);
    const [start, end] = [current.selectionStart, current.selectionEnd];
    current.value = text;
    known.current = text;
    current.setSelectionRange(placeAfter(start, change), placeAfter(end, change));
  };
  const typed = ({ currentTarget }: FormEvent<HTMLTextAreaElement>) => {
    const text = isOneLine ? currentTarget.value.replaceAll('\n', ' ') : currentTarget.value;
    const { from, to, text: letters } = changeBetween(known.current, text);
    known.current = text;
    fragment.doc?.transact(() => replaceIn(fragment, from, to, letters), FROM_FIELD);
  };

  useLayoutEffect(() => {
    const { current } = field;
    if (current === null) return;
    current.value = plainTextOf(fragment);
    known.current = current.value;
    // A dialog that is opening looks for it: where there is nothing to read yet, one is here to write.
    current.autofocus = current.value === '';
    current.focus();
    current.setSelectionRange(current.value.length, current.value.length);
  }, [fragment]);
  useEffect(() => {
    const follow = (_events: unknown, { origin }: Y.Transaction) => {
      if (origin !== FROM_FIELD) show();
    };
    fragment.observeDeep(follow);
    return () => fragment.unobserveDeep(follow);
  });
  useEffect(() => {
    const { current } = field;
    // The browser's own undo knows only of this field, and would take back what others typed in it.
    const undo = (event: InputEvent) => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
      event.preventDefault();
      onUndo(event.inputType === 'historyUndo' ? 'undo' : 'redo');
    };
    current?.addEventListener('beforeinput', undo);
    return () => current?.removeEventListener('beforeinput', undo);
  });

  const keyed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const ends = event.key === 'Escape' || (event.key === 'Enter' && (isOneLine || event.ctrlKey || event.metaKey));
    if (ends) {
      event.preventDefault();
      event.stopPropagation();
      return onDone();
    }
    const way = undoKey(event);
    if (way === null) return;
    event.preventDefault();
    event.stopPropagation();
    onUndo(way);
  };
  return (
    <textarea
      ref={field}
      className="ds-input"
      aria-label={label}
      lang={lang}
      rows={isOneLine ? 1 : 3}
      onInput={typed}
      onKeyDown={keyed}
      onCompositionStart={() => (isComposing.current = true)}
      onCompositionEnd={() => {
        isComposing.current = false;
        show();
      }}
    />
  );
}

/** The keys that undo and redo everywhere. */
export function undoKey({
  key,
  ctrlKey,
  metaKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>) {
  if (!ctrlKey && !metaKey) return null;
  const letter = key.toLowerCase();
  if (letter === 'y') return 'redo';
  return letter === 'z' ? (shiftKey ? 'redo' : 'undo') : null;
}
