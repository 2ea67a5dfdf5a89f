import '../library/library.css';
import type { TemplateId } from '@samtavla/protocol';
import { useLocation } from 'wouter';
import * as m from '../i18n/generated/messages.js';
import { CodeForm } from '../join/code-form.tsx';
import { HeroPicture } from '../library/hero-picture.tsx';
import { MyBoardsList } from '../library/my-boards-list.tsx';
import { NewBoard } from '../library/new-board.tsx';
import { PageFrame } from '../ui/page-frame.tsx';

/** @param linked the saved template that a link leads to */
export function HomePage({ linked }: { linked?: TemplateId }) {
  const [, navigate] = useLocation();
  return (
    <PageFrame title="">
      <div className="hero">
        <div className="hero-words">
          <h1 className="ds-heading" data-size="lg">
            {m.home_title()}
          </h1>
          <p className="ds-paragraph lead">{m.home_lead()}</p>
          <p className="ds-paragraph">
            <a className="ds-link" href="/example">
              {m.example_see()}
            </a>
          </p>
          <CodeForm />
        </div>
        <HeroPicture />
      </div>
      <MyBoardsList />
      <NewBoard onMade={(board) => navigate(`/t/${board}`)} {...(linked !== undefined && { linked })} />
    </PageFrame>
  );
}
