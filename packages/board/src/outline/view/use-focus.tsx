import type { RecordId } from '@samtavla/protocol';
import { useCallback, useEffect, useRef, type RefObject } from 'react';

/** Gives a note or a theme, or with null the whole list, the focus as soon as it is on the page. */
export function useFocus(list: RefObject<HTMLElement | null>, outline: unknown): (id: RecordId | null) => void {
  const wanted = useRef<RecordId | null | undefined>(undefined);
  const give = useCallback(() => {
    const id = wanted.current;
    if (id === undefined || list.current === null) return;
    const target =
      id === null ? list.current : list.current.querySelector<HTMLElement>(`[data-focus-of="${CSS.escape(id)}"]`);
    if (target === null) return;
    wanted.current = undefined;
    target.focus();
  }, [list]);
  useEffect(give, [give, outline]);
  return useCallback(
    (id) => {
      wanted.current = id;
      // After what is being done has been shown.
      setTimeout(give, 0);
    },
    [give],
  );
}
