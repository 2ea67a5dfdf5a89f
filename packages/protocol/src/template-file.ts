/** What the server alone reads of saved templates: what stands on their boards, what is asked about them, and their files. */
import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';
import { named, number, place, templatePlan, visibility } from './saved-template.ts';

/** What stands on the board: a record, but for who made it and when. `values` are its keys as `records.ts` has them. */
const thingSchema = z.object({
  kind: z.enum(['note', 'measure', 'theme', 'shape', 'binding']),
  locked: z.boolean(),
  /** x, y and rotation, relative to its zone or what it lies in; a binding has none. */
  at: z.optional(z.tuple([number, number, number])),
  zone: z.optional(place),
  parent: z.optional(place),
  theme: z.optional(place),
  from: z.optional(place),
  to: z.optional(place),
  /** The notes and themes that it answers. */
  answers: z.optional(z.array(place).check(z.maxLength(LIMITS.templateThings))),
  values: z.record(
    z.string().check(z.regex(/^(type|index|opacity|colour|level|role|domain|effect|effort|value|p\.[A-Za-z]{1,40})$/)),
    z.json(),
  ),
  /** ProseMirror's JSON (`text.ts`). */
  text: z.optional(z.json()),
});

export const templateContent = z.extend(templatePlan, {
  things: z.array(thingSchema).check(z.maxLength(LIMITS.templateThings)),
});

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
export const editTemplateRequest = z.object(named);

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
export type TemplateFile = z.output<typeof templateFile>;
