/** A new board's documents. The server alone seeds, and only here: a client that finds a document empty waits for it. */
import {
  addNote,
  addZone,
  documentName,
  newZoneId,
  OPEN_STAGE,
  stampLayout,
  writePlanFacts,
  writeStage,
  type BoardId,
  type PlanFacts,
  type RecordId,
  type SharedDocumentKind,
} from '@samtavla/protocol';
import type { Choice, Locale, Preset, Template } from '@samtavla/templates';
import * as Y from 'yjs';
import type { LogEntry } from '../storage/storage.ts';

export type BoardPlan = {
  readonly template: Template;
  readonly preset: Preset;
  readonly locale: Locale;
  readonly title: string;
  readonly anonymous: boolean;
};

export function seed(board: BoardId, plan: BoardPlan): LogEntry[] {
  return seedWith(board, { plan: (doc) => writePlan(doc, plan), canvas: () => {} });
}

/** A new board's documents with what the caller writes into two of them; nothing has happened on it yet. */
export function seedWith(board: BoardId, fill: Record<'plan' | 'canvas', (doc: Y.Doc) => void>): LogEntry[] {
  const entry = (kind: SharedDocumentKind, update: Uint8Array): LogEntry => ({
    document: documentName({ board, kind }),
    update,
  });
  const filled = (kind: keyof typeof fill) =>
    updateOf((doc) => {
      stampLayout(doc);
      fill[kind](doc);
    });
  return [
    entry('plan', filled('plan')),
    entry(
      'stage',
      updateOf((doc) => writeStage(doc, OPEN_STAGE)),
    ),
    entry('canvas', filled('canvas')),
    entry('inbox', emptyDocument()),
  ];
}

/** A document with nothing in it but its layout's version: a canvas, an inbox, a desk. */
export const emptyDocument = (): Uint8Array => updateOf(stampLayout);

function updateOf(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => write(doc));
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

function writePlan(doc: Y.Doc, plan: BoardPlan): void {
  const { template, preset, locale } = plan;
  const zoneIds = new Map(template.zones.map((zone, order) => [zone.id, newZoneId(order)]));
  writePlanFacts(doc, factsOf(plan, zoneIds));
  for (const [order, { id, kind, title, question, box, tint, cell }] of template.zones.entries()) {
    const record = zoneIds.get(id);
    if (record === undefined) continue;
    const words = { title: title[locale], question: question[locale] };
    const zone = { id: record, kind, ...words, box, tint, order, ...(cell !== undefined && { cell }) };
    addZone(doc, zone);
    for (const note of preset.standing ?? [])
      if (note.zone === id) addNote(doc, { text: note.text[locale], zone, colour: 'grey' });
  }
}

function factsOf(
  { template, preset, locale, title, anonymous }: BoardPlan,
  zoneIds: ReadonlyMap<string, RecordId>,
): PlanFacts {
  const named = ({ id, name }: Choice) => ({ id, name: name[locale] });
  return {
    title,
    locale,
    template: template.id,
    preset: preset.id,
    anonymous,
    guide: template.guide?.[locale] ?? '',
    sectors: template.perspectives.map(named),
    levels: template.levels.map(named),
    domains: template.domains.map(named),
    values: (template.values ?? []).map(named),
    phases: preset.phases.map((phase) => ({
      id: phase.id,
      name: phase.name[locale],
      minutes: phase.minutes,
      zones: phase.zones.flatMap((zone) => zoneIds.get(zone) ?? []),
      private: phase.private,
      closes: phase.private,
      vote: phase.vote,
    })),
  };
}
