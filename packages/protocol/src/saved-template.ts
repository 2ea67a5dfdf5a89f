/**
 * Templates that were saved from boards: in one language, the board's. Zones and things are named by their place in their list, so that
 * nothing in a template leads to the board it came from. What only the server reads of them is in `template-file.ts`: the page's schemas
 * are the fewer.
 */
import { VOTE_KINDS, ZONE_KINDS, ZONE_TINTS } from '@samtavla/templates';
import * as z from 'zod/mini';
import { choiceSchema, localeSchema } from './http.ts';
import type { TemplateId } from './ids.ts';
import { LIMITS } from './limits.ts';

const line = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
const words = (most: number) => z.string().check(z.maxLength(most));
export const number = z.number().check(z.gte(-1e7), z.lte(1e7));
const length = z.number().check(z.gt(0), z.lte(1e6));
export const place = z.int().check(z.minimum(0), z.maximum(LIMITS.templateThings));
const templateId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)) as unknown as z.ZodMiniType<TemplateId, string>;

const choiceId = words(LIMITS.nameCharacters);

const zoneSchema = z.object({
  kind: z.enum(ZONE_KINDS),
  title: words(LIMITS.phaseNameCharacters * 2),
  question: words(LIMITS.templateWords),
  box: z.object({ x: number, y: number, w: length, h: length }),
  tint: z.enum(ZONE_TINTS),
  cell: z.optional(z.object({ level: choiceId, domain: choiceId })),
});

const voteSchema = z.union([
  z.object({ kind: z.enum(VOTE_KINDS) }),
  z.object({ dots: z.int().check(z.minimum(1)), most: z.int().check(z.minimum(1)) }),
]);

const phaseSchema = z.object({
  name: words(LIMITS.phaseNameCharacters),
  minutes: z.nullable(z.int().check(z.minimum(1), z.maximum(LIMITS.phaseMinutes))),
  zones: z.array(place).check(z.maxLength(LIMITS.votedZones)),
  private: z.boolean(),
  closes: z.boolean(),
  vote: z.nullable(voteSchema),
});

/** All of a template but what stands on its boards. */
export const templatePlan = z.object({
  locale: localeSchema,
  guide: words(LIMITS.templateWords * 4),
  zones: z.array(zoneSchema).check(z.maxLength(LIMITS.votedZones)),
  phases: z.array(phaseSchema).check(z.maxLength(LIMITS.phasesPerPlan)),
  sectors: z.array(choiceSchema).check(z.maxLength(LIMITS.templateChoices)),
  levels: z.array(choiceSchema).check(z.maxLength(LIMITS.templateChoices)),
  /** Files of before there were measures have none. */
  domains: z._default(z.array(choiceSchema).check(z.maxLength(LIMITS.templateChoices)), []),
  values: z._default(z.array(choiceSchema).check(z.maxLength(LIMITS.templateChoices)), []),
});

/** Who finds it: whoever has its link, or everybody who makes a board on this server. */
export const VISIBILITIES = ['link', 'everyone'] as const;
export const visibility = z.enum(VISIBILITIES);

export const named = {
  name: line(LIMITS.titleCharacters),
  description: z.string().check(z.trim(), z.maxLength(LIMITS.templateWords)),
  visibility,
};

/** The edit secret is given here, and never again. */
export const savedTemplateResponse = z.object({ id: templateId, link: z.url(), editSecret: z.string() });

/** As the gallery shows it. */
export const savedTemplate = z.object({
  id: templateId,
  /** Where boards are made of it. With the edit secret as its fragment it is changed there too. */
  link: z.url(),
  ...named,
  /** Grows by one with each change, from 1. */
  version: z.int(),
  savedAt: z.number(),
  content: templatePlan,
  /** How many things stand on its boards from the beginning. */
  things: z.int(),
});
export const templatesResponse = z.object({
  templates: z.array(
    z.object({
      id: z.string(),
      name: z.record(localeSchema, z.string()),
      builtIn: z.boolean(),
      minutes: z.nullable(z.number()),
    }),
  ),
  /** Those that were saved here for everyone, the newest first. */
  saved: z.array(savedTemplate),
});

export type SavedTemplate = z.output<typeof savedTemplate>;
export type Visibility = (typeof VISIBILITIES)[number];
