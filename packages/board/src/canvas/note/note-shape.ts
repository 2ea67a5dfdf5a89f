import {
  MEASURE_STATUSES,
  NOTE_COLOURS,
  type Author,
  type MeasureFields,
  type NoteColour,
  type Perspective,
  type RecordId,
} from '@samtavla/protocol';
import { richTextValidator, StyleProp, T, type RecordProps, type TLBaseShape, type TLRichText } from 'tldraw';
import type { NOTE_TYPE } from '../../binding/record-codec.ts';

export type NoteShape = TLBaseShape<
  typeof NOTE_TYPE,
  {
    colour: NoteColour;
    richText: TLRichText;
    author: Author | null;
    perspective: Perspective;
    createdAt: number | null;
    /** Null for a plain note. */
    measure: MeasureFields | null;
    /** Ids of the records that it answers. */
    answers: RecordId[];
    value: string | null;
  }
>;

/** The next note gets the colour that was chosen last. */
export const NoteColourStyle = StyleProp.defineEnum('samtavla:noteColour', {
  defaultValue: 'yellow',
  values: [...NOTE_COLOURS],
});

const measureFields = T.object({
  status: T.literalEnum(...MEASURE_STATUSES),
  owner: T.string.nullable(),
  due: T.string.nullable(),
  level: T.string.nullable(),
  role: T.string.nullable(),
  domain: T.string.nullable(),
  effect: T.number.nullable(),
  effort: T.number.nullable(),
}) as unknown as T.Validator<MeasureFields>;

export const noteShapeProps: RecordProps<NoteShape> = {
  colour: NoteColourStyle,
  richText: richTextValidator,
  author: T.object({ id: T.string, name: T.string }).nullable() as unknown as T.Validatable<Author | null>,
  perspective: T.object({ sector: T.string.optional(), level: T.string.optional() }) as T.Validatable<Perspective>,
  createdAt: T.number.nullable(),
  measure: measureFields.nullable(),
  answers: T.arrayOf(T.string) as unknown as T.Validatable<RecordId[]>,
  value: T.string.nullable(),
};
