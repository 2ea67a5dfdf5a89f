import { NOTE_COLOURS, type NoteColour } from '@samtavla/protocol';

export type PaperColours = { readonly paperTop: string; readonly paperBottom: string; readonly ink: string };

/** The notes' colours as the style sheet has them, for what is drawn without it. */
export function paperColours(container: HTMLElement): Readonly<Record<NoteColour, PaperColours>> {
  const probe = container.ownerDocument.createElement('div');
  probe.className = 'note';
  probe.hidden = true;
  container.append(probe);
  const style = getComputedStyle(probe);
  const read = (colour: NoteColour): PaperColours => {
    probe.dataset['colour'] = colour;
    const value = (name: string) => style.getPropertyValue(name).trim();
    return { paperTop: value('--paper-top'), paperBottom: value('--paper-bottom'), ink: value('--ink') };
  };
  const colours = Object.fromEntries(NOTE_COLOURS.map((colour) => [colour, read(colour)]));
  probe.remove();
  return colours as Readonly<Record<NoteColour, PaperColours>>;
}
