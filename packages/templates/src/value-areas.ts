import type { Choice } from './template.ts';
import { words } from './writing.ts';

/** From «På vei mot Fremtidens kulturskole» (2021). */
export const VALUE_AREAS: readonly Choice[] = [
  {
    id: 'attractive',
    name: words('Attraktiv og relevant', 'Attraktiv og relevant', 'Attractive and relevant'),
  },
  {
    id: 'inclusive',
    name: words('Inkluderende og mangfoldig', 'Inkluderande og mangfaldig', 'Inclusive and diverse'),
  },
  {
    id: 'creative',
    name: words('Utviklende og skapende', 'Utviklande og skapande', 'Developing and creative'),
  },
  {
    id: 'mastery',
    name: words(
      'Betydningsfull og mestringsorientert',
      'Viktig og meistringsorientert',
      'Significant and mastery-oriented',
    ),
  },
];
