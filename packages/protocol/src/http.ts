/**
 * The HTTP messages, version 1. `zod/mini`, because the browser loads them. Unknown keys are dropped on the way in, so that a
 * newer client can say more than this server understands.
 */
import { LOCALES, ZONE_KINDS } from '@samtavla/templates';
import * as z from 'zod/mini';
import { ROLES } from './grant.ts';
import type { AssetId, BoardId, Millis, ParticipantId, RecordId, VersionId } from './ids.ts';
import { MEASURE_FIELDS } from './layout/measure-fields.ts';
import { LIMITS } from './limits.ts';

// The Content-Security-Policy forbids `eval`, with which zod would compile its parsers.
z.config({ jitless: true });

/** Text a person typed: trimmed, without control characters, 1 to `most` characters. */
const typed = (most: number) =>
  z.string().check(
    z.overwrite((text) => text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()),
    z.minLength(1),
    z.maxLength(most),
  );
const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
const secret = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,128}$/));
/** A brand is a compile-time matter: at run time these are what they extend. */
const boardId = id as unknown as z.ZodMiniType<BoardId, string>;
const participantId = id as unknown as z.ZodMiniType<ParticipantId, string>;
const assetId = z.string().check(z.regex(/^[0-9a-f]{64}$/)) as unknown as z.ZodMiniType<AssetId, string>;
const millis = z.int().check(z.minimum(0)) as unknown as z.ZodMiniType<Millis, number>;
const versionId = id as unknown as z.ZodMiniType<VersionId, string>;

export const localeSchema = z.enum(LOCALES);
export const roleSchema = z.enum(ROLES);
/** Ids out of the board's own lists; both optional, and «Vil ikke si» is one of them. */
export const perspectiveSchema = z.object({ sector: z.optional(id), level: z.optional(id) });
/** One of a board's own lists. */
export const choiceSchema = z.object({ id, name: z.string() });

export const boardFactsSchema = z.object({
  id: boardId,
  title: z.string(),
  template: z.string(),
  locale: localeSchema,
  anonymous: z.boolean(),
  createdAt: millis,
  /** Said of a board that nobody had used for long: since when, and when it would be deleted. */
  disuse: z.optional(z.object({ since: millis, deletedAt: millis })),
});

export const createBoardRequest = z.object({
  template: id,
  preset: z.optional(id),
  locale: localeSchema,
  title: z.optional(typed(LIMITS.titleCharacters)),
  anonymous: z._default(z.boolean(), false),
  /** Where the operator asks for one. */
  creationCode: z.optional(z.string().check(z.trim(), z.maxLength(LIMITS.creationCodeCharacters))),
});
/** Whether making boards here takes a login, and whether this browser has one. */
export const loginResponse = z.object({ login: z.enum(['not-needed', 'needed', 'done']) });
export const createBoardResponse = z.object({
  board: boardFactsSchema,
  /** The facilitator's link is given here and where it is replaced, and never again: the server keeps no more than its hash. */
  links: z.object({ facilitator: z.url(), participant: z.url(), viewer: z.url() }),
});

/** Null for a link that is closed. `ends` is when each ends by itself, if it does: that may have passed. `origin` is what they begin with, and the facilitator's too. */
export const linksSchema = z.object({
  origin: z.url(),
  participant: z.nullable(z.url()),
  viewer: z.nullable(z.url()),
  ends: z.object({ participant: z.nullable(millis), viewer: z.nullable(millis) }),
});
/** From when on the link lets nobody in, and those who came by it are out; null takes the end off. */
export const endLinkRequest = z.object({ endsAt: z.nullable(millis) });
/** What becomes of those who came by the link that is replaced. Who asks stays. */
export const rotateLinkRequest = z.object({ inside: z.enum(['stay', 'leave']) });
export const rotateLinkResponse = z.object({ url: z.url() });

/** Everybody who ever came to the board, whether or not they are there now; who was removed is somebody else when they come again. */
export const peopleResponse = z.object({
  people: z.array(
    z.object({
      id: participantId,
      name: z.nullable(z.string()),
      perspective: perspectiveSchema,
      roles: z.array(roleSchema),
      joinedAt: millis,
      removed: z.boolean(),
    }),
  ),
});

/** What a person wrote and others have not written in: notes, other things, and the texts of others in which they typed. */
export const writingResponse = z.object({ notes: z.int(), things: z.int(), texts: z.int() });

/** Typed from a screen across the room; leads to the participants' link, for some hours. */
const code = z.string().check(z.regex(/^\d{8}$/));
export const codeResponse = z.object({ code, expiresAt: millis });
export const codeLinkResponse = z.object({ link: z.url() });

