import { useState, type ReactNode } from 'react';

/** What a person is asked before something changes for others. */
export function Question({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="ds-alert" data-color="warning" data-size="sm" role="alert">
      <p className="ds-paragraph">{text}</p>
      <div className="actions">{children}</div>
    </div>
  );
}

type ButtonProps = { onPress: () => void | Promise<void>; danger?: boolean; main?: boolean; children: string };

/** Pressed once: what it does is under way until the links have been fetched again. */
export function LinkButton({ onPress, danger = false, main = false, children }: ButtonProps) {
  const [busy, setBusy] = useState(false);
  const press = async () => {
    if (busy) return;
    setBusy(true);
    await onPress();
    setBusy(false);
  };
  return (
    <button
      type="button"
      className="ds-button"
      data-size="sm"
      data-variant={danger || main ? 'primary' : 'secondary'}
      data-color={danger ? 'danger' : undefined}
      aria-disabled={busy}
      onClick={() => void press()}
    >
      {children}
    </button>
  );
}
