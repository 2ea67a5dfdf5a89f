import type { RecordId } from '@samtavla/protocol';
import type { MeasureNames } from '../../i18n/measure-words.ts';
import { CopyAs } from '../../ui/copy-as.tsx';
import { outlineAsText } from '../as-text.ts';
import type { Outline } from '../outline-groups.ts';

type Props = {
  label: string;
  outline: Pick<Outline, 'zones' | 'loose'>;
  names: MeasureNames;
  only?: ReadonlySet<RecordId>;
};

/** The list as it is shown, or what of it is selected, to be pasted elsewhere. */
export const CopyOutline = ({ label, outline, names, only }: Props) => (
  <CopyAs label={label} words={(form) => outlineAsText(outline, form, names, only)} />
);
