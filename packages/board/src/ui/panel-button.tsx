import { useEffect, useId, useRef, useState, type MouseEvent, type ReactNode } from 'react';

type Props = {
  /** The button's accessible name. */
  label: string;
  face: ReactNode;
  className?: string;
  children: ReactNode;
};

/**
 * A button that opens a small panel under it. Escape, a press outside, leaving it by keyboard and a choice among the panel's own
 * buttons close it.
 */
export function PanelButton({ label, face, className = '', children }: Props) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (open && anchor.current !== null) return closeWhenDone(anchor.current, () => setOpen(false));
    return undefined;
  }, [open]);
  const chosen = ({ target }: MouseEvent) => {
    if (!(target instanceof Element) || target.closest('button') === null) return;
    // Before a dialog opens: it gives the focus back to where it was.
    anchor.current?.querySelector('button')?.focus();
    setOpen(false);
  };
  return (
    <div ref={anchor} className={`panel-anchor ${className}`}>
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- it only hears what its buttons do, after they did it */}
      <div id={id} className="panel" hidden={!open} onClick={chosen}>
        {open && children}
      </div>
    </div>
  );
}

function closeWhenDone(anchor: HTMLElement, close: () => void): () => void {
  const stop = new AbortController();
  const outside = ({ target }: Event) => {
    if (target instanceof Node && !anchor.contains(target)) close();
  };
  // Captured: the canvas keeps its pointer events to itself.
  addEventListener('pointerdown', outside, { capture: true, signal: stop.signal });
  addEventListener('focusin', outside, { signal: stop.signal });
  const keyed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    anchor.querySelector('button')?.focus();
    close();
  };
  anchor.addEventListener('keydown', keyed, { signal: stop.signal });
  return () => stop.abort();
}
