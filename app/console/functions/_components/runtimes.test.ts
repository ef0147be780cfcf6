import { expect, test } from 'vitest';
import { functionRuntimes } from '@/lib/model/function';
import { familyOf, inlineFiles, runtimeHelp, runtimeOptions } from './runtimes';

test.each(functionRuntimes)('%s has a family and a file for inline code', (runtime) => {
  expect(inlineFiles[familyOf(runtime)]).toBeTruthy();
});

test('a machine without Python says so and offers none', () => {
  const python = runtimeOptions({ python: false }).find(({ value }) => value === 'python3.x');
  expect(python).toMatchObject({ disabled: true, label: expect.stringContaining('no python3 here') });
  expect(runtimeHelp('python3.x', { node: 'v20', python: false })).toContain('no python3');
});

test('a runtime that AWS’s tools named stands among the options of its own function alone', () => {
  const values = (chosen?: 'nodejs18.x') =>
    runtimeOptions({ python: true }, undefined, chosen).map(({ value }) => value);
  expect(values('nodejs18.x')).toContain('nodejs18.x');
  expect(values()).not.toContain('nodejs18.x');
});

test('only runtimes of a family take its code', () => {
  expect(runtimeOptions({ python: true }, 'nodejs').map(({ value }) => value)).toEqual([
    'nodejs20.x',
    'nodejs22.x',
  ]);
});
