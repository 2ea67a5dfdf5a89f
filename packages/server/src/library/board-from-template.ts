/** The documents of a board that is made from a saved template. */
import {
  addRecord,
  addZone,
  answerKeys,
  atOf,
  fragmentOfRichText,
  isAssetId,
  newRecordId,
  newZoneId,
  randomId,
  writePlanFacts,
  type AssetId,
  type PlanFacts,
  type RecordId,
  type RichText,
  type TemplateContent,
  type TemplateThing,
} from '@samtavla/protocol';
import type * as Y from 'yjs';

type About = Pick<PlanFacts, 'title' | 'template' | 'preset' | 'anonymous'>;

/** Ids are new on each board. */
export function boardFromTemplate(
  content: TemplateContent,
  about: About,
): Record<'plan' | 'canvas', (doc: Y.Doc) => void> {
  const zones = content.zones.map((_zone, order) => newZoneId(order));
  const things = content.things.map(({ kind }) => idOf(kind));
  const writeThings = (doc: Y.Doc, locked: boolean) => {
    for (const [place, thing] of content.things.entries())
      if (thing.locked === locked) addRecord(doc, things[place] as RecordId, recordOf(thing, zones, things));
  };
  return {
    plan: (doc) => {
      writePlanFacts(doc, factsOf(content, about, zones));
      for (const [order, zone] of content.zones.entries())
        addZone(doc, { ...zone, id: zones[order] as RecordId, order });
      writeThings(doc, true);
    },
    canvas: (doc) => writeThings(doc, false),
  };
}

/** tldraw's bindings say in their id what they are. */
const idOf = (kind: TemplateThing['kind']): RecordId =>
  kind === 'binding' ? (`binding:${randomId()}` as RecordId) : newRecordId();

function recordOf(
  thing: TemplateThing,
  zones: readonly RecordId[],
  things: readonly RecordId[],
): Record<string, unknown> {
  const { kind, at, values, text } = thing;
  const among = (ids: readonly RecordId[], place: number | undefined) => (place === undefined ? undefined : ids[place]);
  const holder = { zone: among(zones, thing.zone), parent: among(things, thing.parent) ?? null };
  return {
    ...values,
    kind,
    ...(at !== undefined && { at: atOf(at, holder) }),
    theme: among(things, thing.theme),
    from: among(things, thing.from),
    to: among(things, thing.to),
    ...answerKeys((thing.answers ?? []).flatMap((each) => things[each] ?? [])),
    ...(text !== undefined && { text: fragmentOfRichText(text as unknown as RichText) }),
  };
}

const factsOf = (content: TemplateContent, about: About, zones: readonly RecordId[]): PlanFacts => ({
  ...about,
  locale: content.locale,
  guide: content.guide,
  sectors: content.sectors,
  levels: content.levels,
  domains: content.domains,
  values: content.values,
  phases: content.phases.map((phase, place) => ({
    ...phase,
    id: `phase-${place + 1}`,
    zones: phase.zones.flatMap((zone) => zones[zone] ?? []),
  })),
});

/** The images that stand on a template's boards. What somebody wrote as an image's id need not be one. */
export function imagesOf({ things }: TemplateContent): AssetId[] {
  const ids = things.flatMap(({ values }) => {
    const id = values['p.assetId'];
    return typeof id === 'string' ? [id.replace(/^asset:/, '')] : [];
  });
  return [...new Set(ids)].filter(isAssetId);
}
