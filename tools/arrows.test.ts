import { describe, expect, test } from 'vitest';
import { arrows } from './arrows.ts';
import { realImports, violations } from './check-arrows.ts';
import { importsOf } from './imports.ts';

function check(files: Record<string, string>): string[] {
  return violations(new Map(Object.entries(files).map(([path, source]) => [path, importsOf(path, source)])), arrows);
}

test('the house keeps its arrows', () => {
  const imports = realImports();
  expect(imports.has('tools/arrows.test.ts')).toBe(true);
  expect(violations(imports, arrows)).toEqual([]);
});

describe('a planted violation is found:', () => {
  test.each([
    ['templates imports protocol', 'packages/templates/src/a.ts', "import { b } from '@samtavla/protocol'"],
    ['protocol imports server', 'packages/protocol/src/a.ts', "import { b } from '@samtavla/server'"],
    ['board imports server', 'packages/board/src/app/a.ts', "import { b } from '@samtavla/server'"],
    ['server imports board', 'packages/server/src/a.ts', "import { b } from '@samtavla/board'"],
    ['a package entered through a wall', 'packages/server/src/a.ts', "import { b } from '../../protocol/src/b.ts'"],
    ['a package without a row', 'packages/novelty/src/a.ts', "import { b } from './b.ts'"],
    ['session imports canvas', 'packages/board/src/session/a.ts', "import { b } from '../canvas/b.ts'"],
    ['join imports binding', 'packages/board/src/join/a.ts', "import { b } from '../binding/b.ts'"],
    ['share imports app', 'packages/board/src/share/a.ts', "import { b } from '../main.tsx'"],
    ['a folder without a row', 'packages/board/src/novelty/a.ts', "import { b } from '../ui/b.ts'"],
    ['tldraw outside the canvas', 'packages/board/src/app/a.ts', "import { Tldraw } from 'tldraw'"],
    ['its styles', 'packages/board/src/main.tsx', "import 'tldraw/tldraw.css'"],
    ['its assets', 'packages/board/src/ui/a.ts', "import { b } from '@tldraw/assets/imports.vite'"],
    ['Hocuspocus outside sync', 'packages/server/src/http/a.ts', "import { Hocuspocus } from '@hocuspocus/server'"],
    ['SQLite outside its adapter', 'packages/server/src/boards/a.ts', "import { DatabaseSync } from 'node:sqlite'"],
    ['the environment outside config', 'packages/server/src/main.ts', 'const port = process.env.PORT'],
    ['React in the binding', 'packages/board/src/binding/a.ts', "import { useState } from 'react'"],
    ['Hocuspocus in the binding', 'packages/board/src/binding/a.ts', "import { b } from '@hocuspocus/provider'"],
    ['tldraw in the simulation', 'packages/board/simulate/a.ts', "import { b } from '@tldraw/store'"],
    ['the simulation entered by the session', 'packages/board/src/session/a.ts', "import '../../simulate/run.ts'"],
    ['the simulation imports canvas', 'packages/board/simulate/a.ts', "import { b } from '../src/canvas/b.ts'"],
    ['React where the outline thinks', 'packages/board/src/outline/a.ts', "import { useState } from 'react'"],
    ['SQL in the stage', 'packages/server/src/stage/a.ts', "import { Pool } from 'pg'"],
  ])('%s', (_, path, source) => {
    expect(check({ [path]: source })).toHaveLength(1);
  });

  test.each([
    ['a type', "import type { Editor } from 'tldraw'"],
    ['a type in an expression', "type Editor = import('tldraw').Editor"],
    ['a lazy import', "const tldraw = await import('tldraw')"],
    ['passed on', "export { Tldraw } from 'tldraw'"],
    ['passed on whole', "export * from 'tldraw'"],
  ])('however it is written: %s', (_, source) => {
    expect(check({ 'packages/board/src/app/a.ts': source })).toHaveLength(1);
  });

  test('a circle', () => {
    const circle = {
      'packages/server/src/a.ts': "import { b } from './b.ts'; export const a = 1",
      'packages/server/src/b.ts': "import type { c } from './rooms/c.ts'; export const b = 1",
      'packages/server/src/rooms/c.ts': "import { a } from '../a.ts'; export const c = 1",
    };
    expect(check(circle)).toEqual([
      'a circle of imports: packages/server/src/a.ts → packages/server/src/b.ts → packages/server/src/rooms/c.ts → packages/server/src/a.ts',
    ]);
  });
});

describe('what is allowed is let through:', () => {
  test.each([
    ['both wings to the protocol', 'packages/board/src/session/a.ts', "import { b } from '@samtavla/protocol'"],
    ['tldraw in the canvas', 'packages/board/src/canvas/notes/a.tsx', "import { Editor } from 'tldraw'"],
    [
      'SQLite in its adapter',
      'packages/server/src/storage/sqlite/log.ts',
      "import { DatabaseSync } from 'node:sqlite'",
    ],
    ['SQLite in its file', 'packages/server/src/storage/sqlite-log.ts', "import { DatabaseSync } from 'node:sqlite'"],
    ['the environment in config', 'packages/server/src/config/config.ts', 'export const port = process.env.PORT'],
    ['the environment in a test', 'packages/server/test/a.test.ts', 'const { VERIFY } = process.env'],
    ['React where the outline shows', 'packages/board/src/outline/a.tsx', "import { useState } from 'react'"],
    ['an import in a comment', 'packages/board/src/app/a.ts', "// import { Editor } from 'tldraw'"],
    ['an import in a string', 'packages/board/src/app/a.ts', 'const text = "import { Editor } from \'tldraw\'"'],
  ])('%s', (_, path, source) => {
    expect(check({ [path]: source })).toEqual([]);
  });
});
