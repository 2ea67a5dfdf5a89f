import { richTextValidator, type RecordProps, type TLBaseShape, type TLRichText } from 'tldraw';
import type { THEME_TYPE } from '../../binding/record-codec.ts';

/** A heading that gathers notes; which ones stands on each note, as `meta.theme`. */
export type ThemeShape = TLBaseShape<typeof THEME_TYPE, { richText: TLRichText }>;

export const themeShapeProps: RecordProps<ThemeShape> = { richText: richTextValidator };
