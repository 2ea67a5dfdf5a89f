import { ZONE_KINDS, ZONE_TINTS, type ZoneKind, type ZoneTint } from '@samtavla/templates';
import { T, type RecordProps, type TLBaseShape } from 'tldraw';
import type { ZONE_TYPE } from '../../binding/record-codec.ts';

export type ZoneShape = TLBaseShape<
  typeof ZONE_TYPE,
  {
    w: number;
    h: number;
    zoneKind: ZoneKind;
    title: string;
    question: string;
    tint: ZoneTint;
    order: number;
    /** Of a zone that is a cell. */
    level: string | null;
    domain: string | null;
  }
>;

export const zoneShapeProps: RecordProps<ZoneShape> = {
  w: T.positiveNumber,
  h: T.positiveNumber,
  zoneKind: T.literalEnum(...ZONE_KINDS),
  title: T.string,
  question: T.string,
  tint: T.literalEnum(...ZONE_TINTS),
  order: T.number,
  level: T.string.nullable(),
  domain: T.string.nullable(),
};
