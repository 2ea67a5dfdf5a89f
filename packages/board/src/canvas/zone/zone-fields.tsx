import { ZONE_TINTS } from '@samtavla/templates';
import { useContext } from 'react';
import { stopEventPropagation, useEditor } from 'tldraw';
import { BoardWords } from '../board-words.ts';
import { Swatches } from '../interface/swatches.tsx';
import type { ZoneShape } from './zone-shape.ts';

/** In «rediger felt»: the selected zone's title and question as fields. */
export function ZoneFields({ shape }: { shape: ZoneShape }) {
  const editor = useEditor();
  const words = useContext(BoardWords);
  const { title, question, tint, w } = shape.props;
  const change = (props: Partial<ZoneShape['props']>) =>
    editor.updateShape<ZoneShape>({ id: shape.id, type: shape.type, props });
  return (
    <div
      className="zone-heading zone-fields"
      data-tint={tint}
      style={{ width: w }}
      onPointerDown={stopEventPropagation}
    >
      <input
        className="zone-title"
        aria-label={words.zoneTitle}
        value={title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <textarea
        className="zone-question"
        aria-label={words.zoneQuestion}
        value={question}
        rows={2}
        onChange={(event) => change({ question: event.currentTarget.value })}
      />
      <Swatches
        legend={words.zoneTint}
        look="zone-tint"
        colours={ZONE_TINTS}
        names={words.tints}
        chosen={tint}
        onChoose={(chosen) => change({ tint: chosen })}
      />
    </div>
  );
}
