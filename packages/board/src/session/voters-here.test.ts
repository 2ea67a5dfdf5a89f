import { expect, test } from 'vitest';
import type { Peer } from './presence.ts';
import { votersHere } from './voters-here.ts';

const peer = (id: string, person: string | null, role: Peer['role'] = 'participant') => ({ id, person, role }) as Peer;

test('[N31] who may vote is counted once for all their tabs, and who looks on is not', () => {
  const peers = [peer('1', 'ola'), peer('2', 'ola'), peer('3', 'kari'), peer('4', 'vera', 'viewer')];
  expect(votersHere({ person: 'kari', role: 'facilitator' }, peers)).toBe(2);
  expect(votersHere({ person: 'vera', role: 'viewer' }, peers)).toBe(2);
  expect(votersHere({ person: null, role: 'participant' }, [peer('1', null), peer('2', null)])).toBe(3);
});
