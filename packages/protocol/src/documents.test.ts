import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentName, parseDocumentName, type DocumentAddress } from './documents.ts';
import { accessTo, ROLES } from './grant.ts';
import { randomId, type BoardId, type ParticipantId } from './ids.ts';
import { REFUSALS, refusalOfClose, type RefusalCode } from './refusal.ts';

const board = randomId() as BoardId;
const me = randomId() as ParticipantId;
const other = randomId() as ParticipantId;
const addresses: DocumentAddress[] = [
  { board, kind: 'plan' },
  { board, kind: 'stage' },
  { board, kind: 'canvas' },
  { board, kind: 'inbox' },
  { board, kind: 'desk', owner: me },
];

describe('documents and who may write them', () => {
  test('[P1] a document’s name and its address say the same', () => {
    for (const address of addresses) expect(parseDocumentName(documentName(address))).toEqual(address);
  });

  test('[P1] what is no document’s name is refused', () => {
    const wrong = [
      '',
      '/',
      'a/plan/b',
      'a/desk',
      'a/desk/',
      'a/desk/b/c',
      '../plan',
      'a b/plan',
      'a/PLAN',
      `${'x'.repeat(65)}/plan`,
    ];
    for (const name of wrong) expect([name, parseDocumentName(name)]).toEqual([name, null]);
    assert(
      property(string(), (name) => {
        const address = parseDocumentName(name);
        return address === null || documentName(address) === name;
      }),
    );
  });

  test('[P2] nobody reads or writes another’s desk, and only the server writes the stage', () => {
    for (const role of ROLES) {
      expect(accessTo(role, me, { board, kind: 'desk', owner: other })).toBe('none');
      expect(accessTo(role, me, { board, kind: 'stage' })).toBe('read');
    }
  });

  test('[P2] only facilitators write the plan, and viewers write nothing', () => {
    expect(ROLES.filter((role) => accessTo(role, me, { board, kind: 'plan' }) === 'write')).toEqual(['facilitator']);
    expect(addresses.map((address) => accessTo('viewer', me, address))).not.toContain('write');
  });

  test('[W1] while the canvas is closed participants read it, and nothing else is different for anybody', () => {
    const canvas: DocumentAddress = { board, kind: 'canvas' };
    for (const role of ROLES)
      for (const address of addresses) {
        const isIt = role === 'participant' && address.kind === 'canvas';
        expect(accessTo(role, me, address, 'closed')).toBe(isIt ? 'read' : accessTo(role, me, address));
      }
    expect(ROLES.map((role) => accessTo(role, me, canvas, 'closing'))).toEqual(['write', 'write', 'read']);
  });

  test('[P3] each refusal has a close code of its own, so that a client can tell them apart', () => {
    const codes = Object.keys(REFUSALS) as RefusalCode[];
    for (const code of codes) expect(refusalOfClose(REFUSALS[code].close)).toBe(code);
    expect(refusalOfClose(1006)).toBeNull();
  });
});
