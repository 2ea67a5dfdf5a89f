/** A template as one file, images inside. Pure: bytes come and go by the caller. */
import { createHash } from 'node:crypto';
import {
  TEMPLATE_FILE_VERSION,
  templateFile,
  type AssetId,
  type RichText,
  type TemplateContent,
  type TemplateFile,
  type TemplateThing,
} from '@samtavla/protocol';
import { Refused } from '../refused.ts';
import { imagesOf } from './board-from-template.ts';

type Filed = TemplateFile['template'];

export const fileOf = (template: Filed, images: ReadonlyMap<AssetId, Uint8Array>): TemplateFile => ({
  samtavla: 'template',
  version: TEMPLATE_FILE_VERSION,
  checksum: checksumOf(template),
  template,
  images: [...images].map(([id, bytes]) => ({ id, data: Buffer.from(bytes).toString('base64') })),
});

/** Refuses with `template-file-newer` or `template-file-broken` whatever is not a whole template that this server knows how to read. */
export function readFile(file: unknown): {
  readonly template: Filed;
  readonly images: ReadonlyMap<AssetId, Uint8Array>;
} {
  const { samtavla, version, template } = (typeof file === 'object' && file !== null ? file : {}) as Record<
    string,
    unknown
  >;
  if (samtavla === 'template' && typeof version === 'number' && version > TEMPLATE_FILE_VERSION)
    throw new Refused('template-file-newer');
  // A schema follows every level, and enough of them would overflow the stack.
  if (isDeep(file)) throw new Refused('template-file-broken');
  const parsed = templateFile.safeParse(file);
  if (!parsed.success || parsed.data.checksum !== checksumOf(template) || !isCoherent(parsed.data.template.content))
    throw new Refused('template-file-broken');
  const images = new Map(
    parsed.data.images.map(({ id, data }) => [id as AssetId, new Uint8Array(Buffer.from(data, 'base64'))]),
  );
  const { content } = parsed.data.template;
  const isWhole = imagesOf(content).every((id) => images.has(id));
  if (!isWhole || [...images].some(([id, bytes]) => id !== sha256(bytes))) throw new Refused('template-file-broken');
  return { template: parsed.data.template, images };
}

/** Deeper than any text in a template's things. */
const DEEPEST_FILE = 100;

const isDeep = (value: unknown, depth = 0): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (depth > DEEPEST_FILE || Object.values(value).some((part) => isDeep(part, depth + 1)));

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const checksumOf = (template: unknown): string => sha256(JSON.stringify(template) ?? '');

/** What a schema does not see: that every place named is one, that nothing lies in itself, and that a text is one. */
export function isCoherent({ zones, phases, things }: TemplateContent): boolean {
  const isIn = (place: number | undefined, among: readonly unknown[]) => place === undefined || place < among.length;
  return (
    phases.every((phase) => phase.zones.every((zone) => isIn(zone, zones))) &&
    things.every(
      (thing) =>
        isIn(thing.zone, zones) &&
        [thing.parent, thing.theme, thing.from, thing.to].every((place) => isIn(place, things)) &&
        (thing.kind === 'binding' ? thing.from !== undefined && thing.to !== undefined : thing.at !== undefined) &&
        (thing.text === undefined || isRichText(thing.text)),
    ) &&
    things.every((_thing, place) => !liesInItself(things, place))
  );
}

function liesInItself(things: readonly TemplateThing[], place: number): boolean {
  const seen = new Set<number>();
  for (let at: number | undefined = place; at !== undefined; at = things[at]?.parent) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

const isRichText = (value: unknown): boolean => isNode(value) && (value as RichText).type === 'doc';

/** Lists in lists in lists; nobody's text is deeper. */
const DEEPEST = 32;

function isNode(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return false;
  const { type, content, text, marks } = value as Record<string, unknown>;
  return (
    typeof type === 'string' &&
    /^[A-Za-z]{1,40}$/.test(type) &&
    (type !== 'text' || (typeof text === 'string' && text !== '')) &&
    (content === undefined || (Array.isArray(content) && content.every((child) => isNode(child, depth + 1)))) &&
    (marks === undefined || (Array.isArray(marks) && marks.every((mark) => isNode(mark, DEEPEST))))
  );
}
