import { choiceSchema, type BoardFacts, type NamedChoice, type PlanFacts } from '@samtavla/protocol';
import * as z from 'zod/mini';
import type { Board } from '../storage/storage.ts';

/** A board as those who come to it need it. */
export type BoardView = {
  readonly facts: BoardFacts;
  readonly perspectives: { readonly sectors: NamedChoice[]; readonly levels: NamedChoice[] };
};

/**
 * What may change is `plan`'s, the rest is as it was made: above all whether the board is anonymous, which a facilitator's
 * client could otherwise change under those who wrote. What a client wrote into the plan is checked, and left out when malformed.
 */
export function viewOf(board: Board, plan: Pick<PlanFacts, 'title' | 'locale' | 'sectors' | 'levels'>): BoardView {
  const { id, template, anonymous, createdAt } = board;
  const title = plan.title === '' ? board.title : plan.title;
  return {
    facts: { id, title, template, locale: plan.locale, anonymous, createdAt },
    perspectives: { sectors: wellFormed(plan.sectors), levels: wellFormed(plan.levels) },
  };
}

const wellFormed = (choices: readonly unknown[]): NamedChoice[] =>
  choices.flatMap((choice) => z.safeParse(choiceSchema, choice).data ?? []);
