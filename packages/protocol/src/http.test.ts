import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { dragMessage } from './drag.ts';
import { ROUTE_GRANT } from './grant.ts';
import * as commands from './commands.ts';
import type { Millis } from './ids.ts';
import * as http from './http.ts';
import * as templates from './saved-template.ts';
import * as templateFiles from './template-file.ts';
import { DOCUMENT_KINDS } from './documents.ts';
import { LAYOUT_VERSION } from './layout/layout-version.ts';
import { NOTE_COLOURS } from './layout/notes.ts';
import { RECORD_KINDS } from './layout/records.ts';
import { REFUSALS } from './refusal.ts';
import { writeArrival, writeNews, writeRoomNews, writeTold } from './presence.ts';
import { PROTOCOL_VERSION } from './version.ts';

const templateSchemas = {
  ...pick(templates, 'savedTemplate', 'savedTemplateResponse', 'templatesResponse'),
  ...pick(
    templateFiles,
    'editTemplateRequest',
    'importTemplateRequest',
    'renewTemplateRequest',
    'saveTemplateRequest',
    'templateFile',
  ),
};

describe('the HTTP messages', () => {
  test('[P10] what a person typed is trimmed, and blank or too long is refused', () => {
    const join = (name: string) => http.joinRequest.safeParse({ secret: 'x'.repeat(43), name });
    expect(join('  Kari\u0000 Nordmann ').data?.name).toBe('Kari Nordmann');
    expect([join(' ').success, join('x'.repeat(61)).success]).toEqual([false, false]);
  });

  test('[P10] a board is not anonymous unless asked for', () => {
    expect(http.createBoardRequest.parse({ template: 'tom-tavle', locale: 'nb' }).anonymous).toBe(false);
    expect(http.createBoardRequest.safeParse({ template: '../etc', locale: 'nb' }).success).toBe(false);
  });

  test('[P11] the wire does not change without its version', () => {
    const schemas = Object.entries({ ...http, ...commands, ...templateSchemas }).map(([name, schema]) => [
      name,
      z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
    ]);
    const doing = {
      cursor: { x: 1, y: -2 },
      view: { x: 3, y: 4, zoom: 1, w: 5, h: 6 },
      selected: ['a'],
      saying: 'Hei',
      laser: true,
    };
    const arrival = {
      id: 1,
      person: 'p',
      name: 'Kari',
      perspective: { sector: 's', level: 'l' },
      role: 'viewer',
    } as const;
    const presence = [
      writeTold({ doing, follows: 1 }),
      writeTold({ doing: { cursor: null, view: null } }),
      writeRoomNews({
        self: 1,
        now: 1_700_000_000_000 as Millis,
        paceMillis: 50,
        came: [writeArrival(arrival)],
        left: [2],
        news: [writeNews({ id: 3, doing })],
      }),
    ];
    const wire = JSON.stringify([
      schemas,
      z.toJSONSchema(dragMessage),
      presence.map((message) => Array.from(message)),
      ROUTE_GRANT,
      REFUSALS,
      DOCUMENT_KINDS,
      RECORD_KINDS,
      NOTE_COLOURS,
      LAYOUT_VERSION,
    ]);
    const hash = createHash('sha256').update(wire).digest('hex').slice(0, 16);
    // Changed what an open tab from before would get wrong? Raise PROTOCOL_VERSION. Then, or for what such a tab can ignore,
    // write the new hash here.
    expect([PROTOCOL_VERSION, hash]).toEqual([10, '738dff9fb4e6348a']);
  });
});

function pick<T extends object, K extends keyof T>(all: T, ...keys: K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, all[key]])) as Pick<T, K>;
}
