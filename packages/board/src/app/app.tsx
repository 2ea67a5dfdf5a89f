import { isBoardId, type TemplateId } from '@samtavla/protocol';
import { useEffect } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import * as m from '../i18n/generated/messages.js';
import { useLocale } from '../i18n/locale.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { lazyView } from '../ui/lazy-view.tsx';
import { MessageSheet } from '../ui/message-sheet.tsx';
import { BoardEntry } from './board-entry.tsx';

// A participant's phone never loads the gallery.
// The gallery's, too, is a page that a participant never sees.
const ExamplePage = lazyView(() => import('../example/example-page.tsx').then((module) => module.ExamplePage));
const HomePage = lazyView(() => import('./home-page.tsx').then((module) => module.HomePage));

export function App() {
  const locale = useLocale();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <ErrorBoundary>
      <Switch>
        <Route path="/">
          <HomePage />
        </Route>
        <Route path="/m/:template">{({ template }) => <HomePage linked={template as TemplateId} />}</Route>
        <Route path="/example">
          <ExamplePage />
        </Route>
        <Route path="/t/:board">
          {({ board }) => (isBoardId(board) ? <BoardEntry key={board} board={board} /> : <Redirect to="/" />)}
        </Route>
        <Route>
          <MessageSheet title={m.not_found_title()} text={m.not_found_text()}>
            <a className="ds-button" href="/">
              {m.to_home()}
            </a>
          </MessageSheet>
        </Route>
      </Switch>
    </ErrorBoundary>
  );
}
