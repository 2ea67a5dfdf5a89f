import { blank } from './blank.ts';
import { howWeGetThere } from './how-we-get-there.ts';
import type { Template } from './template.ts';
import { whereAreWe } from './where-are-we.ts';
import { whereWeWantToBe } from './where-we-want-to-be.ts';
import { wholeJourney } from './whole-journey.ts';

/** What the product comes with, in the gallery's order: the whole first, then its three parts, the blank one last. */
export const TEMPLATES: readonly Template[] = Object.freeze([
  wholeJourney,
  whereAreWe,
  whereWeWantToBe,
  howWeGetThere,
  blank,
]);

/** What a board is made from when nothing is chosen. */
export const DEFAULT_TEMPLATE_ID = wholeJourney.id;

export function templateById(id: string): Template | undefined {
  return TEMPLATES.find((template) => template.id === id);
}
