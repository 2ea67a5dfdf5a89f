/** The port's part for templates that were saved here. Held to the same contract as the rest of `Storage`. */
import type { Millis, TemplateContent, TemplateId, Visibility } from '@samtavla/protocol';

export type StoredTemplate = {
  readonly id: TemplateId;
  /** SHA-256 of the secret with which it may be changed. */
  readonly editHash: Uint8Array;
  readonly visibility: Visibility;
  readonly version: number;
  readonly savedAt: Millis;
  readonly name: string;
  readonly description: string;
  readonly content: TemplateContent;
};

export type TemplateStorage = {
  /** Puts a template in the place of the one whose version is one less; the first in the place of none. False, and nothing done, where that is not what is there. */
  putTemplate(template: StoredTemplate): Promise<boolean>;
  template(id: TemplateId): Promise<StoredTemplate | null>;
  /** The newest of those that everyone sees, newest first. */
  templatesForEveryone(most: number): Promise<readonly StoredTemplate[]>;
  removeTemplate(id: TemplateId): Promise<void>;
};

/** What a database keeps in one column. */
export type TemplateState = Pick<StoredTemplate, 'name' | 'description' | 'content'>;

export const stateOf = ({ name, description, content }: StoredTemplate): string =>
  JSON.stringify({ name, description, content } satisfies TemplateState);