export const doorRequest = z.object({ secret });
export const doorResponse = z.object({
  role: roleSchema,
  title: z.string(),
  locale: localeSchema,
  anonymous: z.boolean(),
  perspectives: z.object({ sectors: z.array(choiceSchema), levels: z.array(choiceSchema) }),
  now: millis,
});

export const joinRequest = z.object({
  secret,
  name: z.optional(typed(LIMITS.nameCharacters)),
  perspective: z.optional(perspectiveSchema),
  /** Made by the client: a retry with the same key is the same person. */
  joinKey: z.optional(secret),
  /** An earlier session on this board: the same person comes back. */
  token: z.optional(secret),
});
export const joinResponse = z.object({
  token: z.string(),
  role: roleSchema,
  participant: z.object({ id: participantId, name: z.nullable(z.string()), perspective: perspectiveSchema }),
  board: boardFactsSchema,
  /** The names to open on `/sync/:boardId`. A viewer has no desk. */
  documents: z.object({ plan: z.string(), stage: z.string(), canvas: z.string(), desk: z.optional(z.string()) }),
  now: millis,
});

/** `named` by a facilitator, what the board came to at a `gathering`, `automatic` after a stretch of work, or taken before another was gone back to or writing was taken out. */
const versionKind = z.enum(['named', 'gathering', 'automatic', 'before-restore', 'before-taking-out']);
/** A board as it once was; what stood on it comes with its documents' states. */
export const versionSchema = z.object({
  id: versionId,
  kind: versionKind,
  name: z.nullable(z.string()),
  takenAt: millis,
});
/** Newest first. */
export const versionsResponse = z.object({ versions: z.array(versionSchema) });
export const takeVersionRequest = z.object({
  name: typed(LIMITS.versionNameCharacters),
  /** A gathering of this name is over: unlike other versions it is known to everybody on the board. */
  gathering: z._default(z.boolean(), false),
});
/** The answer to going back to a version: what the board was just before, as a version of its own. */
export const restoreVersionResponse = z.object({ before: versionSchema });

/** The gatherings that are over, the latest first. */
export const gatheringsResponse = z.object({
  gatherings: z.array(z.object({ id: versionId, name: z.string(), endedAt: millis })),
});
/** Where something stands; null outside every zone. */
const place = z.nullable(z.object({ title: z.string(), kind: z.enum(ZONE_KINDS) }));
const fieldValue = z.nullable(z.union([z.string(), z.number()]));
/** What is other with a note or a measure than it was. What is gone is not told of: who took it away did so for a reason. */
const changeSchema = z.object({
  id: z.string() as unknown as z.ZodMiniType<RecordId, string>,
  /** As it reads now, cut where it is long. */
  text: z.string(),
  isMeasure: z.boolean(),
  isNew: z.boolean(),
  /** It was a note, and is a measure now. */
  wasNote: z.boolean(),
  isReworded: z.boolean(),
  moved: z.nullable(z.object({ from: place, to: place })),
  /** A measure's fields, by the values that stand in it; of a new one those that are filled in. */
  fields: z.array(z.object({ field: z.enum(MEASURE_FIELDS), from: fieldValue, to: fieldValue })),
});
/** In reading order; `more` is how many there are beyond those that are told. */
export const changesResponse = z.object({ changes: z.array(changeSchema), more: z.int() });

/** A new board with what stands on this one, or stood on it in a version. Answered as a new board is. */
export const copyBoardRequest = z.object({
  version: z.optional(versionId),
  title: z.optional(typed(LIMITS.titleCharacters)),
  /** Where the operator asks for one. */
  creationCode: z.optional(z.string().check(z.trim(), z.maxLength(LIMITS.creationCodeCharacters))),
});

/** The request is the image itself. The same image again has the same id. */
export const assetResponse = z.object({ id: assetId });

export const errorResponse = z.object({ code: z.string(), message: z.string() });

export type Perspective = z.output<typeof perspectiveSchema>;
export type BoardFacts = z.output<typeof boardFactsSchema>;
export type CreateBoardRequest = z.input<typeof createBoardRequest>;
export type LoginResponse = z.output<typeof loginResponse>;
export type CreateBoardResponse = z.output<typeof createBoardResponse>;
export type DoorResponse = z.output<typeof doorResponse>;
export type JoinRequest = z.input<typeof joinRequest>;
export type JoinResponse = z.output<typeof joinResponse>;
export type Links = z.output<typeof linksSchema>;
export type PersonOnBoard = z.output<typeof peopleResponse>['people'][number];
export type RotateLinkRequest = z.input<typeof rotateLinkRequest>;
export type VersionKind = z.output<typeof versionKind>;
export type EndedGathering = z.output<typeof gatheringsResponse>['gatherings'][number];
export type BoardChange = z.output<typeof changeSchema>;
export type BoardVersion = z.output<typeof versionSchema>;
export type CopyBoardRequest = z.output<typeof copyBoardRequest>;
