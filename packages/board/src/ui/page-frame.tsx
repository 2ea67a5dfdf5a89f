import { useEffect, type ReactNode } from 'react';
import { LanguageChoice } from './language-choice.tsx';
import { BRAND_NAME, Logo } from './logo.tsx';

const PRODUCT = 'Samtavla';

/** The frame of every page but the board itself. `title` is the tab's, and what a screen reader says first. */
export function PageFrame({ title, children }: { title: string; children: ReactNode }) {
  usePageTitle(title);
  return (
    <div className="page">
      <header className="page-header">
        <a className="brand" href="/">
          <Logo />
          <span className="brand-name">{PRODUCT}</span>
          {BRAND_NAME !== null && <span className="brand-operator">{BRAND_NAME}</span>}
        </a>
        <LanguageChoice />
      </header>
      <main className="page-main">{children}</main>
    </div>
  );
}

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? PRODUCT : `${title} – ${PRODUCT}`;
  }, [title]);
}
