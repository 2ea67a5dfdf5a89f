import { XMarkIcon } from '@navikt/aksel-icons';
import { now } from '@samtavla/protocol';
import { useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { currentLocale } from '../i18n/locale.ts';
import { relativeDay } from '../i18n/relative-day.ts';
import { roleName } from '../i18n/role-name.ts';
import { myBoards, type MyBoard } from '../session/my-boards.ts';

/** «Mine tavler»: those this device has been on. Nothing at all before the first. */
export function MyBoardsList() {
  const [boards, setBoards] = useState(() => myBoards().list());
  if (boards.length === 0) return null;
  const forget = (board: MyBoard) => {
    myBoards().forget(board.id);
    setBoards(myBoards().list());
  };
  return (
    <section className="my-boards" aria-labelledby="my-boards">
      <h2 id="my-boards" className="ds-heading" data-size="sm">
        {m.my_boards_title()}
      </h2>
      <ul>
        {boards.map((board) => (
          <li key={board.id}>
            <a href={`/t/${board.id}`}>
              <span className="my-board-title">{board.title}</span>
              <span className="my-board-about">
                {roleName(board.role)} · {relativeDay(board.visitedAt, now(), currentLocale())}
              </span>
            </a>
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              data-icon="true"
              aria-label={m.my_boards_forget({ title: board.title })}
              title={m.my_boards_forget({ title: board.title })}
              onClick={() => forget(board)}
            >
              <XMarkIcon aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
