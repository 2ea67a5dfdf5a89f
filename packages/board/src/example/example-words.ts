/** A finished workshop, as a municipality that does not exist might have had it. Data alone, in every language. */
import type { NoteColour } from '@samtavla/protocol';
import type { Words } from '@samtavla/templates';

const words = (nb: string, nn: string, en: string): Words => ({ nb, nn, en });

/** Who was there: a first name, and the perspective they took part from. */
export const PEOPLE = {
  kari: { name: 'Kari', sector: 'culture-school', colour: 'yellow' },
  ola: { name: 'Ola', sector: 'school', colour: 'blue' },
  amina: { name: 'Amina', sector: 'health-and-care', colour: 'pink' },
  per: { name: 'Per', sector: 'politics', colour: 'orange' },
  jorunn: { name: 'Jorunn', sector: 'parents', colour: 'green' },
  elias: { name: 'Elias', sector: 'young-person', colour: 'violet' },
  siri: { name: 'Siri', sector: 'administration', colour: 'grey' },
  tor: { name: 'Tor', sector: 'voluntary-sector', colour: 'green' },
} as const satisfies Record<string, { name: string; sector: string; colour: NoteColour }>;
type Person = keyof typeof PEOPLE;

export const EXAMPLE_TEMPLATE = 'hvor-er-vi-hvor-vil-vi';
export const EXAMPLE_TITLE = words(
  'Kulturskolen i Solvik: for alle, der de er',
  'Kulturskulen i Solvik: for alle, der dei er',
  'The culture school in Solvik: for everyone, where they are',
);

/** The zones are the template's, by their ids. */
export type ExampleNote = { readonly by: Person; readonly text: Words };
export type ExampleZone = {
  readonly zone: string;
  readonly themes: readonly { readonly title: Words; readonly notes: readonly ExampleNote[] }[];
  readonly notes: readonly ExampleNote[];
};

export const note = (by: Person, nb: string, nn: string, en: string): ExampleNote => ({ by, text: words(nb, nn, en) });

export const EXAMPLE_ZONES: readonly ExampleZone[] = [
  {
    zone: 'rationale',
    themes: [],
    notes: [
      note(
        'siri',
        'Oppvekstplanen sier «alle barn»',
        'Oppvekstplanen seier «alle barn»',
        'The childhood plan says “all children”',
      ),
      note(
        'per',
        'Kommunestyret ba om én felles plan',
        'Kommunestyret bad om éin felles plan',
        'The council asked for one shared plan',
      ),
      note('kari', 'Vi når hvert åttende barn', 'Vi når kvart åttande barn', 'We reach one child in eight'),
    ],
  },
  {
    zone: 'today',
    themes: [
      {
        title: words('Avstand og pris', 'Avstand og pris', 'Distance and price'),
        notes: [
          note(
            'jorunn',
            'Det tar en time å kjøre, tur-retur',
            'Det tek ein time å køyre, tur-retur',
            'It takes an hour to drive there and back',
          ),
          note(
            'elias',
            'Jeg sluttet da bussen ble lagt om',
            'Eg slutta då bussen blei lagd om',
            'I stopped when the bus was rerouted',
          ),
          note(
            'amina',
            'Noen familier spør aldri, fordi det koster',
            'Nokre familiar spør aldri, fordi det kostar',
            'Some families never ask, because it costs',
          ),
        ],
      },
      {
        title: words('Vi kjenner ikke hverandre', 'Vi kjenner ikkje kvarandre', 'We do not know each other'),
        notes: [
          note(
            'ola',
            'Jeg vet ikke hva kulturskolen kan brukes til',
            'Eg veit ikkje kva kulturskulen kan brukast til',
            'I do not know what the culture school can be used for',
          ),
          note(
            'kari',
            'Vi hører om skolens planer når de er ferdige',
            'Vi høyrer om planane til skulen når dei er ferdige',
            'We hear of the school’s plans when they are finished',
          ),
          note(
            'tor',
            'Koret øver i samme hus, men vi møtes aldri',
            'Koret øver i same hus, men vi møtest aldri',
            'The choir rehearses in the same building, but we never meet',
          ),
        ],
      },
    ],
    notes: [
      note('elias', 'De som går der, er glade i det', 'Dei som går der, er glade i det', 'Those who go there love it'),
      note(
        'siri',
        'Lærerne har halve stillinger og tre reiseveier',
        'Lærarane har halve stillingar og tre reisevegar',
        'The teachers have half posts and three journeys',
      ),
    ],
  },
  {
    zone: 'desired',
    themes: [
      {
        title: words('Der barna er', 'Der barna er', 'Where the children are'),
        notes: [
          note(
            'jorunn',
            'Kulturskolen er på skolen, før bussen går',
            'Kulturskulen er på skulen, før bussen går',
            'The culture school is at school, before the bus leaves',
          ),
          note(
            'elias',
            'Et rom som er åpent uten at man må melde seg på',
            'Eit rom som er ope utan at ein må melde seg på',
            'A room that is open without signing up',
          ),
          note(
            'amina',
            'Ingen må forklare hvorfor de ikke kan betale',
            'Ingen må forklare kvifor dei ikkje kan betale',
            'Nobody has to explain why they cannot pay',
          ),
        ],
      },
    ],
    notes: [
      note(
        'ola',
        'Lærerne våre planlegger sammen, én gang i halvåret',
        'Lærarane våre planlegg saman, éin gong i halvåret',
        'Our teachers plan together, once every half-year',
      ),
      note(
        'per',
        'Vi kan vise hva det betyr for dem som er med',
        'Vi kan vise kva det betyr for dei som er med',
        'We can show what it means to those who take part',
      ),
      note(
        'tor',
        'Kor, korps og kulturskole deler det de har',
        'Kor, korps og kulturskule deler det dei har',
        'Choir, band and culture school share what they have',
      ),
    ],
  },
  {
    zone: 'wise',
    themes: [],
    notes: [
      note(
        'kari',
        'Spør ungdommene før vi bestemmer noe',
        'Spør ungdommane før vi bestemmer noko',
        'Ask the young people before we decide anything',
      ),
      note(
        'amina',
        'Møtes på helsestasjonen neste gang',
        'Møtast på helsestasjonen neste gong',
        'Meet at the health centre next time',
      ),
    ],
  },
];
