import { actionLearning } from './action-learning.ts';
import { betweenGatherings } from './between-gatherings.ts';
import { blank } from './blank.ts';
import { coCreation } from './co-creation.ts';
import { doneLearnedWise } from './done-learned-wise.ts';
import { fourValueAreas } from './four-value-areas.ts';
import { goalHierarchy } from './goal-hierarchy.ts';
import { howWeGetThere } from './how-we-get-there.ts';
import { individualGroupPlenary } from './individual-group-plenary.ts';
import { mapOfMeasures } from './map-of-measures.ts';
import { municipalGroup } from './municipal-group.ts';
import { participationLadder } from './participation-ladder.ts';
import { rationale } from './rationale.ts';
import { stakeholderMap } from './stakeholder-map.ts';
import type { Template } from './template.ts';
import { whereAreWe } from './where-are-we.ts';
import { whereWeWantToBe } from './where-we-want-to-be.ts';
import { wholeJourney } from './whole-journey.ts';

/** What the product comes with, in the gallery's order: the whole first, then its three parts, then what helps with each of them and on the way; the blank one last. */
export const TEMPLATES: readonly Template[] = Object.freeze([
  wholeJourney,
  whereAreWe,
  whereWeWantToBe,
  howWeGetThere,
  rationale,
  stakeholderMap,
  participationLadder,
  fourValueAreas,
  goalHierarchy,
  coCreation,
  mapOfMeasures,
  doneLearnedWise,
  actionLearning,
  individualGroupPlenary,
  betweenGatherings,
  municipalGroup,
  blank,
]);

/** What a board is made from when nothing is chosen. */
export const DEFAULT_TEMPLATE_ID = wholeJourney.id;

export function templateById(id: string): Template | undefined {
  return TEMPLATES.find((template) => template.id === id);
}
