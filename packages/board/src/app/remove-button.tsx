import * as m from '../i18n/generated/messages.js';

/** «Fjern», said with the name to whoever does not see beside whom it stands. */
export function RemoveButton({ name, onChoose }: { name: string; onChoose: () => void }) {
  return (
    <button
      type="button"
      className="ds-button"
      data-variant="tertiary"
      data-color="danger"
      data-size="sm"
      aria-label={m.remove_person({ name })}
      onClick={onChoose}
    >
      {m.remove()}
    </button>
  );
}
