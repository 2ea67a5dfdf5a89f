/** The board's domains, and the zones that are cells of them. Not a step to undo: a list in the plan, as its phases are. */
import {
  addZone,
  inZoneOrder,
  newZoneId,
  readPlanFacts,
  readZones,
  recordsOf,
  writeDomains,
  type NamedChoice,
  type PlanZone,
} from '@samtavla/protocol';
import { NOTE_GAP } from '@samtavla/templates';
import type { BoundDocument } from '../binding/bind.ts';

/** What a zone for a level and a domain is called. */
const cellTitle = (level: string, domain: string): string => `${level} · ${domain}`;

/**
 * Where zones are cells of level and domain, those of a domain that is renamed are named anew (unless somebody called them otherwise), and
 * a new domain gets a column. Of one that is taken away the zones stay: there may be notes in them.
 */
export function setDomains({ doc, writable }: BoundDocument, domains: readonly NamedChoice[]): void {
  if (!writable) return;
  const before = readPlanFacts(doc);
  doc.transact(() => {
    writeDomains(doc, domains);
    const cells = readZones(doc).filter(({ cell }) => cell !== undefined);
    for (const { id: level, name: levelName } of before.levels) {
      const row = cells.filter(({ cell }) => cell?.level === level);
      for (const domain of domains) {
        const former = before.domains.find(({ id }) => id === domain.id);
        const zone = row.find(({ cell }) => cell?.domain === domain.id);
        if (zone === undefined && former === undefined) addCell(doc, row, cellTitle(levelName, domain.name), domain.id);
        else if (zone?.title === cellTitle(levelName, former?.name ?? ''))
          recordsOf(doc).get(zone.id)?.set('title', cellTitle(levelName, domain.name));
      }
    }
  });
}

/** At the end of its row, as large as the last one there, and read after it. */
function addCell(doc: Parameters<typeof readZones>[0], row: readonly PlanZone[], title: string, domain: string): void {
  const last = [...readZones(doc)]
    .filter(({ cell }) => cell?.level === row[0]?.cell?.level)
    .toSorted(byRight)
    .at(-1);
  if (last?.cell === undefined) return;
  const { box, cell, kind, question, tint } = last;
  const all = readZones(doc).toSorted(inZoneOrder);
  const order = all.findIndex(({ id }) => id === last.id) + 1;
  for (const [place, { id }] of all.entries())
    recordsOf(doc)
      .get(id)
      ?.set('order', place < order ? place : place + 1);
  const beside = { ...box, x: box.x + box.w + 4 * NOTE_GAP };
  addZone(doc, {
    id: newZoneId(order),
    kind,
    title,
    question,
    box: beside,
    tint,
    cell: { level: cell.level, domain },
    order,
  });
}

const byRight = (a: PlanZone, b: PlanZone): number => a.box.x + a.box.w - (b.box.x + b.box.w);
