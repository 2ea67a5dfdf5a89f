import { picture, type PictureRect, type Template } from '@samtavla/templates';
import { notesOn } from './notes-on.ts';

/** Where a board without zones has its notes: in the middle. */
const EMPTY = { x: 64, y: 30, w: 32, h: 26 };

/** A template in miniature, with some notes on it. It says nothing that the card's text does not say. */
export function TemplatePicture({ template }: { template: Template }) {
  const { viewBox, rects } = picture(template);
  return (
    <svg className="template-picture" viewBox={viewBox} aria-hidden="true" focusable="false">
      {rects.map((rect) => (
        <Zone key={`${rect.x} ${rect.y}`} rect={rect} />
      ))}
      {rects.length === 0 && <Notes at={EMPTY} />}
    </svg>
  );
}

function Zone({ rect }: { rect: PictureRect }) {
  const { x, y, w, h, tint } = rect;
  return (
    <g data-tint={tint}>
      <rect className="picture-zone" x={x} y={y} width={w} height={h} rx="1.6" />
      <rect className="picture-heading" x={x + 2.5} y={y + 2.6} width={w * 0.4} height="1.6" rx="0.8" />
      <Notes at={rect} />
    </g>
  );
}

function Notes({ at }: { at: { x: number; y: number; w: number; h: number } }) {
  return notesOn(at).map(({ x, y, side }) => (
    <rect key={`${x} ${y}`} className="picture-note" x={x} y={y} width={side} height={side} rx="0.6" />
  ));
}
