/** Writes a name, joins, and writes in the list: the view a phone has, or is brought to. */
import { wallClock } from '../../lib/wall-clock.ts';
import { NAME, NOTE, type Joined } from '../finger-api.ts';
import { buttonNamed, fieldNamed, fill, type Field } from './by-name.ts';
import { nextTurn, onceThere } from './once-there.ts';

globalThis.joined = join();

async function join(): Promise<Joined> {
  fill(await onceThere(() => fieldNamed('input', 'Hva heter du?')), NAME);
  await nextTurn();
  (await onceThere(() => buttonNamed('Bli med'))).click();
  const field = await onceThere(openField);
  const readyAt = wallClock();
  fill(field, NOTE);
  await nextTurn();
  field.form?.requestSubmit();
  return { openedAt: performance.timeOrigin, readyAt };
}

/** «Lagret»: the page has all that the server has, and nothing waits. */
const isInStep = (): boolean => document.querySelector('.saved')?.getAttribute('data-state') === 'saved';

function openField(): Field | null {
  const list = buttonNamed('Liste');
  if (list?.getAttribute('aria-pressed') === 'false') list.click();
  return isInStep() ? fieldNamed('textarea', 'Skriv en lapp') : null;
}
