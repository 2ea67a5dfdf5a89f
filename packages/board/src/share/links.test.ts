import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { aSession } from '../session/a-session.ts';
import { facilitatorLink } from './facilitator-link.ts';
import { qrPath } from './qr-path.ts';

const LINK = 'http://192.168.1.20:3000/t/nJQiiCICQ4gnGMJGZIkqD#CRMX9q2u4RVu2SwjLNzOw0bYja4-QcLMgoaIfZUYTzk';

test('[U13] the facilitator’s link is shown with the address that others can open, whatever this page’s own is', () => {
  const session = aSession({ role: 'facilitator', secret: 'facilitator-secret-1' });
  expect(facilitatorLink(session, new URL(LINK).origin)).toBe(
    'http://192.168.1.20:3000/t/board-1#facilitator-secret-1',
  );
});

test('[U14] a QR code has every dark module of its code, and four light ones on every side', () => {
  const { path, size } = qrPath(LINK);
  const { data } = encode(LINK, { ecc: 'M', boostEcc: true, border: 4 });
  const drawn = data.map((row) => row.map(() => false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  expect(drawn).toEqual(data);
  expect(
    drawn
      .slice(0, 4)
      .flat()
      .concat(drawn.map((row) => row.slice(size - 4)).flat())
      .some(Boolean),
  ).toBe(false);
});
