/** How a zone looks, with or without the canvas. */
import type { ZoneTint } from '@samtavla/templates';
import type { ReactNode } from 'react';

type Ground = { readonly w: number; readonly h: number; readonly tint: ZoneTint };

export const ZoneGround = ({ w, h, tint }: Ground) => (
  <div className="zone-ground" data-tint={tint} style={{ width: w, height: h }} />
);

type Heading = Omit<Ground, 'h'> & {
  readonly title: string;
  readonly question: string;
  /** The language of both. */
  readonly lang: string;
  readonly children: ReactNode;
};

export const ZoneWords = ({ w, tint, title, question, lang, children }: Heading) => (
  <div className="zone-heading" data-tint={tint} style={{ width: w }}>
    <div className="zone-words" lang={lang}>
      <h2 className="zone-title">{title}</h2>
      <p className="zone-question">{question}</p>
    </div>
    {children}
  </div>
);
