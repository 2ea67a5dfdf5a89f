/**
 * Templates that were saved from boards: in one language, the board's. Zones and things are named by their place in their list, so that
 * nothing in a template leads to the board it came from. The same content is stored, sent and written to a file.
 */
import { VOTE_KINDS, ZONE_KINDS, ZONE_TINTS } from '@samtavla/templates';
import * as z from 'zod/mini';
import { choiceSchema, localeSchema } from './http.ts';
import type { TemplateId } from './ids.ts';
import { LIMITS } from './limits.ts';

const line = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
const words = (most: number) => z.string().check(z.maxLength(most));
const number = z.number().check(z.gte(-1e7), z.lte(1e7));
const length = z.number().check(z.gt(0), z.lte(1e6));
const place = z.int().check(z.minimum(0), z.maximum(LIMITS.templateThings));
const templateId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)) as unknown as z.ZodMiniType<TemplateId, string>;

const zoneSchema = z.object({
  kind: z.enum(ZONE_KINDS),
  title: words(LIMITS.phaseNameCharacters * 2),
  question: words(LIMITS.templateWords),
  box: z.object({ x: number, y: number, w: length, h: length }),
  tint: z.enum(ZONE_TINTS),
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

/** What stands on the board: a record, but for who made it and when. `values` are its keys as `records.ts` has them. */
const thingSchema = z.object({
  kind: z.enum(['note', 'theme', 'shape', 'binding']),
  locked: z.boolean(),
  /** x, y and rotation, relative to its zone or what it lies in; a binding has none. */
  at: z.optional(z.tuple([number, number, number])),
  zone: z.optional(place),
  parent: z.optional(place),
  theme: z.optional(place),
  from: z.optional(place),
  to: z.optional(place),
  values: z.record(z.string().check(z.regex(/^(type|index|opacity|colour|p\.[A-Za-z]{1,40})$/)), z.json()),
  /** ProseMirror's JSON (`text.ts`). */
  text: z.optional(z.json()),
});

export const templateContent = z.object({
  locale: localeSchema,
  guide: words(LIMITS.templateWords * 4),
  zones: z.array(zoneSchema).check(z.maxLength(LIMITS.votedZones)),
  phases: z.array(phaseSchema).check(z.maxLength(LIMITS.phasesPerPlan)),
  sectors: z.array(choiceSchema).check(z.maxLength(100)),
  levels: z.array(choiceSchema).check(z.maxLength(100)),
  things: z.array(thingSchema).check(z.maxLength(LIMITS.templateThings)),
});

/** Who finds it: whoever has its link, or everybody who makes a board on this server. */
export const VISIBILITIES = ['link', 'everyone'] as const;
const visibility = z.enum(VISIBILITIES);

const named = {
  name: line(LIMITS.titleCharacters),
  description: z.string().check(z.trim(), z.maxLength(LIMITS.templateWords)),
  visibility,
};

/** What of a board goes along; of what stands on it nothing but what is named. */
export const saveTemplateRequest = z.object({
  ...named,
  questions: z.boolean(),
  phases: z.boolean(),
  guide: z.boolean(),
  perspectives: z.boolean(),
  things: z.array(z.string()).check(z.maxLength(LIMITS.templateThings)),
});
/** The same template, anew from a board. */
export const renewTemplateRequest = z.extend(saveTemplateRequest, { editSecret: z.string() });
/** The edit secret is given here, and never again. */
export const savedTemplateResponse = z.object({ id: templateId, editSecret: z.string() });
export const editTemplateRequest = z.object(named);

/** As the gallery shows it. */
export const savedTemplate = z.object({
  id: templateId,
  ...named,
  /** Grows by one with each change, from 1. */
  version: z.int(),
  savedAt: z.number(),
  content: z.omit(templateContent, { things: true }),
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

/** A template in a file. `checksum` is the SHA-256, in hexadecimal, of `template` as JSON; an image's id is that of its bytes. */
export const TEMPLATE_FILE_VERSION = 1;
export const templateFile = z.object({
  samtavla: z.literal('template'),
  version: z.literal(TEMPLATE_FILE_VERSION),
  checksum: z.string(),
  template: z.object({ name: named.name, description: named.description, content: templateContent }),
  /** In base64. */
  images: z.array(z.object({ id: z.string(), data: z.string() })),
});
/** The file is looked at by itself: what is wrong with it is said in its own words. */
export const importTemplateRequest = z.object({
  file: z.unknown(),
  visibility,
  /** Where the operator asks for one. */
  creationCode: z.optional(z.string().check(z.trim(), z.maxLength(LIMITS.creationCodeCharacters))),
});

export type TemplateContent = z.output<typeof templateContent>;
export type TemplateThing = TemplateContent['things'][number];
export type SaveTemplateRequest = z.output<typeof saveTemplateRequest>;
export type EditTemplateRequest = z.output<typeof editTemplateRequest>;
export type SavedTemplate = z.output<typeof savedTemplate>;
export type TemplateFile = z.output<typeof templateFile>;
export type Visibility = (typeof VISIBILITIES)[number];
