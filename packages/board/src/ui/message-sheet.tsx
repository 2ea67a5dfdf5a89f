import type { ReactNode } from 'react';
import { PageFrame } from './page-frame.tsx';

/** A page that says one thing, and what to do next. */
export function MessageSheet({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <PageFrame title={title}>
      <div className="sheet">
        <h1 className="ds-heading" data-size="sm">
          {title}
        </h1>
        <p className="ds-paragraph">{text}</p>
        <div className="actions">{children}</div>
      </div>
    </PageFrame>
  );
}
