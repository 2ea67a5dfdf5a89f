import type { Choice } from './template.ts';

/** Who one is here: the list a board starts with, until its facilitator edits it. */
export const DEFAULT_PERSPECTIVES: readonly Choice[] = [
  { id: 'culture-school', name: { nb: 'Kulturskole', nn: 'Kulturskule', en: 'Culture school' } },
  { id: 'school', name: { nb: 'Skole', nn: 'Skule', en: 'School' } },
  { id: 'after-school', name: { nb: 'SFO', nn: 'SFO', en: 'After-school care' } },
  { id: 'kindergarten', name: { nb: 'Barnehage', nn: 'Barnehage', en: 'Kindergarten' } },
  { id: 'health-and-care', name: { nb: 'Helse og omsorg', nn: 'Helse og omsorg', en: 'Health and care' } },
  { id: 'child-welfare', name: { nb: 'Barnevern', nn: 'Barnevern', en: 'Child welfare' } },
  {
    id: 'culture-and-library',
    name: { nb: 'Kultur og bibliotek', nn: 'Kultur og bibliotek', en: 'Culture and library' },
  },
  { id: 'voluntary-sector', name: { nb: 'Frivillighet', nn: 'Frivilligheit', en: 'Voluntary sector' } },
  { id: 'business', name: { nb: 'Næringsliv', nn: 'Næringsliv', en: 'Business' } },
  { id: 'parents', name: { nb: 'Foreldre/foresatte', nn: 'Foreldre/føresette', en: 'Parents/guardians' } },
  { id: 'citizen', name: { nb: 'Innbygger', nn: 'Innbyggjar', en: 'Citizen' } },
  { id: 'young-person', name: { nb: 'Ungdom', nn: 'Ungdom', en: 'Young person' } },
  { id: 'politics', name: { nb: 'Politikk', nn: 'Politikk', en: 'Politics' } },
  {
    id: 'administration',
    name: { nb: 'Administrasjon og ledelse', nn: 'Administrasjon og leiing', en: 'Administration and management' },
  },
  { id: 'other', name: { nb: 'Annet', nn: 'Anna', en: 'Other' } },
  { id: 'rather-not-say', name: { nb: 'Vil ikke si', nn: 'Vil ikkje seie', en: 'Rather not say' } },
];
