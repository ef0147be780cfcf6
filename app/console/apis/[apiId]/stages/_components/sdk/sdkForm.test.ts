import { expect, test } from 'vitest';
import { sdkTypes } from '@/lib/model/sdkType';
import { fieldsOf, valuesOf } from './sdkForm';

const ruby = sdkTypes.find(({ id }) => id === 'ruby');
const typed = { serviceName: 'Pets', 'service.name': ' Pets ', 'ruby.gem-name': ' ' };

test.each([
  ['of its own type, and filled', ruby, { 'service.name': 'Pets' }],
  ['of a type that asks for none', sdkTypes.find(({ id }) => id === 'python'), {}],
  ['of no type', undefined, {}],
])('a property is sent %s', (_rule, type, sent) => {
  expect(valuesOf(type, typed)).toEqual(sent);
});

test('a refusal stands at the field of its property', () => {
  expect(fieldsOf(ruby)).toEqual([
    'parameters.service.name',
    'parameters.ruby.gem-name',
    'parameters.ruby.gem-version',
  ]);
});
