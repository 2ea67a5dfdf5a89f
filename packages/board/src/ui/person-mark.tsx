import { PersonIcon } from '@navikt/aksel-icons';
import { initials } from './initials.ts';
import { personTint } from './person-tint.ts';

/** A person as a coloured dot with initials. The name is always said beside it, so the dot itself is silent, and its letters are no text. */
export function PersonMark({ name }: { name: string | null }) {
  const letters = name === null ? '' : initials(name);
  return (
    <span className="person" data-tint={personTint(name)} data-letters={letters} aria-hidden="true">
      {letters === '' && <PersonIcon aria-hidden />}
    </span>
  );
}
